/** No file takes a check more steps, time or memory than its size explains. Time is that of the processor. */

import { parseYaml } from '../../src/load/yaml/parse-yaml';
import { LIMITS } from '../../src/load/yaml/yaml-problem';
import { bombs } from '../support/bombs';
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

describe('four times as much takes four times as many steps, not sixteen', () => {
  const FACTOR = 4;
  const TOO_MUCH = 1.5 * FACTOR;

  /** The codes of the larger fleet, which are those of the smaller one too. */
  function codesOf(small: string, large: string): readonly string[] {
    // The first run loads what both need.
    const [, floor, more] = measureChecks([small, small, large]) as readonly [Measured, Measured, Measured];
    expect(more.codes).toEqual(floor.codes);
    expect(more.steps / floor.steps).toBeLessThan(TOO_MUCH);
    return more.codes;
  }

  test.each<readonly [string, ClusterText]>([
    ['clusters without a mistake', tenLines],
    ['a mistake in every cluster', tenLinesWithMistake],
    ['an anchor in every cluster', anchored],
  ])('%s', (_, cluster) => {
    const codes = codesOf(fleetOf(100, cluster), fleetOf(100 * FACTOR, cluster));
    expect(codes).not.toContain('YAML_LIMIT');
    expect(codes.includes('UNKNOWN_KEY')).toBe(cluster === tenLinesWithMistake);
  });

  test('keys of one map', () => {
    const profiles = (many: number): string =>
      `profiles:\n${Array.from({ length: many }, (_, index) => `  p${index}: {registry: {replicas: 2}}\n`).join('')}`;
    const fleet = fleetOf(1, tenLines);
    expect(codesOf(fleet + profiles(500), fleet + profiles(500 * FACTOR))).toContain('PROFILE_UNUSED');
  });
});
