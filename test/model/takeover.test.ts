import { parse } from 'yaml';
import { NO_INPUTS } from '../../src/config/inputs';
import type { Cluster } from '../../src/config/shape/cluster';
import { BACKEND_NAMES } from '../../src/facts/backends';
import { resolve } from '../../src/model/resolve';

const takeover = (settings: string): ReturnType<typeof resolve>['takeover'] =>
  resolve({ name: 'example', openshift: '4.14', ...(parse(settings) as object) } as Cluster).takeover;

/** What is removed below `storage`, the other backends in short. */
function removed(settings: string): readonly string[] {
  const paths = (takeover(settings)?.remove ?? []).map(path => path.slice(1).join('.'));
  return paths.map(path => (path.includes('.') ? path : 'another')).filter((path, at, all) => all.indexOf(path) === at);
}

const PVC = '{pvc: {claim: image-registry-storage, accessModes: [ReadWriteMany]}}';
const S3 = '{s3: {bucket: ours, region: eu-west-1}}';
const GCS = '{gcs: {bucket: ours, region: europe-west1}}';
const AZURE = '{azure: {accountName: ours, container: ours}}';
const SWIFT = '{swift: {container: ours}}';
const IBM = '{ibmcos: {bucket: b, location: l, resourceGroupName: r, serviceInstanceCRN: s, resourceKeyCRN: k}}';

const STORE = '{s3: {bucket: b, region: r, regionEndpoint: "https://minio.example.com"}}';

test.each<[string, string, readonly string[]]>([
  ['aws', PVC, ['another']],
  ['aws', GCS, ['another']],
  ['aws', S3, []],
  ['aws', '{s3: {bucket: b, region: r, encrypt: true}}', []],
  ['aws', '{s3: {bucket: b, region: r, regionEndpoint: "https://s3.eu-west-1.amazonaws.com"}}', []],
  ['aws', STORE, ['another', 's3.encrypt']],
  ['aws', STORE.replace('region: r', 'region: r, encrypt: true'), []],
  ['aws', STORE.replace('region: r', 'region: us-iso-east-1'), []],
  ['gcp', GCS, []],
  ['gcp', '{gcs: {bucket: b, region: r, projectID: p}}', []],
  ['gcp', S3, ['another']],
  ['azure', AZURE, []],
  ['azure', '{azure: {accountName: ours, container: ours, cloudName: AzurePublicCloud}}', []],
  ['azure', '{azure: {accountName: ours, container: ours, cloudName: AzureUSGovernmentCloud}}', []],
  ['azure', PVC, ['another']],
  ['ibmcloud', IBM, []],
  ['ibmcloud', '{ibmcos: {bucket: b}}', []],
  ['ibmcloud', PVC, ['another']],
  ['powervs', S3, ['another']],
  ['openstack', SWIFT, ['another']],
  ['openstack', PVC, ['another']],
  ['openstack', S3, ['another']],
  ['ovirt', PVC, []],
  ['ovirt', S3, ['another']],
  ['alibabacloud', S3, ['another']],
  ['alibabacloud', '{oss: {bucket: b, region: r}}', []],
  ['baremetal', PVC, []],
  ['baremetal', STORE, []],
  ['vsphere', S3, []],
  ['nutanix', PVC, []],
  ['none', S3, []],
  ['rosa', S3, []],
])('%s with storage %s removes %j', (platform, storage, expected) => {
  expect(removed(`{platform: ${platform}, storage: ${storage}}`)).toEqual(expected);
});

test('every backend but the own one goes', () => {
  const paths = takeover(`{platform: aws, storage: ${PVC}}`)?.remove.map(path => path.join('.'));
  expect(paths?.sort()).toEqual(
    BACKEND_NAMES.filter(backend => backend !== 'pvc')
      .map(backend => `storage.${backend}`)
      .sort(),
  );
});

test.each<[string, readonly string[]]>([
  ['bootstrapStorage: pvc', []],
  ['bootstrapStorage: swift', ['another']],
])('on OpenStack %s decides', (choice, expected) => {
  expect(removed(`{platform: openstack, storage: ${PVC}, ${choice}}`)).toEqual(expected);
});

test('Alibaba Cloud has no storage of its own from 4.17 on', () => {
  expect(removed(`{platform: alibabacloud, openshift: "4.17", storage: ${S3}}`)).toEqual([]);
});

test.each(['4.3', '4.5'])(
  'on %s, without a state of the storage, what a managing operator puts back is left to it',
  version => {
    expect(removed(`{platform: aws, openshift: "${version}", storage: ${STORE}}`)).toEqual([]);
    expect(removed(`{platform: aws, openshift: "${version}", storage: ${PVC}}`)).toEqual(['another']);
  },
);

test('what a managing operator puts back is left to it', () => {
  expect(removed(`{platform: aws, storage: ${STORE.replace('{s3', '{managementState: Managed, s3')}}`)).toEqual([]);
});

test('fields that the version does not know are not looked for', () => {
  const settings = (version: string) =>
    `{platform: baremetal, openshift: "${version}", takeOver: {fields: [storage]}, storage: ${S3}}`;
  expect(removed(settings('4.16'))).not.toContain('s3.chunkSizeMiB');
  expect(removed(settings('4.17'))).toContain('s3.chunkSizeMiB');
});

describe('while an acknowledged change is under way', () => {
  const changing = (settings: string, ...changes: string[]) =>
    resolve({ name: 'example', openshift: '4.14', ...(parse(settings) as object) } as Cluster, {
      ...NO_INPUTS,
      changes,
    }).takeover;
  const TO_S3 = 'to s3 bucket=ours';
  const TO_PVC = 'to pvc claim=image-registry-storage';

  test.each<[string, string, string, boolean]>([
    ['from a claim to S3', `{platform: baremetal, storage: ${S3}}`, `example moves from pvc claim=a b ${TO_S3}`, true],
    ['from S3 to a claim', `{platform: vsphere, storage: ${PVC}}`, `example moves from s3 bucket=a ${TO_PVC}`, true],
    ['from the operator, on AWS', `{platform: aws, storage: ${S3}}`, `example moves from platform ${TO_S3}`, false],
    [
      'from the operator, where it has none',
      `{platform: none, storage: ${S3}}`,
      `example moves from platform ${TO_S3}`,
      true,
    ],
    ['from bucket to bucket', `{platform: none, storage: ${S3}}`, `example moves from s3 bucket=a ${TO_S3}`, false],
    ['of another cluster', `{platform: none, storage: ${S3}}`, `other moves from pvc claim=a ${TO_S3}`, false],
    [
      'to what it is no longer',
      `{platform: none, storage: ${S3}}`,
      'example moves from pvc claim=a to s3 bucket=b',
      false,
    ],
  ])('%s', (_title, settings, change, needed) => {
    const found = changing(settings, change);
    expect(found !== undefined).toBe(needed);
    if (needed) expect(found).toMatchObject({ cause: 'change', change, by: 'job' });
  });

  test('everything goes that git does not state, whoever wrote it', () => {
    const found = changing(`{platform: none, storage: ${S3}}`, `example moves from pvc claim=a ${TO_S3}`);
    const paths = found?.remove.map(path => path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['storage.pvc', 'storage.s3.keyID', 'storage.s3.encrypt']));
    expect(found?.fields).toEqual(['storage']);
  });
});

test.each(['job', 'hand', 'none'])('takeOver.by %s says who, not whether', by => {
  expect(takeover(`{platform: aws, storage: ${PVC}, takeOver: {by: ${by}}}`)).toMatchObject({ by, cause: 'platform' });
  expect(takeover(`{platform: aws, storage: ${S3}, takeOver: {by: ${by}}}`)).toBeUndefined();
});

test.each([
  ['the operator keeps its own storage', '{platform: aws}'],
  ['the registry is Removed', `{platform: aws, storage: ${PVC}, registry: {managementState: Removed}}`],
  ['the registry is Unmanaged', `{platform: aws, storage: ${PVC}, registry: {managementState: Unmanaged}}`],
  ['storage is asked for, and none is named', '{platform: aws, takeOver: {fields: [storage]}}'],
])('no takeover where %s', (_title, settings) => {
  expect(takeover(settings)).toBeUndefined();
});

describe('fields that are asked for', () => {
  const asked = (fields: string, registry = '{}') =>
    takeover(`{platform: aws, takeOver: {fields: [${fields}]}, registry: ${registry}}`);

  test('go as a whole where git does not state them', () => {
    expect(asked('tolerations')).toMatchObject({
      remove: [['tolerations']],
      keep: [],
      fields: ['tolerations'],
      cause: 'asked',
    });
  });

  test('stay where git states them', () => {
    expect(asked('tolerations', '{tolerations: [{operator: Exists}]}')).toMatchObject({ remove: [], keep: [] });
  });

  test('lose the parts that git does not state', () => {
    expect(asked('requests', '{requests: {read: {maxRunning: 5}}}')?.remove).toEqual([
      ['requests', 'read', 'maxInQueue'],
      ['requests', 'write', 'maxRunning'],
      ['requests', 'write', 'maxInQueue'],
    ]);
    expect(asked('resources', '{resources: {limits: {cpu: 1}}}')).toMatchObject({
      remove: [
        ['resources', 'claims'],
        ['resources', 'requests'],
      ],
      keep: [{ path: ['resources', 'limits'], keys: ['cpu'] }],
    });
  });

  test('lose the keys that git does not have', () => {
    expect(asked('nodeSelector', '{nodeSelector: {b: "", a: ""}}')).toMatchObject({
      remove: [],
      keep: [{ path: ['nodeSelector'], keys: ['a', 'b'] }],
    });
  });

  test('storage: every field of the backend that git does not state, also one that people set', () => {
    const settings = `{platform: baremetal, takeOver: {fields: [storage]}, storage: ${S3}}`;
    expect(removed(settings)).toEqual(['another', 's3.encrypt', 's3.regionEndpoint', 's3.keyID', 's3.cloudFront']);
    expect(takeover(settings)?.fields).toEqual(['storage']);
  });
});

test('a generated name of a bucket is not taken away: git does not know it', () => {
  const odf = '{odf: {noobaa: {generateBucketName: registry}}}';
  const model = takeover(
    `{platform: gcp, takeOver: {fields: [storage]}, storage: ${odf}, credentials: {bucketClaim: {job: {}}}}`,
  );
  expect(model?.remove.map(path => path.join('.'))).not.toContain('storage.s3.bucket');
  expect(model?.fields).toEqual(['storage']);
});
