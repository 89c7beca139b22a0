import type { CatalogueEntry } from '../../src/findings/catalogue-entry';
import type { Problem } from '../../src/findings/finding';
import { applyAcceptances } from '../../src/fleet/acceptances';
import { CATALOGUE } from '../../src/rules/catalogue';
import { runCluster } from '../support/fleet';

const ROW: CatalogueEntry = { code: 'SOFT', severity: 'error', title: 't', why: 'w', fix: 'f', source: 's' };
const catalogue = new Map([...CATALOGUE, ['SOFT', ROW], ['HARD', { ...ROW, code: 'HARD', acceptable: false }]]);
const problem = (code: string): Problem => ({ code, severity: 'error', path: [code], what: '', why: '', fix: '' });
const codesAfter = (found: readonly string[], ...accept: readonly string[]): readonly string[] =>
  applyAcceptances(
    found.map(problem),
    accept.map(code => ({ code, reason: 'r' })),
    catalogue,
  ).map(({ code }) => code);

test('what is accepted is gone, everywhere on the cluster; the rest stays', () => {
  expect(codesAfter(['SOFT', 'HARD', 'SOFT'], 'SOFT')).toEqual(['HARD']);
});

test('what must not be accepted stays, and that is said', () => {
  expect(codesAfter(['HARD'], 'HARD')).toEqual(['HARD', 'ACCEPT_REFUSED']);
});

test('an acceptance that has nothing to accept is pointed out, at its place', () => {
  expect(applyAcceptances([], [{ code: 'SOFT', reason: 'r' }], catalogue)).toMatchObject([
    { code: 'ACCEPT_UNUSED', severity: 'warning', path: ['accept', 0, 'code'] },
  ]);
});

test('an unknown code is an error, with the nearest one', () => {
  const [found] = applyAcceptances([], [{ code: 'PVC_RWO_REPLICA', reason: 'r' }], catalogue);
  expect(found).toMatchObject({ code: 'ACCEPT_UNKNOWN', severity: 'error' });
  expect(found?.what).toContain('Did you mean "PVC_RWO_REPLICAS"?');
  expect(codesAfter([], 'constructor')).toEqual(['ACCEPT_UNKNOWN']);
});

test.each(['', '  '])('the reason %j is none, and accepts nothing', reason => {
  const { findings } = runCluster(
    JSON.stringify({
      platform: 'aws',
      storage: { s3: { bucket: 'abc', region: 'eu-west-1' } },
      accept: [{ code: 'S3_BUCKET_PREREQUISITES', reason }],
    }),
  );
  const codes = findings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['VALUE_MISSING', 'S3_BUCKET_PREREQUISITES']));
});
