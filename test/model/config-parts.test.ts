/** A Config that is not ours as a whole: storage that the operator makes, ROSA, and the Config of someone else. */

import { parse } from 'yaml';
import { NO_INPUTS } from '../../src/config/inputs';
import type { Cluster } from '../../src/config/shape/cluster';
import { resolve } from '../../src/model/resolve';
import { type AnyManifest, objectsOf, runCluster } from '../support/fleet';

const KEY = 'keyID: "arn:aws:kms:eu-west-1:111122223333:key/k"';
const codesOf = (yaml: string): readonly string[] =>
  runCluster(yaml)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code)
    .sort();
const specOf = (yaml: string): unknown => objectsOf(yaml).find(({ kind }) => kind === 'Config')?.spec;
const kindsOf = (yaml: string): readonly string[] => objectsOf(yaml).map(({ kind }: AnyManifest) => kind);
const modelOf = (yaml: string) => resolve({ name: 'a', openshift: '4.16', ...parse(yaml) } as Cluster, NO_INPUTS);

describe('settings of the storage that the operator makes', () => {
  test.each<[string, string, object]>([
    [
      'a KMS key on AWS',
      `{platform: aws, storage: {managementState: Managed, s3: {encrypt: true, ${KEY}}}}`,
      { managementState: 'Managed', s3: { encrypt: true, keyID: 'arn:aws:kms:eu-west-1:111122223333:key/k' } },
    ],
    [
      'its region, and the endpoint of a network of your own',
      '{platform: aws, storage: {managementState: Managed, s3: {region: eu-west-1, regionEndpoint: "https://bucket.vpce-1.s3.eu-west-1.vpce.amazonaws.com"}}}',
      {
        managementState: 'Managed',
        s3: { region: 'eu-west-1', regionEndpoint: 'https://bucket.vpce-1.s3.eu-west-1.vpce.amazonaws.com' },
      },
    ],
    [
      'a part size',
      '{platform: aws, openshift: "4.18", storage: {managementState: Managed, s3: {chunkSizeMiB: 64}}}',
      { managementState: 'Managed', s3: { chunkSizeMiB: 64 } },
    ],
    [
      'a private endpoint on Azure',
      '{platform: azure, openshift: "4.15", storage: {managementState: Managed, azure: {networkAccess: {type: Internal}}}}',
      { managementState: 'Managed', azure: { networkAccess: { type: 'Internal' } } },
    ],
  ])('%s: these leaves, and nothing else of the storage', (_, yaml, storage) => {
    expect(specOf(yaml)).toMatchObject({ managementState: 'Managed', replicas: 2 });
    expect((specOf(yaml) as { storage: unknown }).storage).toEqual(storage);
    expect(kindsOf(yaml)).toEqual(['Config']);
  });

  test('it is the storage of the operator to the lock, and nothing is taken out of it', () => {
    const yaml = `{platform: aws, storage: {managementState: Managed, s3: {encrypt: true, ${KEY}}}, takeOver: {fields: [storage]}}`;
    const { storage, takeover } = modelOf(yaml);
    expect(storage).toMatchObject({ operatorMade: true, identity: { backend: 'platform' } });
    expect(takeover).toBeUndefined();
    expect(codesOf(yaml)).toEqual(['CLOUD_IDENTITY_KMS', 'TAKEOVER_IDLE']);
  });

  test.each<[string, string, readonly string[]]>([
    ['a forgotten bucket', '{platform: aws, storage: {s3: {region: eu-west-1}}}', ['S3_BUCKET_REQUIRED']],
    [
      'Unmanaged',
      '{platform: aws, storage: {managementState: Unmanaged, s3: {region: eu-west-1}}}',
      ['S3_BUCKET_REQUIRED'],
    ],
    [
      'a name that is empty',
      '{platform: aws, storage: {managementState: Managed, s3: {bucket: "", region: eu-west-1}}}',
      ['S3_BUCKET_REQUIRED', 'STORAGE_MANAGED_OWN'],
    ],
    [
      'a platform without such storage',
      '{platform: vsphere, storage: {managementState: Managed, s3: {region: eu-west-1}}, credentials: {existingSecret: {}}}',
      ['S3_BUCKET_REQUIRED', 'STORAGE_MANAGED_OWN'],
    ],
    [
      'the store of someone else',
      '{platform: aws, storage: {managementState: Managed, s3: {region: a, regionEndpoint: "https://minio.example.com"}}, credentials: {existingSecret: {}}}',
      ['S3_BUCKET_REQUIRED', 'STORAGE_MANAGED_OWN'],
    ],
    [
      'half a name',
      '{platform: azure, storage: {managementState: Managed, azure: {accountName: acme}}}',
      ['AZURE_CONTAINER_REQUIRED', 'STORAGE_MANAGED_OWN'],
    ],
    ['a bucket without its region', '{platform: aws, storage: {s3: {bucket: acme-registry}}}', ['S3_REGION_REQUIRED']],
    [
      'a bucket to be made that has no name',
      '{platform: aws, storage: {managementState: Managed, s3: {region: eu-west-1, provision: {ack: {}}}}}',
      ['S3_BUCKET_REQUIRED', 'STORAGE_MANAGED_OWN'],
    ],
    [
      'a key without encryption',
      `{platform: aws, storage: {managementState: Managed, s3: {${KEY}}}}`,
      ['S3_KEYID_WITHOUT_ENCRYPT'],
    ],
    [
      'a version that does not know who manages',
      '{platform: aws, openshift: "4.5", storage: {managementState: Managed, s3: {encrypt: true}}}',
      ['FIELD_VERSION'],
    ],
  ])('%s', (_, yaml, expected) => {
    expect(codesOf(yaml)).toEqual(expect.arrayContaining([...expected]));
    expect(codesOf(yaml).length).toBeLessThanOrEqual(expected.length + 1);
  });
});

describe('ROSA', () => {
  test('nothing of the Config, where none of it is set', () => {
    expect(kindsOf('{platform: rosa, pruner: {schedule: "0 2 * * *"}}')).toEqual(['ImagePruner']);
    expect(modelOf('{platform: rosa}').registry).toBeUndefined();
  });

  test('the default route and a KMS key, and no other field', () => {
    expect(
      specOf(
        `{platform: rosa, routes: {default: true}, storage: {managementState: Managed, s3: {encrypt: true, ${KEY}}}}`,
      ),
    ).toEqual({
      defaultRoute: true,
      storage: {
        managementState: 'Managed',
        s3: { encrypt: true, keyID: 'arn:aws:kms:eu-west-1:111122223333:key/k' },
      },
    });
    expect(specOf('{platform: rosa, routes: {default: true}}')).toEqual({ defaultRoute: true });
  });

  test.each<[string, readonly string[]]>([
    ['{routes: {default: true}}', []],
    ['{routes: {default: false}}', []],
    ['{routes: {default: true, custom: [{name: a, hostname: a.example.com}]}}', ['ROSA_MANAGED']],
    ['{storage: {managementState: Managed, s3: {encrypt: true}}}', []],
    [
      '{storage: {managementState: Managed, s3: {encrypt: true, chunkSizeMiB: 64}}, openshift: "4.18"}',
      ['ROSA_MANAGED'],
    ],
    ['{storage: {s3: {bucket: acme-registry, region: eu-west-1, encrypt: true}}}', ['ROSA_MANAGED']],
    ['{registry: {replicas: 3}}', ['ROSA_MANAGED']],
    ['{registry: {own: false}}', []],
    ['{credentials: {existingSecret: {}}}', ['ROSA_MANAGED']],
    ['{image: {registrySources: {blockedRegistries: [docker.io]}}}', ['ROSA_IMAGE']],
    ['{hosted: true, pruner: {schedule: "0 2 * * *"}}', []],
    ['{hosted: true, access: {viewers: [{project: a, users: [ann]}]}}', []],
    ['{hosted: true, routes: {default: true}}', ['ROSA_MANAGED']],
    ['{hosted: true, storage: {managementState: Managed, s3: {encrypt: true}}}', ['ROSA_MANAGED']],
    ['{hosted: true, image: {registrySources: {blockedRegistries: [docker.io]}}}', ['ROSA_MANAGED']],
  ])('%s', (settings, expected) => {
    const found = codesOf(JSON.stringify({ platform: 'rosa', ...parse(settings) }));
    expect(found.filter(code => !code.startsWith('S3_'))).toEqual(expected);
  });

  test('a hosted control plane elsewhere is refused', () => {
    expect(codesOf('{platform: aws, hosted: true}')).toEqual(['HOSTED_CONTROL_PLANE']);
  });
});

describe('a Config of someone else', () => {
  test.each(['vsphere', 'aws', 'openstack', 'none', 'rosa'])(
    '%s: pruner, access and image settings alone',
    platform => {
      const yaml = `
      platform: ${platform}
      registry: {own: false}
      pruner: {schedule: "0 2 * * *"}
      access: {viewers: [{project: team-a, users: [ann]}]}
      image: {registrySources: {blockedRegistries: [docker.io]}}`;
      expect(kindsOf(yaml).slice().sort()).toEqual(['Image', 'ImagePruner', 'RoleBinding']);
    },
  );

  test.each([
    ['registry', '{own: false, replicas: 3}'],
    ['storage', '{pvc: {accessModes: [ReadWriteMany], storageClassName: files}}'],
    ['routes', '{default: true}'],
    ['credentials', '{existingSecret: {}}'],
    ['takeOver', '{by: none}'],
  ])('%s beside it is an error', (key, value) => {
    const yaml = JSON.stringify({ platform: 'vsphere', registry: { own: false }, [key]: parse(value) });
    expect(codesOf(yaml)).toContain('REGISTRY_NOT_OURS');
    expect(runCluster(yaml).manifests).toEqual({});
  });

  test('own: true is what is meant without it', () => {
    expect(specOf('{platform: aws, registry: {own: true}}')).toEqual(specOf('{platform: aws}'));
  });
});
