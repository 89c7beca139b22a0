import type { Finding } from '../../src/findings/finding';
import { formatCodequality } from '../../src/findings/format-codequality';
import { EXAMPLE_FINDING } from '../support/example-finding';

const finding = EXAMPLE_FINDING;

const entriesOf = (...findings: readonly Finding[]) =>
  JSON.parse(formatCodequality(findings)) as readonly { readonly fingerprint: string; readonly severity: string }[];

test('an empty list where nothing was found', () => expect(entriesOf()).toEqual([]));

test('an entry has what GitLab asks for', () => {
  expect(entriesOf(finding)).toEqual([
    {
      description: expect.stringMatching(/^cluster prod: replicas is 2; why: pods hang; fix: write 1; see: \S/),
      check_name: 'PVC_RWO_REPLICAS',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      severity: 'critical',
      location: { path: 'clusters/prod.yaml', lines: { begin: 3 } },
    },
  ]);
});

test.each([
  ['error', 'critical'],
  ['warning', 'minor'],
  ['info', 'info'],
] as const)('%s becomes %s', (severity, quality) => {
  expect(entriesOf({ ...finding, severity })).toMatchObject([{ severity: quality }]);
});

test('a finding that only moves is the same one; that of another cluster or value is not', () => {
  const moved: Finding = { ...finding, place: { file: 'clusters/prod.yaml', line: 9, column: 1 } };
  const [a, b, c, d] = entriesOf(
    finding,
    moved,
    { ...finding, clusters: ['lab'] },
    { ...finding, what: 'replicas is 3' },
  );
  expect(b?.fingerprint).toBe(a?.fingerprint);
  expect(new Set([a, c, d].map(entry => entry?.fingerprint)).size).toBe(3);
});

test('one without a place is at the top of the folder', () => {
  expect(entriesOf({ ...finding, place: undefined })).toMatchObject([{ location: { path: '.', lines: { begin: 1 } } }]);
});
