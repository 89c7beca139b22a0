/** Defaults that the model fills in. */

import type { Cluster } from '../../src/config/shape/cluster';
import { resolveArgoCd } from '../../src/model/argocd';
import type { RegistryModel } from '../../src/model/model';
import { resolve } from '../../src/model/resolve';

const modelOf = (settings: Omit<Cluster, 'name' | 'platform'>): RegistryModel =>
  resolve({ name: 'a', platform: 'baremetal', openshift: '4.14', ...settings });

test('a cluster is highly available and in production unless it says otherwise', () => {
  expect(modelOf({})).toMatchObject({ environment: 'production', topology: 'highly-available' });
  const edge = { environment: 'non-production', topology: 'single-node' } as const;
  expect(modelOf(edge)).toMatchObject(edge);
});

test('Swift is told a password unless the credentials say otherwise', () => {
  expect(modelOf({}).swiftAuth).toBe('password');
  expect(modelOf({ credentials: { swiftAuth: 'token' } }).swiftAuth).toBe('token');
});

const S3 = { s3: { bucket: 'b', region: 'r', regionEndpoint: 'https://minio.example.com' } };
const store = { name: 'vault' };

test.each<readonly [string, Cluster['credentials'], object]>([
  [
    'an ExternalSecret',
    { externalSecret: { store, key: 'k' } },
    { store: { ...store, kind: 'SecretStore' }, refreshInterval: '1h0m0s' },
  ],
  [
    'an ExternalSecret with settings of its own',
    { externalSecret: { store: { ...store, kind: 'ClusterSecretStore' }, key: 'k', refreshInterval: '90m' } },
    { store: { ...store, kind: 'ClusterSecretStore' }, refreshInterval: '1h30m0s' },
  ],
  [
    'a SealedSecret, whose ciphertext may be folded over lines',
    { sealedSecret: { encryptedData: { key: 'AgB\nCd\r\nE\n' } } },
    { scope: 'strict', encryptedData: { key: 'AgBCdE' } },
  ],
])('%s', (_, credentials, source) => {
  expect(modelOf({ storage: S3, credentials }).credentials).toMatchObject({ source });
});

test('a plain Secret has the type that the API server gives it', () => {
  const credentials = { secret: { env: { key: 'VARIABLE' } } };
  expect(modelOf({ storage: S3, credentials }).credentials?.type).toBe('Opaque');
});

const claimOf = (noobaa: object): object | undefined =>
  modelOf({ storage: { odf: { noobaa: { bucketName: 'b', ...noobaa } } } }).storage?.bucketClaim;

const remote = { targetBucket: 't', endpoint: 'https://s3.example.com', secret: { name: 's' } };
const ours = { ...remote, signatureVersion: 'v4', secret: { name: 's', namespace: 'openshift-storage' } };

test.each<readonly [string, object, object]>([
  ['s3Compatible', { s3Compatible: remote }, { kind: 's3Compatible', store: ours }],
  [
    'ibmCos',
    { ibmCos: { ...remote, signatureVersion: 'v2' } },
    { kind: 'ibmCos', store: { ...ours, signatureVersion: 'v2' } },
  ],
  [
    'awsS3',
    { awsS3: { targetBucket: 't', secret: { name: 's', namespace: 'other' } } },
    { kind: 'awsS3', store: { targetBucket: 't', secret: { name: 's', namespace: 'other' } } },
  ],
  [
    'pvPool',
    { pvPool: { numVolumes: 3, resources: { requests: { storage: '1024Mi' } } } },
    { kind: 'pvPool', store: { numVolumes: 3, resources: { requests: { storage: '1Gi' } } } },
  ],
])('a backing store: %s', (_, kind, backingStore) => {
  expect(claimOf({ backingStore: { name: 'pool', ...kind } })).toMatchObject({
    backingStore: { name: 'pool', ...backingStore },
  });
});

test('a bucket class is spread over the store beside it, unless it has a policy', () => {
  const backingStore = { name: 'pool', s3Compatible: remote };
  expect(claimOf({ backingStore, bucketClass: { name: 'c' } })).toMatchObject({
    bucketClass: { name: 'c', tiers: [{ backingStores: ['pool'] }] },
  });
  const tiers = [{ backingStores: ['x', 'y'], placement: 'Mirror' }];
  expect(claimOf({ backingStore, bucketClass: { name: 'c', placementPolicy: { tiers } } })).toMatchObject({
    bucketClass: { tiers },
  });
});

test('the argocd block', () => {
  expect(resolveArgoCd({ repoURL: 'https://git.example.com/r.git', path: './out/' })).toEqual({
    repoURL: 'https://git.example.com/r.git',
    targetRevision: 'HEAD',
    clustersPath: 'out/clusters',
    namespace: 'openshift-gitops',
    project: 'image-registry',
    generator: 'gitDirectories',
    automated: true,
    prune: false,
    refreshOnRetry: false,
    serviceAccount: { namespace: 'openshift-gitops', name: 'openshift-gitops-argocd-application-controller' },
    controllerRights: 'openshift-gitops',
  });
});
