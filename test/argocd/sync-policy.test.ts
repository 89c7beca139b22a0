/** The policy of each object in Argo CD, and the table of it in the documentation. */

import { syncPolicyTable } from '../../src/argocd/sync-policy-table';
import { SYNC_POLICY, type SyncRole, syncAnnotations } from '../../src/facts/sync-policy';
import {
  type Annotated,
  afterLeavingGit,
  goesWithApplication,
  isAppliedByServer,
  waitsForItsKind,
  waveOf,
} from '../support/argo-sync';
import { type AnyManifest, objectOf, objectsOf } from '../support/fleet';
import { between, committed, fileOf } from '../support/generated';

const objectIn = (role: SyncRole): Annotated => ({ metadata: { annotations: syncAnnotations(role) } });

/** What holds images, is the way to them, or belongs to the whole cluster. */
const KEPT: readonly SyncRole[] = [
  'namespace',
  'provisionedBucket',
  'storageClass',
  'backingStore',
  'bucketClaim',
  'volume',
  'clusterSetBinding',
  'registryCAs',
  'externalSecret',
  'sealedSecret',
  'secret',
  'claimBesideTakeover',
  'claim',
  'registry',
  'pruner',
  'image',
  'mirrorSet',
  'imageStream',
  'pullCredentials',
];

test.each(KEPT)('%s: stays when it leaves git or its Application goes, and the application is Synced', role => {
  expect(afterLeavingGit(objectIn(role))).toEqual({ deleted: false, outOfSync: false });
  expect(goesWithApplication(objectIn(role))).toBe(false);
});

const roles = Object.keys(SYNC_POLICY) as SyncRole[];
test.each(roles.filter(role => !KEPT.includes(role)))('%s: goes when it leaves git', role => {
  expect(afterLeavingGit(objectIn(role)).deleted).toBe(true);
  // the registry, which stays, names the bundle
  expect(goesWithApplication(objectIn(role))).toBe(role !== 'trustBundle');
});

test('objects that others write to as well are applied by the server; nothing replaces or forces', () => {
  expect(roles.filter(role => isAppliedByServer(objectIn(role)))).toEqual(['registry', 'pruner', 'image']);
  for (const { options } of Object.values(SYNC_POLICY)) {
    expect(options.filter(option => /^(Replace|Force)=/.test(option))).toEqual([]);
  }
});

test.each<[SyncRole, SyncRole]>([
  ['namespace', 'permission'],
  ['permission', 'bucketKeysJob'],
  ['script', 'bucketKeysJob'],
  ['permission', 'takeoverJob'],
  ['storageClass', 'claim'],
  ['storageClass', 'bucketClaim'],
  ['backingStore', 'bucketClaim'],
  ['bucketClaim', 'externalSecret'],
  ['bucketClaim', 'bucketKeysJob'],
  ['secretStore', 'externalSecret'],
  ['externalSecret', 'registry'],
  ['sealedSecret', 'registry'],
  ['secret', 'registry'],
  ['bucketKeysJob', 'registry'],
  ['trustBundle', 'registry'],
  ['provisionedBucket', 'registry'],
  ['volume', 'claim'],
  ['volume', 'claimBesideTakeover'],
  ['storageClass', 'claimBesideTakeover'],
  ['takeoverJob', 'registry'],
  ['registryCAs', 'image'],
])('%s comes before %s', (first, second) => {
  expect(waveOf(objectIn(first))).toBeLessThan(waveOf(objectIn(second)));
});

test.each<[SyncRole, SyncRole]>([
  ['claim', 'registry'],
  ['claimBesideTakeover', 'takeoverJob'],
])('%s shares a wave with %s, because a claim may bind only once the registry uses it', (first, second) => {
  expect(waveOf(objectIn(first))).toBe(waveOf(objectIn(second)));
});

test.each<[SyncRole, string]>([
  ['pruner', 'its last Job may have failed'],
  ['certificate', 'it may never be issued'],
  ['registry', 'it is degraded while the Secret of a route is missing'],
  ['access', 'its project may be missing'],
  ['imageStream', 'its project may be missing'],
  ['pullCredentials', 'its project may be missing'],
])('no wave follows that of %s: %s', role => {
  expect(Math.max(...roles.map(each => waveOf(objectIn(each))))).toBe(waveOf(objectIn(role)));
});

test('the trust bundle goes only once the registry no longer names it', () => {
  expect(SYNC_POLICY.trustBundle.options).toContain('PruneLast=true');
});

/** Groups that every OpenShift cluster serves. */
const BUILT_IN = [
  'v1',
  'batch/v1',
  'apps/v1',
  'rbac.authorization.k8s.io/v1',
  'storage.k8s.io/v1',
  'imageregistry.operator.openshift.io/v1',
  'config.openshift.io/v1',
  'image.openshift.io/v1',
];

const CLUSTERS = {
  noobaa: `{platform: vsphere, baseDomain: a.example.com, storage: {odf: {noobaa: {bucketName: acme-registry,
    backingStore: {name: s, pvPool: {numVolumes: 3, resources: {requests: {storage: 100Gi}}}}, bucketClass: {name: c},
    trustedCA: {configMap: my-ca}}}}, credentials: {bucketClaim: {externalSecret: {}}}}`,
  s3: `{platform: aws, storage: {s3: {bucket: acme-registry, region: eu-west-1}},
    credentials: {externalSecret: {store: {name: vault}, key: registry}}}`,
  claim: `{platform: baremetal, pruner: {schedule: "0 2 * * *"},
    storage: {pvc: {accessModes: [ReadWriteMany], storageClass: {name: nfs, provisioner: nfs.csi.k8s.io}}}}`,
};

describe.each(Object.entries(CLUSTERS))('objects of a cluster with %s', (_name, cluster) => {
  const objects = objectsOf(cluster) as readonly (AnyManifest & Annotated)[];

  test('a kind that another operator brings does not stop the sync before it is there', () => {
    for (const object of objects) {
      if (!BUILT_IN.includes(object.apiVersion))
        expect([object.kind, waitsForItsKind(object)]).toEqual([object.kind, true]);
    }
  });

  test('every object says its wave, and all that hold data stay', () => {
    const data = /^(Config|ImagePruner|PersistentVolume|PersistentVolumeClaim|StorageClass|ObjectBucketClaim)$/;
    const more = /^(ExternalSecret|SealedSecret|Secret|BackingStore|BucketClass|Bucket|Image|Namespace)$/;
    for (const object of objects) {
      expect(object.metadata).toHaveProperty(['annotations', 'argocd.argoproj.io/sync-wave']);
      if (data.test(object.kind) || more.test(object.kind)) {
        expect([object.kind, afterLeavingGit(object)]).toEqual([object.kind, { deleted: false, outOfSync: false }]);
        expect([object.kind, goesWithApplication(object)]).toEqual([object.kind, false]);
      }
    }
  });
});

test('the registry says all of its policy', () => {
  const config = objectOf(objectsOf(CLUSTERS.claim), 'Config') as AnyManifest & Annotated;
  expect(config.metadata.annotations).toEqual({
    'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Prune=false,Delete=false',
    'argocd.argoproj.io/sync-wave': '20',
  });
});

test('docs/gitops.md has the table', () => {
  const text = between(fileOf('docs/gitops.md'), 'sync policy', syncPolicyTable());
  expect(committed('docs/gitops.md', text)).toBe(text);
});
