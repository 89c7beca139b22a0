import { parse } from 'yaml';
import type { Acknowledgement } from '../../../src/config/shape/fleet';
import { compareLock } from '../../../src/fleet/lock/compare';
import type { Lock } from '../../../src/fleet/lock/lock-file';
import type { StorageIdentity } from '../../../src/model/storage-change';
import type { ClusterSummary } from '../../../src/rules/fleet/fleet-rule';

const cluster = (name: string, bucket?: string, index = 0): ClusterSummary =>
  ({
    index,
    name,
    platform: 'aws',
    profiles: [],
    hostnames: [],
    removed: false,
    ...(bucket === undefined ? {} : { storage: { path: ['storage', 's3'], identity: { backend: 's3', bucket } } }),
  }) as ClusterSummary;
const meant = (change: string): Acknowledgement => ({ change, reason: 'x' });
const S3 = (bucket: string): StorageIdentity => ({ backend: 's3', bucket });
const lock = (clusters: Lock['clusters'], ...acknowledged: string[]): Lock => ({ clusters, acknowledged });

test('a new cluster is added, whichever storage it has', () => {
  expect(compareLock(lock({ a: S3('x') }), [cluster('a', 'x'), cluster('b', 'y'), cluster('c')], [])).toEqual({
    lock: lock({ a: S3('x'), b: S3('y'), c: { backend: 'platform' } }),
    problems: [],
  });
});

test('a moved cluster is refused, with the change to acknowledge', () => {
  const { problems } = compareLock(lock({ a: S3('x') }), [cluster('a', 'y', 7)], []);
  expect(problems).toMatchObject([{ code: 'STORAGE_MOVED', severity: 'error', cluster: 7, path: ['storage', 's3'] }]);
  expect(problems[0]?.what).toBe('the images of a are in s3 bucket=x; the configuration now says s3 bucket=y');
  expect(problems[0]?.fix).toContain('acknowledge: [{change: "a moves from s3 bucket=x to s3 bucket=y", reason: "…"}]');
});

test('where there are several changes, or a list, each fix is one more entry of it', () => {
  const before = { a: S3('x'), b: S3('y'), c: { backend: 'platform' } };
  const { problems } = compareLock(lock(before), [cluster('a', 'z')], [meant('b leaves the fleet')]);
  expect(problems.map(({ fix }) => fix)).toEqual([
    'copy the images first, then add to the list acknowledge of the fleet file: - {change: "a moves from s3 bucket=x to s3 bucket=z", reason: "…"}',
    'put it back, or add to the list acknowledge of the fleet file: - {change: "c leaves the fleet", reason: "…"}',
  ]);
  expect(problems[1]?.what).toBe("c, whose images are in the operator's own storage, is no longer in the fleet");
});

test('a new name for the same bucket is told; claims of two clusters have one name by chance', () => {
  const { problems } = compareLock(lock({ a: S3('x') }), [cluster('b', 'x')], []);
  expect(problems[0]?.what).toMatch(/; b, which is new, has the same storage$/);
  const claim = { backend: 'pvc', claim: 'c' };
  const other = { ...cluster('b'), storage: { path: ['storage', 'pvc'], identity: claim } };
  expect(compareLock(lock({ a: claim }), [other], []).problems[0]?.what).toMatch(/no longer in the fleet$/);
});

test.each([
  ['to the operator’s own storage', { a: S3('x') }, cluster('a')],
  ['from the operator’s own storage', { a: { backend: 'platform' } }, cluster('a', 'x')],
  ['to an account of the same name', { a: { ...S3('x'), account: '1' } }, cluster('a', 'x')],
])('a move %s is one too', (_, before, after) => {
  expect(compareLock(lock(before), [after], []).problems).toMatchObject([{ code: 'STORAGE_MOVED' }]);
});

test('a vanished cluster is refused', () => {
  const { problems } = compareLock(lock({ a: S3('x'), b: S3('y') }), [cluster('a', 'x')], []);
  expect(problems).toMatchObject([{ code: 'CLUSTER_VANISHED', path: ['clusters'] }]);
  expect(problems[0]?.what).toContain('b, whose images are in s3 bucket=y');
});

test('what is acknowledged passes, blanks around it or not, and the new lock has it', () => {
  const acknowledge = [meant(' a moves from s3 bucket=x to s3 bucket=y\n'), meant('b leaves the fleet')];
  expect(compareLock(lock({ a: S3('x'), b: S3('z') }), [cluster('a', 'y')], acknowledge)).toEqual({
    lock: lock({ a: S3('y') }, 'a moves from s3 bucket=x to s3 bucket=y', 'b leaves the fleet'),
    problems: [],
  });
});

test('an acknowledgement without a change is pointed out, at its place', () => {
  const { problems } = compareLock(lock({}), [cluster('a', 'x')], [meant('a leaves the fleet'), meant('nonsense')]);
  expect(problems).toMatchObject([
    { code: 'ACKNOWLEDGE_UNUSED', severity: 'info', path: ['acknowledge', 0] },
    { code: 'ACKNOWLEDGE_UNUSED', severity: 'info', path: ['acknowledge', 1] },
  ]);
});

test.each(['x', 'with "quotes"', 'back\\slash', 'a: b #c', "it's", 'tab\there', '{[*&!'])(
  'the fix can be pasted as it is: bucket %s',
  bucket => {
    const [problem] = compareLock(lock({ a: S3(bucket) }), [cluster('a', 'new')], []).problems;
    const pasted = /acknowledge: .*$/s.exec(problem?.fix ?? '')?.[0] ?? '';
    const { acknowledge } = parse(pasted) as { acknowledge: Acknowledgement[] };
    expect(compareLock(lock({ a: S3(bucket) }), [cluster('a', 'new')], acknowledge).problems).toEqual([]);
  },
);

test('a cluster called constructor is a cluster', () => {
  expect(compareLock(lock({}), [cluster('constructor', 'x')], []).problems).toEqual([]);
});
