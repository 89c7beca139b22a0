import { NEWEST_VERSION } from '../../../src/facts/versions';
import { objectOf, objectsOf } from '../../support/fleet';
import { marks } from '../../support/marks';
import { ownErrors } from '../../support/own-schema';

const VERSIONS = ['4.3', '4.6', '4.10', '4.14', '4.18', NEWEST_VERSION];
const GROUPS = /^(s3\.services\.k8s\.aws|s3\.aws\.(m\.)?upbound\.io|storage\.(cnrm\.cloud\.google|azure)\.com)\//;

/** The objects of the provisioner alone, each valid. */
function provisioned(storage: string, { openshift = '4.14', platform = 'aws' } = {}): ReturnType<typeof objectsOf> {
  const credentials = platform === 'azure' ? 'credentials: {existingSecret: {}}, ' : '';
  const objects = objectsOf(`{platform: ${platform}, openshift: "${openshift}", ${credentials}storage: ${storage}}`);
  expect(objects.flatMap(object => ownErrors(object, openshift))).toEqual([]);
  expect(objectOf(objects, 'Config').spec.storage).not.toHaveProperty('provision');
  return objects.filter(({ apiVersion }) => GROUPS.test(apiVersion));
}

const s3 = (provision: string, more = ''): string =>
  `{s3: {bucket: registry-prod, region: eu-west-1, provision: ${provision}${more}}}`;

describe('AWS Controllers for Kubernetes', () => {
  const spec = {
    name: 'registry-prod',
    createBucketConfiguration: { locationConstraint: 'eu-west-1' },
    publicAccessBlock: {
      blockPublicACLs: true,
      blockPublicPolicy: true,
      ignorePublicACLs: true,
      restrictPublicBuckets: true,
    },
    encryption: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] },
    lifecycle: {
      rules: [
        {
          id: 'cleanup-incomplete-multipart-registry-uploads',
          status: 'Enabled',
          filter: { prefix: '' },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        },
      ],
    },
  };

  test.each(VERSIONS)('one Bucket that is retained, on %s', openshift => {
    expect(provisioned(s3('{ack: {}}'), { openshift })).toEqual([
      {
        apiVersion: 's3.services.k8s.aws/v1alpha1',
        kind: 'Bucket',
        metadata: marks('provisionedBucket', {
          name: 'registry-prod',
          namespace: 'openshift-image-registry',
          annotations: { 'services.k8s.aws/deletion-policy': 'retain', 'services.k8s.aws/region': 'eu-west-1' },
        }),
        spec,
      },
    ]);
  });

  test('with a KMS key, in a namespace of its own', () => {
    const [bucket] = provisioned(s3('{ack: {namespace: infra}}', ', encrypt: true, keyID: "alias/registry"'));
    expect(bucket?.metadata.namespace).toBe('infra');
    expect(bucket?.spec.encryption.rules).toEqual([
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyID: 'alias/registry' },
        bucketKeyEnabled: true,
      },
    ]);
  });

  test('S3 refuses a location constraint in us-east-1', () => {
    const [bucket] = provisioned('{s3: {bucket: registry-prod, region: us-east-1, provision: {ack: {}}}}');
    const { createBucketConfiguration, ...same } = spec;
    expect(bucket?.spec).toEqual(same);
  });
});

describe('Crossplane', () => {
  const settings = (sse: object): readonly (readonly [string, object])[] => [
    ['Bucket', { forceDestroy: false }],
    [
      'BucketPublicAccessBlock',
      {
        bucketRef: { name: 'registry-prod' },
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
    ],
    ['BucketServerSideEncryptionConfiguration', { bucketRef: { name: 'registry-prod' }, rule: [sse] }],
    [
      'BucketLifecycleConfiguration',
      {
        bucketRef: { name: 'registry-prod' },
        rule: [
          {
            id: 'cleanup-incomplete-multipart-registry-uploads',
            status: 'Enabled',
            filter: [{ prefix: '' }],
            abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }],
          },
        ],
      },
    ],
  ];

  test.each(VERSIONS)('cluster-scoped: the bucket and its settings are orphaned, on %s', openshift => {
    const versions = { Bucket: 'v1beta2', BucketPublicAccessBlock: 'v1beta1' } as Record<string, string>;
    const sse = { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } };
    expect(provisioned(s3('{crossplane: {}}'), { openshift })).toEqual(
      settings(sse).map(([kind, own]) => ({
        apiVersion: `s3.aws.upbound.io/${versions[kind] ?? 'v1beta2'}`,
        kind,
        metadata: marks('provisionedBucket', { name: 'registry-prod' }),
        spec: {
          deletionPolicy: 'Orphan',
          providerConfigRef: { name: 'default' },
          forProvider: { region: 'eu-west-1', ...own },
        },
      })),
    );
  });

  test.each(VERSIONS)('namespaced: no right to delete, on %s', openshift => {
    const provision = '{crossplane: {group: s3.aws.m.upbound.io, namespace: infra, providerConfig: registry}}';
    const sse = {
      applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: 'alias/registry' },
      bucketKeyEnabled: true,
    };
    expect(provisioned(s3(provision, ', encrypt: true, keyID: "alias/registry"'), { openshift })).toEqual(
      settings(sse).map(([kind, own]) => ({
        apiVersion: 's3.aws.m.upbound.io/v1beta1',
        kind,
        metadata: marks('provisionedBucket', { name: 'registry-prod', namespace: 'infra' }),
        spec: {
          managementPolicies: ['Observe', 'Create', 'Update', 'LateInitialize'],
          providerConfigRef: { kind: 'ClusterProviderConfig', name: 'registry' },
          forProvider: { region: 'eu-west-1', ...own },
        },
      })),
    );
  });
});

test.each(VERSIONS)('Config Connector: one StorageBucket that is abandoned, on %s', openshift => {
  const keyID = 'projects/acme/locations/europe-west1/keyRings/r/cryptoKeys/k';
  const gcs = `{bucket: registry-prod, region: europe-west1, projectID: acme, keyID: ${keyID}, provision: {configConnector: {}}}`;
  expect(provisioned(`{gcs: ${gcs}}`, { openshift, platform: 'gcp' })).toEqual([
    {
      apiVersion: 'storage.cnrm.cloud.google.com/v1beta1',
      kind: 'StorageBucket',
      metadata: marks('provisionedBucket', {
        name: 'registry-prod',
        namespace: 'openshift-image-registry',
        annotations: {
          'cnrm.cloud.google.com/deletion-policy': 'abandon',
          'cnrm.cloud.google.com/force-destroy': 'false',
          'cnrm.cloud.google.com/project-id': 'acme',
        },
      }),
      spec: {
        location: 'EUROPE-WEST1',
        publicAccessPrevention: 'enforced',
        uniformBucketLevelAccess: true,
        encryption: { kmsKeyRef: { external: keyID } },
        lifecycleRule: [{ action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 1 } }],
      },
    },
  ]);
});

test.each(VERSIONS)('Azure Service Operator: a closed account, detached when it goes, on %s', openshift => {
  const metadata = (name: string): object =>
    marks('provisionedBucket', {
      name,
      namespace: 'infra',
      annotations: { 'serviceoperator.azure.com/reconcile-policy': 'detach-on-delete' },
    });
  const provision = '{azureServiceOperator: {resourceGroup: registry-rg, location: westeurope, namespace: infra}}';
  const azure = `{accountName: registryprod, container: images, provision: ${provision}}`;
  const apiVersion = 'storage.azure.com/v1api20230101';
  expect(provisioned(`{azure: ${azure}}`, { openshift, platform: 'azure' })).toEqual([
    {
      apiVersion,
      kind: 'StorageAccount',
      metadata: metadata('registryprod'),
      spec: {
        azureName: 'registryprod',
        owner: { name: 'registry-rg' },
        location: 'westeurope',
        kind: 'StorageV2',
        sku: { name: 'Standard_LRS' },
        allowBlobPublicAccess: false,
        allowSharedKeyAccess: true,
        supportsHttpsTrafficOnly: true,
        minimumTlsVersion: 'TLS1_2',
      },
    },
    {
      apiVersion,
      kind: 'StorageAccountsBlobService',
      metadata: metadata('registryprod'),
      spec: { owner: { name: 'registryprod' } },
    },
    {
      apiVersion,
      kind: 'StorageAccountsBlobServicesContainer',
      metadata: metadata('images'),
      spec: { azureName: 'images', owner: { name: 'registryprod' }, publicAccess: 'None' },
    },
  ]);
});
