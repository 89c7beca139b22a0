/** No file takes a check more time or memory than its size explains. Time is that of the processor. */

import { parseYaml } from '../../src/load/yaml/parse-yaml';
import { LIMITS } from '../../src/load/yaml/yaml-problem';
import { bombs } from '../support/bombs';
import { cpuSeconds } from '../support/cpu';
import { anchored, type ClusterText, fleetOf, tenLines, tenLinesWithMistake } from '../support/large-fleets';
import { type Measured, measureChecks } from '../support/measured';

const BOMBS = bombs(5_000);

describe('a clear error, within seconds of the processor and little memory', () => {
  let measured: readonly Measured[];
  beforeAll(() => {
    measured = measureChecks(Object.values(BOMBS));
  });

  test.each(Object.keys(BOMBS).map((name, index) => [name, index] as const))('%s', (_, index) => {
    const { codes, cpu, memory } = measured[index] as Measured;
    expect(codes).toEqual(['YAML_LIMIT']);
    expect(cpu).toBeLessThan(15);
    expect(memory).toBeLessThan(768);
  });
});

describe('the limits themselves', () => {
  test('a file that is too large', () => {
    const { problems } = parseYaml('#'.repeat(LIMITS.fileBytes + 1));
    expect(problems).toMatchObject([{ code: 'YAML_LIMIT', what: 'the file is larger than 32 MiB' }]);
  });

  test('the limit of the depth, at its place', () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(parseYaml(nested(LIMITS.depth - 2)).problems).toEqual([]);
    expect(parseYaml(nested(LIMITS.depth + 1)).problems).toMatchObject([{ code: 'YAML_LIMIT', offset: LIMITS.depth }]);
  });
});

describe('four times as much takes about four times as long, not sixteen', () => {
  const FACTOR = 4;
  const TOO_MUCH = 2.5 * FACTOR;

  test.each<readonly [string, ClusterText]>([
    ['clusters without a mistake', tenLines],
    ['a mistake in every cluster', tenLinesWithMistake],
    ['an anchor in every cluster', anchored],
  ])('%s', (_, cluster) => {
    const [small, large] = [fleetOf(150, cluster), fleetOf(150 * FACTOR, cluster)];
    // The first run loads and compiles what both need.
    const [, floor, more] = measureChecks([small, small, large]) as readonly [Measured, Measured, Measured];
    expect(more.codes).toEqual(floor.codes);
    expect(more.codes).not.toContain('YAML_LIMIT');
    expect(more.codes.includes('UNKNOWN_KEY')).toBe(cluster === tenLinesWithMistake);
    expect(more.cpu / floor.cpu).toBeLessThan(TOO_MUCH);
  });

  test('keys of one map', () => {
    const mapOf = (keys: number): string => Array.from({ length: keys }, (_, index) => `k${index}: v\n`).join('');
    const read = (keys: number) => (): void => {
      const { problems, values } = parseYaml(mapOf(keys));
      expect(problems).toEqual([]);
      expect(Object.keys(values[0] as object)).toHaveLength(keys);
    };
    read(10_000)();
    expect(cpuSeconds(read(40_000)) / cpuSeconds(read(10_000))).toBeLessThan(TOO_MUCH);
  });
});
