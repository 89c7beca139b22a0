import { parse } from 'yaml';
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

test.each<[string, string, readonly string[]]>([
  ['aws', PVC, ['another']],
  ['aws', S3, ['another', 's3.encrypt', 's3.regionEndpoint']],
  ['aws', '{s3: {bucket: b, region: r, encrypt: true}}', ['another', 's3.regionEndpoint']],
  ['aws', '{s3: {bucket: b, region: r, encrypt: true, regionEndpoint: "https://s3.example.com"}}', []],
  ['aws', GCS, ['another']],
  ['gcp', GCS, ['another', 'gcs.projectID']],
  ['gcp', '{gcs: {bucket: b, region: r, projectID: p}}', []],
  ['azure', AZURE, ['another', 'azure.cloudName']],
  ['azure', PVC, ['another']],
  ['ibmcloud', IBM, []],
  ['ibmcloud', PVC, ['another']],
  ['powervs', S3, ['another']],
  ['openstack', SWIFT, ['another']],
  ['openstack', PVC, ['another']],
  ['openstack', S3, ['another']],
  ['ovirt', PVC, []],
  ['ovirt', S3, ['another']],
  ['alibabacloud', S3, ['another']],
  ['baremetal', PVC, []],
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

test('fields that the version does not know are not looked for', () => {
  expect(removed(`{platform: aws, openshift: "4.4", storage: ${S3}}`)).toEqual([
    'another',
    's3.encrypt',
    's3.regionEndpoint',
  ]);
});

test('what a managing operator puts back is left to it', () => {
  const storage = '{managementState: Managed, s3: {bucket: ours, region: eu-west-1}}';
  expect(removed(`{platform: aws, storage: ${storage}}`)).toEqual(['another', 's3.regionEndpoint']);
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

test('a generated name of a bucket is not taken away, nor is the Job that copies it struck off its owners', () => {
  const odf = '{odf: {noobaa: {generateBucketName: registry}}}';
  const model = takeover(
    `{platform: gcp, takeOver: {fields: [storage]}, storage: ${odf}, credentials: {bucketClaim: {job: {}}}}`,
  );
  expect(model?.remove.map(path => path.join('.'))).not.toContain('storage.s3.bucket');
  expect(model?.fields).toEqual([]);
});
