import * as fc from 'fast-check';
import type { Lock, LockedCluster } from '../../../src/fleet/lock/lock';
import { isTrouble, lockText, noteText, parseLock } from '../../../src/fleet/lock/lock-text';
import { readWritten } from '../../../src/fleet/lock/written-lock';
import { parseYaml } from '../../../src/load/yaml/parse-yaml';
import { toYaml } from '../../../src/output/yaml';

const LOCK: Lock = {
  clusters: {
    b: { storage: { backend: 's3', bucket: 'y' }, platform: 'aws', fixed: {}, states: ['b is fine'] },
    a: { storage: { backend: 'pvc', claim: 'no' }, platform: 'baremetal', fixed: { size: '100Gi' }, states: [] },
    c: { storage: { backend: 'platform', platform: 'aws' }, platform: 'aws', fixed: {}, states: [] },
  },
  acknowledged: ['b leaves the fleet', 'a leaves the fleet'],
};

test('is small, sorted and readable', () => {
  expect(
    lockText(LOCK),
  ).toBe(`# Where the images of each cluster live, and what cannot change there. Written by synth: commit it, do not edit it.
# A change here means that images stay behind, or that an object is recreated: acknowledge it in the fleet file.
version: 1
acknowledged:
  - b leaves the fleet
  - a leaves the fleet
clusters:
  a:
    backend: pvc
    claim: "no"
    fixed:
      size: 100Gi
    platform: baremetal
  b:
    backend: s3
    bucket: "y"
    platform: aws
    states:
      - b is fine
  c:
    backend: platform
    platform: aws
`);
});

test('is read as it was written', () => expect(parseLock(lockText(LOCK))).toEqual(LOCK));

test.each([
  ['byte order mark and CRLF', `\uFEFF${lockText(LOCK).replaceAll('\n', '\r\n')}`],
  ['without what need not be there', 'version: 1\nclusters: {}\n'],
])('is read: %s', (_, text) => expect(isTrouble(parseLock(text))).toBe(false));

const cluster = (entry: string): string => `version: 1\nclusters: {a: ${entry}}\n`;
test.each([
  ['broken YAML', 'version: 1\nclusters: [\n', /^is not valid YAML: /],
  ['no map', '- a\n', /^is not a single map$/],
  ['empty', '', /^is not a single map$/],
  ['two documents', 'version: 1\nclusters: {}\n---\nclusters: {}\n', /^is not a single map$/],
  ['a cluster twice', 'version: 1\nclusters: {a: {backend: s3}, a: {backend: s3}}\n', /^is not valid YAML: /],
  ['no version', 'clusters: {}\n', /^has no version$/],
  ['a newer version', 'version: 2\nclusters: {}\n', /^has version 2, but this release supports only 1$/],
  ['a version in quotes', 'version: "1"\nclusters: {}\n', /^has version "1"/],
  ['an unknown key', 'version: 1\nclusters: {}\nstores: {}\n', /^has the unknown key "stores"$/],
  ['no clusters', 'version: 1\n', /^has no map of clusters$/],
  ['clusters without a value', 'version: 1\nclusters:\n', /^has no map of clusters$/],
  ['clusters that are no map', 'version: 1\nclusters: 5\n', /^has no map of clusters$/],
  ['changes that are no list', 'version: 1\nacknowledged: yes\nclusters: {}\n', /under acknowledged$/],
  ['a change that is no text', 'version: 1\nacknowledged: [{a: 1}]\nclusters: {}\n', /under acknowledged$/],
  ['a cluster that is no map', cluster('s3'), /^has no map under the name of cluster "a"$/],
  ['an unknown part', cluster('{backend: s3, bukket: x}'), /^has the unknown key "bukket" of cluster "a"/],
  ['a part that is a number', cluster('{backend: s3, bucket: 3}'), /under bucket of cluster "a"$/],
  ['no backend', cluster('{bucket: x}'), /^does not have a known backend of cluster "a"$/],
  ['an unknown backend', cluster('{backend: floppy}'), /^does not have a known backend/],
  ['settings that are no map', cluster('{backend: pvc, fixed: 3}'), /under fixed of cluster "a"$/],
  ['a setting that is a number', cluster('{backend: pvc, fixed: {size: 3}}'), /under fixed of cluster "a"$/],
  ['states that are no list', cluster('{backend: pvc, states: x}'), /under states of cluster "a"$/],
])('cannot be understood: %s', (_, text, trouble) => {
  expect(parseLock(text)).toMatchObject({ trouble: expect.stringMatching(trouble) });
});

test.each([
  ['of two branches', '<<<<<<< HEAD\n  a: {backend: s3}\n=======\n>>>>>>> x\n'],
  ['with what both began with', '<<<<<<< HEAD\n||||||| 1234\n=======\n>>>>>>> x\n'],
  ['half removed', '  a: {backend: s3}\n>>>>>>> x\n'],
])('the marks of a merge conflict are reported, with the way out: %s', (_, marks) => {
  expect(parseLock(`version: 1\nclusters:\n${marks}`)).toMatchObject({
    trouble: 'has merge conflict markers',
    fix: expect.stringContaining('git checkout origin/main -- FILE'),
  });
});

/** Texts that a writer of YAML must take care of. */
const word = fc.oneof(
  fc.constantFrom(
    'a',
    'b-1',
    '1',
    'no',
    'null',
    '100Gi',
    'a: b',
    'a #b',
    '- a',
    '"',
    '":',
    "it's",
    '{}',
    'a\nb',
    '\t',
    'ü',
    ' a',
  ),
  fc.constantFrom(
    '',
    '\u2028',
    '\ufeff',
    'kind',
    'apiVersion',
    'metadata',
    '__proto__',
    'toString',
    '~',
    '|',
    '>-',
    '&a',
    '*a',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

describe('a text as synth writes it', () => {
  const texts = fc.dictionary(word, word, { maxKeys: 3, noNullPrototype: true });
  const entry = fc.record({ storage: texts, fixed: texts, list: fc.array(word, { maxLength: 2 }) });
  const maps = fc.dictionary(word, entry, { maxKeys: 3, noNullPrototype: true });
  const textOf = (
    map: Readonly<
      Record<string, { readonly storage: object; readonly fixed: object; readonly list: readonly string[] }>
    >,
  ) =>
    toYaml(
      Object.fromEntries(
        Object.entries(map).map(([key, { storage, fixed, list }]) => [key, { ...storage, fixed, list } as never]),
      ),
    );
  const valueIn = (text: string): unknown => parseYaml(text).values[0];

  test('is read as any other reader reads it', () => {
    let taken = 0;
    fc.assert(
      fc.property(maps, map => {
        const text = textOf(map);
        const read = readWritten(text);
        if (read === undefined) return;
        taken += 1;
        expect(read).toEqual(valueIn(text));
        expect(toYaml(read as never)).toBe(text);
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test('and no other text is taken for one', () => {
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 2 }),
      put: fc.constantFrom('', ' ', '\n', ':', '"', '- ', '#', 'a', '  a: b\n'),
    });
    fc.assert(
      fc.property(maps, change, (map, { at, cut, put }) => {
        const text = textOf(map);
        const start = at % (text.length + 1);
        const other = text.slice(0, start) + put + text.slice(start + cut);
        const read = readWritten(other);
        if (read !== undefined) expect([toYaml(read as never), read]).toEqual([other, valueIn(other)]);
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  test.each([
    ['as it was written', lockText(LOCK), 0],
    ['with a comment', lockText(LOCK).replace('size:', '# large\n      size:'), 1],
    [
      'in another order',
      lockText(LOCK).replace(
        '    backend: platform\n    platform: aws\n',
        '    platform: aws\n    backend: platform\n',
      ),
      1,
    ],
    ['with quotes', lockText(LOCK).replace('backend: s3', 'backend: "s3"'), 1],
  ])('is known by its form: %s', (_, text, others) => {
    const read = parseLock(text);
    if (isTrouble(read)) throw new Error(read.trouble);
    expect(read).toEqual(LOCK);
    expect(lockText(read)).toBe(lockText(LOCK));
    expect(readWritten(text.slice(text.indexOf('acknowledged:'))) === undefined ? 1 : 0).toBe(others);
  });
});

describe('what is known of another text is not written again', () => {
  const texts = fc.dictionary(word, word, { maxKeys: 3, noNullPrototype: true });
  const list = fc.array(word, { maxLength: 2 });
  const entry = fc.record({
    storage: texts,
    platform: fc.option(word, { nil: undefined }),
    fixed: texts,
    states: list,
  });
  const entries = fc.dictionary(word, entry as fc.Arbitrary<LockedCluster>, { maxKeys: 5, noNullPrototype: true });
  const copyOf = (lock: Lock): Lock => ({ ...lock });

  test('and the text is the same', () => {
    fc.assert(
      fc.property(entries, entries, list, list, fc.array(fc.nat()), (all, others, used, usedNow, chosen) => {
        const before: Lock = { clusters: all, acknowledged: used };
        const names = Object.keys(all);
        const kept = chosen.flatMap(number => names[number % names.length] ?? []);
        const given = chosen.slice(1).flatMap((number, position): [string, LockedCluster][] => {
          const [from, to] = [names[number % names.length], names[(chosen[position] ?? 0) % names.length]];
          return from === undefined || to === undefined ? [] : [[to, all[from] as LockedCluster]];
        });
        const same = kept.map((name): [string, LockedCluster] => [name, all[name] as LockedCluster]);
        for (const clusters of [same, [...same, ...Object.entries(others)], [...Object.entries(all), ...given]]) {
          const after: Lock = { clusters: Object.fromEntries(clusters), acknowledged: usedNow };
          const text = lockText(copyOf(after));
          expect(lockText(copyOf(after), before)).toBe(text);
          lockText(before);
          expect(lockText(after, before)).toBe(text);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('where its entry is the same object', () => {
    const before: Lock = { ...LOCK, clusters: { ...LOCK.clusters } };
    noteText(before, lockText(LOCK).replace('claim: "no"', 'claim: known'));
    const b = { ...LOCK.clusters.b, fixed: { size: '1Gi' } } as LockedCluster;
    const text = lockText({ ...LOCK, clusters: { ...LOCK.clusters, b } }, before);
    expect(text).toContain('claim: known');
    expect(text).toContain('size: 1Gi');
  });
});
