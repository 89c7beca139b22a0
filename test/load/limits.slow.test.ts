/** The same limits with the largest files: fleets of 100,000 lines, bombs of megabytes. */

import { parseYaml } from '../../src/load/yaml/parse-yaml';
import { LIMITS } from '../../src/load/yaml/yaml-problem';
import { bombs } from '../support/bombs';
import { type ClusterText, fleetOf, tenLines, tenLinesWithMistake } from '../support/large-fleets';
import { type Measured, measureChecks } from '../support/measured';

test.each<readonly [string, ClusterText, boolean]>([
  ['without a mistake', tenLines, false],
  ['with a mistake in every cluster', tenLinesWithMistake, true],
])('10,000 clusters, %s, in minutes of the processor and 1 GiB', (_, cluster, mistaken) => {
  const [{ codes, cpu, memory }] = measureChecks([fleetOf(10_000, cluster)]) as readonly [Measured];
  expect(codes).not.toContain('YAML_LIMIT');
  expect(codes.includes('UNKNOWN_KEY')).toBe(mistaken);
  // Some seconds; with the square of their number it would be many minutes.
  expect(cpu).toBeLessThan(150);
  expect(memory).toBeLessThan(1024);
});

const BOMBS: Readonly<Record<string, string>> = {
  ...bombs(100_000),
  'a bomb of 3 MB': `a: &a [${'x,'.repeat(700_000)}]\nb: [${'*a,'.repeat(500_000)}]\n`,
};

test.each(Object.entries(BOMBS))('%s', (_, text) => {
  const [{ codes, cpu, memory }] = measureChecks([text]) as readonly [Measured];
  expect(codes).toEqual(['YAML_LIMIT']);
  expect(cpu).toBeLessThan(60);
  expect(memory).toBeLessThan(768);
});

test('more keys and values than can be read at once', () => {
  expect(parseYaml(`[${'x,'.repeat(LIMITS.values - 1)}]`).problems).toEqual([]);
  expect(parseYaml(`[${'"x",'.repeat(LIMITS.values + 1)}]`).problems).toMatchObject([{ code: 'YAML_LIMIT' }]);
});
