/**
 * Every field of volumes, classes and bucket claims reaches its object: generated classes drop what they do not know.
 * Rules are left out, because no sensible volume says everything at once.
 */

import { definition } from '../../../src/config/schema';
import type { Cluster } from '../../../src/config/shape/cluster';
import { checkShape } from '../../../src/config/shape-check';
import { OPENSHIFT_VERSIONS } from '../../../src/facts/versions';
import { buildManifests } from '../../../src/manifests/build-manifests';
import { resolve } from '../../../src/model/resolve';
import { type AnyManifest, objectOf } from '../../support/fleet';
import { unsetKeys } from '../../support/leaves';
import { ownErrors } from '../../support/own-schema';

function objectsWith(storage: object, openshift = '4.14'): readonly AnyManifest[] {
  const cluster = { name: 'example', platform: 'baremetal', openshift, baseDomain: 'example.com', storage };
  const { issues, value } = checkShape(definition('Cluster'), cluster);
  expect(issues).toEqual([]);
  const objects = buildManifests(resolve(value as Cluster)) as AnyManifest[];
  expect(objects.flatMap(object => ownErrors(object, openshift))).toEqual([]);
  return objects;
}

const volumeOf = (volume: object): object =>
  objectOf(objectsWith({ pvc: { accessModes: ['ReadWriteOnce'], size: '100Gi', volume } }), 'PersistentVolume').spec;

const SECRET = { name: 'login', namespace: 'storage' };

test.each<[string, string, object]>([
  ['nfs', 'NfsVolume', { server: 'nfs.example.com', path: '/exports/registry', readOnly: true }],
  ['local', 'LocalVolume', { path: '/mnt/registry', fsType: 'xfs' }],
  [
    'iscsi',
    'IscsiVolume',
    {
      targetPortal: '192.0.2.1:3260',
      iqn: 'iqn.2001-04.com.example:disk',
      lun: 3,
      fsType: 'xfs',
      portals: ['192.0.2.2:3260'],
      iscsiInterface: 'bond0',
      initiatorName: 'iqn.2001-04.com.example:node',
      chapAuthDiscovery: true,
      chapAuthSession: true,
      secretRef: SECRET,
    },
  ],
  ['fc', 'FcVolume', { targetWWNs: ['500a0982991b8dc5'], lun: 2, fsType: 'xfs' }],
  [
    'csi',
    'CsiVolume',
    {
      driver: 'csi.example.com',
      volumeHandle: 'volume-1',
      fsType: 'xfs',
      readOnly: true,
      volumeAttributes: { pool: 'fast' },
      nodeStageSecretRef: SECRET,
      nodePublishSecretRef: SECRET,
      nodeExpandSecretRef: SECRET,
      controllerPublishSecretRef: SECRET,
      controllerExpandSecretRef: SECRET,
    },
  ],
])('volume: %s', (kind, type, source) => {
  expect(unsetKeys(type, [source])).toEqual([]);
  expect(volumeOf({ [kind]: source, mountOptions: ['hard'] })).toMatchObject({
    capacity: { storage: '100Gi' },
    [kind]: source,
    mountOptions: ['hard'],
    persistentVolumeReclaimPolicy: 'Retain',
  });
});

test('volume: the node it is on', () => {
  const requirement = { key: 'kubernetes.io/hostname', operator: 'In', values: ['worker-0'] };
  const nodeAffinity = {
    required: { nodeSelectorTerms: [{ matchExpressions: [requirement], matchFields: [requirement] }] },
  };
  expect(unsetKeys('VolumeNodeAffinity', [nodeAffinity])).toEqual([]);
  expect(volumeOf({ local: { path: '/mnt/registry' }, nodeAffinity })).toMatchObject({ nodeAffinity });
});

test('storage class', () => {
  const storageClass = {
    name: 'images',
    provisioner: 'csi.example.com',
    parameters: { pool: 'fast' },
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'Immediate',
    allowVolumeExpansion: false,
    mountOptions: ['hard'],
  };
  const { name, ...fields } = storageClass;
  expect(unsetKeys('StorageClassSpec', [storageClass])).toEqual([]);
  const objects = objectsWith({ pvc: { accessModes: ['ReadWriteMany'], storageClass } });
  expect(objectOf(objects, 'StorageClass')).toMatchObject({ metadata: { name }, ...fields });
});

test.each(OPENSHIFT_VERSIONS.map(version => [version]))('claims and bucket claims on %s', version => {
  const metadata = { labels: { tier: 'gold' }, annotations: { note: 'images' } };
  const pvc = { claim: 'images', size: '200Gi', accessModes: ['ReadWriteMany'], volumeMode: 'Filesystem', metadata };
  expect(
    objectOf(objectsWith({ pvc: { ...pvc, storageClassName: 'nfs' } }, version), 'PersistentVolumeClaim'),
  ).toMatchObject({
    metadata: { name: 'images', ...metadata },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: { requests: { storage: '200Gi' } },
      volumeMode: 'Filesystem',
      storageClassName: 'nfs',
    },
  });
  const rgw = { claim: 'bucket', claimNamespace: 'storage', bucketName: 'images', storageClassName: 'rgw', metadata };
  const objects = objectsWith(
    { odf: { rgw: { ...rgw, region: 'eu', additionalConfig: { maxObjects: '10' } } } },
    version,
  );
  expect(objectOf(objects, 'ObjectBucketClaim')).toMatchObject({
    metadata: { name: 'bucket', namespace: 'storage', ...metadata },
    spec: { bucketName: 'images', storageClassName: 'rgw', additionalConfig: { maxObjects: '10' } },
  });
  expect(objectOf(objects, 'Config').spec.storage.s3).toMatchObject({ bucket: 'images', region: 'eu' });
});

const KEYS = { secret: { name: 'login', namespace: 'storage' } };
const COMPATIBLE = { targetBucket: 'data', endpoint: 'https://s3.example.com', signatureVersion: 'v2', ...KEYS };

test.each<[string, string, object]>([
  ['awsS3', 'AwsBackingStore', { targetBucket: 'data', region: 'eu-west-1', ...KEYS }],
  ['azureBlob', 'AzureBackingStore', { targetBlobContainer: 'data', ...KEYS }],
  ['googleCloudStorage', 'GoogleBackingStore', { targetBucket: 'data', ...KEYS }],
  ['ibmCos', 'CompatibleBackingStore', COMPATIBLE],
  ['s3Compatible', 'CompatibleBackingStore', COMPATIBLE],
  [
    'pvPool',
    'PvPool',
    {
      numVolumes: 3,
      storageClass: 'fast',
      resources: { requests: { storage: '50Gi', cpu: '100m' }, limits: { cpu: '1' } },
    },
  ],
])('backing store: %s', (kind, type, store) => {
  expect(unsetKeys(type, [store]).filter(key => !key.startsWith('resources.claims'))).toEqual([]);
  const placementPolicy = { tiers: [{ backingStores: ['pool'], placement: 'Mirror' }] };
  const bucketClass = { name: 'images', placementPolicy, quota: { maxSize: '1Ti', maxObjects: '1000' } };
  const backingStore = { name: 'pool', [kind]: store };
  const objects = objectsWith({ odf: { noobaa: { bucketName: 'images', backingStore, bucketClass } } });
  expect(objectOf(objects, 'BackingStore').spec).toEqual({ type: expect.any(String), [kind]: store });
  expect(unsetKeys('BucketClass', [bucketClass])).toEqual([]);
  expect(objectOf(objects, 'BucketClass').spec).toEqual({ placementPolicy, quota: bucketClass.quota });
});
