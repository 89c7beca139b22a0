import {
  listed,
  listedFindings,
  listedSummaries,
  unlisted,
  unlistedFindings,
  unlistedSummaries,
} from '../../../src/cli/synth-cache/listed';
import type { Finding } from '../../../src/findings/finding';
import type { ClusterSummary } from '../../../src/rules/fleet/fleet-rule';

const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

test('a list is kept with each value once, and read as it was', () => {
  const list = [{ keys: ['a'] }, { keys: [] }, { keys: ['a'] }];
  const once = listed(list, ({ keys }) => keys.join(' '));
  expect(once).toEqual({ values: [{ keys: ['a'] }, { keys: [] }], items: [0, 1, 0] });
  const read = unlisted(kept(once));
  expect(read).toEqual(list);
  expect(read[2]).toBe(read[0]);
});

test.each<[string, (item: { readonly n: number }) => string]>([
  ['a kind of its own', ({ n }) => String(n)],
  ['a kind with another one', ({ n }) => String(n % 50)],
  ['the kind of all', () => ''],
])('each of many values is kept once, where it has %s', (_, kindOf) => {
  const list = [...Array(300).keys()].map(index => ({ n: (index * 7) % 100, odd: index % 2 === 1, none: undefined }));
  const once = listed(list, kindOf);
  expect(once.values).toHaveLength(new Set(list.map(item => JSON.stringify(item))).size);
  expect(unlisted(kept(once))).toEqual(kept(list));
});

test('findings are kept with what they say once, and read as they were', () => {
  const words = { code: 'X', severity: 'warning', what: 'w', why: 'y', fix: 'f' } as const;
  const findings: readonly Finding[] = [
    { ...words, path: ['a', 0], clusters: ['one'], place: { file: 'f.yaml', line: 1, column: 2 } },
    { ...words, path: ['a', 0], clusters: ['two'], place: { file: 'f.yaml', line: 3, column: 4 } },
    { ...words, path: ['a', 1], clusters: ['two'], place: { file: 'f.yaml', line: 5, column: 6 } },
    { ...words, path: [], acknowledge: 'it is fine', severity: 'error' },
    { ...words, path: [], construct: 'app/registry' },
  ];
  expect(listedFindings(findings).words.values).toHaveLength(4);
  expect(unlistedFindings(kept(listedFindings(findings)))).toEqual(findings);
});

test('summaries are kept with what they have in common once, and read as they were', () => {
  const common = { platform: 'aws', profiles: ['p'], states: [], accept: [], hostnames: [] } as const;
  const summary = (index: number, name: string, more: Partial<ClusterSummary> = {}): ClusterSummary => ({
    ...{ index, name, images: { backend: 's3', bucket: name }, ...common, othersConfig: false, removed: false },
    ...more,
  });
  const summaries = [
    summary(7, 'a'),
    summary(8, 'b', { removed: true, domain: 'b.example.com' }),
    summary(9, 'c', { domain: 'c.example.com' }),
  ];
  expect(listedSummaries(summaries).common.items).toEqual([0, 1, 0]);
  expect(unlistedSummaries(kept(listedSummaries(summaries)))).toEqual(summaries);
});
