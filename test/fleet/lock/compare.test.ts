import { join } from 'node:path';
import { checkWithLock } from '../../../src/fleet/lock/check-lock';
import { compareLock } from '../../../src/fleet/lock/compare';
import { EMPTY_LOCK, type Lock, lockedIn } from '../../../src/fleet/lock/lock';
import { lockText, parseLock } from '../../../src/fleet/lock/lock-text';
import { loadFleet } from '../../../src/load/load-fleet';
import { folderWith } from '../../support/files';
import { testInputs } from '../../support/fleet';
import { bare, nfs, odf, pvc, Repository, s3 } from './scenarios';

/** The findings of the lock after one change: code, path, what and fix. */
function told(
  before: Readonly<Record<string, object>>,
  after: Readonly<Record<string, object>>,
  acknowledge: string[] = [],
) {
  const repository = new Repository();
  expect(repository.run(before).errors).toEqual([]);
  const { findings, said } = repository.run(after, acknowledge);
  const codes = said.map(line => line.split(' ')[0]);
  return findings.filter(({ code }) => codes.includes(code));
}

test('a new cluster is added, whichever storage it has', () => {
  expect(told({ a: s3() }, { a: s3(), b: pvc(), c: { platform: 'aws' } })).toEqual([]);
});

test('a moved cluster is refused, at its place, with the change to acknowledge', () => {
  const [found] = told({ a: s3() }, { a: s3({ bucket: 'other' }) });
  expect(found).toMatchObject({ code: 'STORAGE_MOVED', severity: 'error', clusters: ['a'], path: ['storage', 's3'] });
  expect(found?.what).toBe('the images of a are in s3 bucket=acme, but the configuration now has s3 bucket=other');
  expect(found?.fix).toBe(
    'copy the images first, then add to the fleet file: acknowledge: [{change: "a moves from s3 bucket=acme to s3 bucket=other", reason: "…"}]',
  );
});

test('where there are several changes, or a list, each fix is one more entry of it', () => {
  const before = { a: s3(), b: s3({ bucket: 'bbb' }), c: { platform: 'aws' } };
  const found = told(before, { a: s3({ bucket: 'other' }) }, ['b leaves the fleet']);
  expect(found.map(({ fix }) => fix)).toEqual([
    'put it back, or add to the list acknowledge of the fleet file: - {change: "c leaves the fleet", reason: "…"}',
    'copy the images first, then add to the list acknowledge of the fleet file: - {change: "a moves from s3 bucket=acme to s3 bucket=other", reason: "…"}',
  ]);
  expect(found[0]?.what).toBe("c, whose images are in the operator's own storage on aws, is no longer in the fleet");
});

test('a claim that keeps its name and cannot become another one: the way out is a new name', () => {
  const [found] = told({ a: nfs() }, { a: nfs({ nfs: { server: 'other.example.com', path: '/registry' } }) });
  expect(found?.fix).toBe(
    'use a new claim, storage.pvc.claim: image-registry-storage-2, because the API server does not allow this one to change, and copy the images first; or, if you recreate the claim yourself, add to the fleet file: acknowledge: [{change: "a moves from pvc claim=image-registry-storage nfs=files.example.com:/registry to pvc claim=image-registry-storage nfs=other.example.com:/registry", reason: "…"}]',
  );
});

test('a bucket claim of another name for the same bucket: the way out is the old name', () => {
  const [found] = told({ a: odf('noobaa', { claim: 'one' }) }, { a: odf('noobaa', { claim: 'two' }) });
  expect(found?.code).toBe('STORAGE_MOVED');
  expect(found?.fix).toMatch(
    /^keep the claim openshift-image-registry\/one, because a bucket that exists is not given to a second claim; or set a new storage\.odf\.noobaa\.bucketName, copy the images first, then add to the fleet file: acknowledge: /,
  );
});

test('a claim that would shrink: what cannot change, where it is written, and the next name', () => {
  const [found] = told({ a: pvc({ claim: 'images-9' }) }, { a: pvc({ claim: 'images-9', size: '200Gi' }) });
  expect(found).toMatchObject({ code: 'IMMUTABLE_CHANGED', path: ['storage', 'pvc', 'size'] });
  expect(found?.what).toBe('PersistentVolumeClaim "images-9" of a cannot change in place: size 500Gi to 200Gi');
  expect(found?.fix).toBe(
    'restore the old value, or use a new name, storage.pvc.claim: images-10, and copy the images; or, if you recreate it yourself, add to the fleet file: acknowledge: [{change: "a recreates PersistentVolumeClaim images-9: size 500Gi to 200Gi", reason: "…"}]',
  );
});

test('a class of ours that does not let claims grow can be told to', () => {
  const storageClass = { name: 'images', provisioner: 'files.example.com', allowVolumeExpansion: false };
  const [found] = told({ a: bare({ storageClass }) }, { a: bare({ storageClass, size: '1Ti' }) });
  expect(found?.fix).toMatch(/^set storage\.pvc\.storageClass\.allowVolumeExpansion: true if the driver can expand/);
});

test('parameters of a class have dots of their own', () => {
  const own = (value: string): object =>
    bare({
      storageClass: { name: 'c', provisioner: 'x.example.com', parameters: { 'csi.storage.k8s.io/fstype': value } },
    });
  const [found] = told({ a: own('xfs') }, { a: own('ext4') });
  expect(found?.path).toEqual(['storage', 'pvc', 'storageClass', 'parameters', 'csi.storage.k8s.io/fstype']);
  expect(found?.what).toBe(
    'StorageClass "c" of a cannot change in place: parameters.csi.storage.k8s.io/fstype xfs to ext4',
  );
});

test('a cluster called constructor is a cluster', () => {
  expect(told({ a: s3() }, { a: s3(), constructor: pvc() })).toEqual([]);
});

describe('a lock that was read as it is written', () => {
  /** The clusters of a fleet, and what the lock leads to. */
  const compared = (clusters: Readonly<Record<string, object>>, before: Lock): Lock => {
    const entries = Object.entries(clusters).map(([name, settings]) => ({ name, openshift: '4.14', ...settings }));
    const folder = folderWith({ 'fleet.yaml': JSON.stringify({ clusters: entries }) });
    const { checked } = checkWithLock(loadFleet(join(folder, 'fleet.yaml')), testInputs());
    expect(checked.clusters).toHaveLength(entries.length);
    return compareLock(before, checked.clusters, [], { file: 'fleet.lock.yaml', output: { folder: '', names: [] } })
      .lock;
  };
  const read = (lock: Lock): Lock => parseLock(lockText(lock)) as Lock;
  const CLUSTERS = { a: s3(), b: nfs(), c: pvc(), d: odf('noobaa'), e: { platform: 'aws' }, f: bare() };

  test('is the lock that the same fleet leads to, with each of its entries', () => {
    const before = read(compared(CLUSTERS, EMPTY_LOCK));
    expect(Object.keys(before.clusters)).toHaveLength(6);
    expect(compared(CLUSTERS, before)).toBe(before);
  });

  test('gives its entries to the next one, but for the cluster that changed', () => {
    const before = read(compared(CLUSTERS, EMPTY_LOCK));
    const after = compared({ ...CLUSTERS, g: s3({ bucket: 'new' }), a: s3({ bucket: 'other' }) }, before);
    const same = Object.keys(after.clusters).filter(name => lockedIn(after, name) === lockedIn(before, name));
    expect(same).toEqual(['b', 'c', 'd', 'e', 'f']);
    expect(after).toEqual(compared({ ...CLUSTERS, g: s3({ bucket: 'new' }), a: s3({ bucket: 'other' }) }, EMPTY_LOCK));
  });
});
