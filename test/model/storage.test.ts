import type { Cluster } from '../../src/config/shape/cluster';
import type { Storage } from '../../src/config/shape/storage';
import { BACKEND_NAMES } from '../../src/facts/backends';
import { resolve } from '../../src/model/resolve';
import { namedBackends } from '../../src/model/storage';

const storage = (said: unknown, more: Partial<Cluster> = {}): ReturnType<typeof resolve>['storage'] =>
  resolve({ name: 'a', platform: 'none', openshift: '4.14', storage: said as Storage, ...more } as Cluster).storage;

test('backends are named by their paths, odf by those below it', () => {
  const said = { managementState: 'Unmanaged', s3: {}, odf: { rgw: {}, cephfs: {} } } as unknown as Storage;
  expect(namedBackends(said)).toEqual([['s3'], ['odf', 'rgw'], ['odf', 'cephfs']]);
  expect(namedBackends(undefined)).toEqual([]);
});

test('storage that is not named stays the operator’s', () => {
  expect(storage(undefined)).toBeUndefined();
  expect(storage({})).toBeUndefined();
});

test.each<readonly [string, unknown, readonly string[], string]>([
  ['s3', { s3: { bucket: 'b', region: 'r' } }, ['storage', 's3'], 's3'],
  ['pvc', { pvc: { accessModes: ['ReadWriteMany'] } }, ['storage', 'pvc'], 'pvc'],
  ['emptyDir', { emptyDir: {} }, ['storage', 'emptyDir'], 'emptyDir'],
  ['odf.cephfs', { odf: { cephfs: {} } }, ['storage', 'odf', 'cephfs'], 'pvc'],
  ['odf.noobaa', { odf: { noobaa: { bucketName: 'b' } } }, ['storage', 'odf', 'noobaa'], 's3'],
])('%s: its path, its backend, and Unmanaged, so that nothing of it is ever deleted', (_, said, path, backend) => {
  expect(storage(said)).toMatchObject({ path, backend, managementState: 'Unmanaged' });
});

test('storage.managementState is written from 4.6 on, or where it is said', () => {
  const s3 = { bucket: 'b', region: 'r' };
  expect(storage({ s3 }, { openshift: '4.5' })).not.toHaveProperty('managementState');
  expect(storage({ s3, managementState: 'Managed' }, { openshift: '4.5' })).toMatchObject({
    managementState: 'Managed',
  });
});

test.each([
  ['the bucket', { bucket: 'c' }, true],
  ['encryption', { encrypt: true }, false],
  ['the size of parts', { chunkSizeMiB: 20 }, false],
])('where images live depends on %s: %j %s', (_, change, moves) => {
  const s3 = { bucket: 'b', region: 'r' };
  const [before, after] = [storage({ s3 })?.identity, storage({ s3: { ...s3, ...change } })?.identity];
  expect(JSON.stringify(before) !== JSON.stringify(after)).toBe(moves);
});

test('half-broken storage is resolved all the same: nothing throws', () => {
  for (const key of BACKEND_NAMES) {
    expect(() => storage({ [key]: {} })).not.toThrow();
  }
  for (const key of ['rgw', 'noobaa', 'cephfs']) expect(() => storage({ odf: { [key]: {} } })).not.toThrow();
});
