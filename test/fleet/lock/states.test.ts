/** Dangerous states beside a Config that is not ours as a whole, and of several clusters. */

import { Repository } from './scenarios';

const removed = { platform: 'aws', registry: { managementState: 'Removed' } };
const operators = { ...removed, storage: { managementState: 'Managed', s3: { encrypt: true } } };
const managed = {
  platform: 'aws',
  storage: { managementState: 'Managed', s3: { bucket: 'acme', region: 'eu-west-1' } },
};
const DELETES = 'is Removed, and the operator deletes its images';

test("Removed on the operator's bucket with a key is that of its own storage", () => {
  const repository = new Repository();
  expect(repository.run({ a: operators }).errors).toEqual(['REMOVED_DELETES_STORAGE']);
  expect(repository.run({ a: operators }, [`a ${DELETES}`]).errors).toEqual([]);
  expect(repository.run({ a: removed }).errors).toEqual([]);
});

test('it is not for a cluster to accept', () => {
  const accept = [{ code: 'STORAGE_MANAGED_OWN', reason: 'the bucket is for the registry alone' }];
  expect([...new Repository().run({ a: { ...managed, accept } }).errors].sort()).toEqual([
    'ACCEPT_REFUSED',
    'STORAGE_MANAGED_OWN',
  ]);
});

test('two clusters in one state are acknowledged one by one', () => {
  const both = { a: removed, b: removed };
  expect(new Repository().run(both, [`a ${DELETES}`]).errors).toEqual(['REMOVED_DELETES_STORAGE']);
  expect(new Repository().run(both, [`a ${DELETES}`, `b ${DELETES}`]).errors).toEqual([]);
});

test('settings of the storage that the operator makes are no move', () => {
  const repository = new Repository();
  expect(repository.run({ a: { platform: 'aws' } }).errors).toEqual([]);
  expect(repository.run({ a: { platform: 'aws', storage: operators.storage } }).errors).toEqual([]);
  expect(repository.run({ a: { platform: 'aws' } }).errors).toEqual([]);
});

test('a Config that goes to someone else keeps what is known of its storage', () => {
  const own = (bucket: string) => ({ platform: 'aws', storage: { s3: { bucket, region: 'eu-west-1' } } });
  const repository = new Repository();
  expect(repository.run({ a: own('acme') }).errors).toEqual([]);
  const before = repository.lock;
  expect(repository.run({ a: { platform: 'aws', registry: { own: false } } }).errors).toEqual([]);
  expect(repository.lock).toBe(before);
  expect(repository.run({ a: own('other') }).errors).toEqual(['STORAGE_MOVED']);
  expect(repository.run({ a: own('acme') }).errors).toEqual([]);
});

test('one that was never ours is remembered as what its platform has', () => {
  const repository = new Repository();
  expect(repository.run({ a: { platform: 'baremetal', registry: { own: false } } }).errors).toEqual([]);
  expect(repository.run({}).errors).toContain('CLUSTER_VANISHED');
});
