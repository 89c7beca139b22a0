import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseYaml } from '../../src/load/yaml/parse-yaml';
import { LIMITS } from '../../src/load/yaml/yaml-problem';
import { BUILT } from '../support/build';
import { folderWith } from '../support/files';

/** Reads and checks a fleet in a process of its own; seconds, and the most memory it had, in MiB. */
function measure(text: string): {
  readonly codes: readonly string[];
  readonly seconds: number;
  readonly memory: number;
} {
  const folder = folderWith({ 'fleet.yaml': text });
  const script = `
    const start = performance.now();
    const { prepare } = require(${JSON.stringify(join(BUILT, 'src', 'main.js'))});
    const { findings } = prepare('fleet.yaml');
    const codes = [...new Set(findings.map(({ code }) => code))];
    const seconds = (performance.now() - start) / 1000;
    process.stdout.write(JSON.stringify({ codes, seconds, memory: process.resourceUsage().maxRSS / 1024 }));
  `;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8', timeout: 60_000 }));
}

/** Each level names the one before many times. */
const laughs = (levels: number, times: number): string =>
  Array.from({ length: levels }, (_, level) =>
    level === 0
      ? 'a0: &a0 [lol]\n'
      : `a${level}: &a${level} [${Array(times)
          .fill(`*a${level - 1}`)
          .join(',')}]\n`,
  ).join('');

const bigMap = (keys: number): string =>
  `profiles:\n  big: &big\n${Array.from({ length: keys }, (_, index) => `    k${index}: 1\n`).join('')}`;

/** A fleet of that many clusters, ten lines each. */
const fleetOf = (clusters: number, cluster: (index: number) => string): string =>
  `defaults:\n  openshift: "4.14"\nclusters:\n${Array.from({ length: clusters }, (_, index) => cluster(index)).join('')}`;

const tenLines = (index: number): string => `  - name: c${index}
    platform: aws
    baseDomain: c${index}.example.com
    registry:
      replicas: 3
    storage:
      s3:
        bucket: bucket-${index}
        region: eu-west-1
        encrypt: true
`;

describe('a clear error, within seconds and little memory', () => {
  test.each<readonly [string, () => string]>([
    ['billion laughs', () => laughs(12, 10)],
    ['a wide bomb', () => `a: &a [${'x,'.repeat(150_000)}]\nb: [${'*a,'.repeat(150_000)}]\n`],
    ['a bomb of 3 MB', () => `a: &a [${'x,'.repeat(700_000)}]\nb: [${'*a,'.repeat(500_000)}]\n`],
    ['a bomb of merge keys', () => `${bigMap(50_000)}clusters:\n${'  - <<: *big\n'.repeat(50_000)}`],
    ['a bomb of many anchors', () => laughs(20_000, 2)],
    ['a bomb under one cluster', () => `${bigMap(100_000)}clusters: [{name: a, x: [${'*big,'.repeat(100_000)}]}]\n`],
  ])(
    '%s',
    (_, text) => {
      const { codes, seconds, memory } = measure(text());
      expect(codes).toEqual(['YAML_LIMIT']);
      expect(seconds).toBeLessThan(10);
      expect(memory).toBeLessThan(512);
    },
    60_000,
  );

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['maps', '{a: '.repeat(50_000)],
    ['closed brackets', '['.repeat(500) + ']'.repeat(500)],
    ['indented maps', Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  ])(
    'nested deep: %s',
    (_, text) => {
      const { codes, seconds } = measure(
        `clusters: ${text.startsWith(' ') || text.startsWith('a') ? '\n' : ''}${text}\n`,
      );
      expect(codes).toEqual(['YAML_LIMIT']);
      expect(seconds).toBeLessThan(10);
    },
    60_000,
  );

  test('a file that is too large', () => {
    const { problems } = parseYaml('#'.repeat(LIMITS.fileBytes + 1));
    expect(problems).toMatchObject([{ code: 'YAML_LIMIT', what: 'the file is larger than 32 MiB' }]);
  });

  test('the limit of the depth, at its place', () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(parseYaml(nested(LIMITS.depth - 2)).problems).toEqual([]);
    expect(parseYaml(nested(LIMITS.depth + 1)).problems).toMatchObject([{ code: 'YAML_LIMIT', offset: LIMITS.depth }]);
  });

  test('more keys and values than can be read at once', () => {
    expect(parseYaml(`[${'x,'.repeat(LIMITS.values - 1)}]`).problems).toEqual([]);
    expect(parseYaml(`[${'"x",'.repeat(LIMITS.values + 1)}]`).problems).toMatchObject([{ code: 'YAML_LIMIT' }]);
  });
});

describe('large and fine', () => {
  test('a fleet of 100,000 lines', () => {
    const { codes, seconds, memory } = measure(fleetOf(10_000, tenLines));
    expect(codes).not.toContain('YAML_LIMIT');
    expect(seconds).toBeLessThan(20);
    expect(memory).toBeLessThan(1024);
  }, 60_000);

  test('the same with a mistake in every cluster', () => {
    const { codes, seconds } = measure(fleetOf(10_000, index => tenLines(index).replace('bucket:', 'bukcet:')));
    expect(codes).toContain('UNKNOWN_KEY');
    expect(seconds).toBeLessThan(30);
  }, 60_000);

  test('anchors in every cluster', () => {
    const { codes, seconds } = measure(
      fleetOf(
        10_000,
        index => `  - {name: c${index}, platform: aws, registry: ${index === 0 ? '&r {replicas: 3}' : '*r'}}\n`,
      ),
    );
    expect(codes).not.toContain('YAML_LIMIT');
    expect(seconds).toBeLessThan(20);
  }, 60_000);

  test('a map of 100,000 keys', () => {
    const started = performance.now();
    const { problems, values } = parseYaml(Array.from({ length: 100_000 }, (_, index) => `k${index}: v\n`).join(''));
    expect(problems).toEqual([]);
    expect(Object.keys(values[0] as object)).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
