/** What the plugin finds in objects of another app, by code, place and status. */

import type { ImageRegistryValidationProps } from '../../src/plugin/props';
import { EXAMPLE_PEM } from '../../src/rules/example-pem';
import { validate, validateFiles } from '../support/validation';

const PROPS: ImageRegistryValidationProps = { openshift: '4.14', platform: 'vsphere' };
const CERTIFICATE = String(JSON.parse(EXAMPLE_PEM));
const NS = 'openshift-image-registry';
const KEPT = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };

const config = (spec: object = {}, metadata: object = {}) => ({
  apiVersion: 'imageregistry.operator.openshift.io/v1',
  kind: 'Config',
  metadata: { name: 'cluster', annotations: KEPT, ...metadata },
  spec: {
    managementState: 'Managed',
    replicas: 2,
    storage: { managementState: 'Unmanaged', pvc: { claim: 'files' } },
    ...spec,
  },
});
const claim = (spec: object = {}, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'files', namespace: NS, annotations: KEPT, ...metadata },
  spec: {
    accessModes: ['ReadWriteMany'],
    storageClassName: 'shared-files',
    resources: { requests: { storage: '100Gi' } },
    ...spec,
  },
});
const pruner = (spec: object = {}, metadata: object = {}) => ({
  apiVersion: 'imageregistry.operator.openshift.io/v1',
  kind: 'ImagePruner',
  metadata: { name: 'cluster', annotations: KEPT, ...metadata },
  spec: { schedule: '0 0 * * *', suspend: false, ignoreInvalidImageReferences: true, ...spec },
});
const inside = (kind: string, name: string, more: object = {}, namespace = NS) => ({
  apiVersion: 'x/v1',
  kind,
  metadata: { name, namespace },
  ...more,
});
const s3 = (fields: object = {}, spec: object = {}) =>
  config({
    ...spec,
    storage: {
      managementState: 'Unmanaged',
      s3: { bucket: 'registry', region: 'us-east-1', regionEndpoint: 'https://s3.example.com', ...fields },
    },
  });
const keys = (...names: readonly string[]) => ({
  apiVersion: 'bitnami.com/v1alpha1',
  kind: 'SealedSecret',
  metadata: { name: 'image-registry-private-configuration-user', namespace: NS },
  spec: { encryptedData: Object.fromEntries(names.map(name => [name, 'AgB'])) },
});
const S3_KEYS = keys('REGISTRY_STORAGE_S3_ACCESSKEY', 'REGISTRY_STORAGE_S3_SECRETKEY');
const PLAIN = {
  ...inside('Secret', 'image-registry-private-configuration-user'),
  stringData: { REGISTRY_STORAGE_S3_ACCESSKEY: 'hidden-value', REGISTRY_STORAGE_S3_SECRETKEY: 'hidden-value' },
};
const ca = (data: object, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'store-ca', namespace: 'openshift-config', ...metadata },
  data,
});
const TRUST = { trustedCA: { name: 'store-ca' } };
const options = (text: string) => ({ annotations: { 'argocd.argoproj.io/sync-options': text } });

test.each<[string, readonly object[]]>([
  ['nothing of the registry', [inside('Deployment', 'shop', {}, 'shop'), pruner({}, {})]],
  ['a claim and its Config', [config(), claim()]],
  ['one replica on a block device', [config({ replicas: 1, rolloutStrategy: 'Recreate' }), claim()]],
  ['a store with its keys', [s3(), S3_KEYS]],
  ['a CA with its ConfigMap', [s3(TRUST), S3_KEYS, ca({ 'ca-bundle.crt': CERTIFICATE })]],
  ['a list', [{ apiVersion: 'v1', kind: 'List', items: [config(), claim()] }]],
  ['odd things', [config(), claim(), null as unknown as object, 'text' as unknown as object, {}]],
])('%s is fine', async (_, objects) => {
  expect(await validate(objects, PROPS)).toMatchObject({ status: 'success', codes: [] });
});

test.each<[string, readonly object[], string, string]>([
  ['1', [config({}, { name: 'registry' })], 'OBJECT_NAME', 'failure'],
  ['2', [pruner({}, { name: 'nightly' })], 'OBJECT_NAME', 'failure'],
  ['3', [config({ managementState: undefined }), claim()], 'OBJECT_FIELD_MISSING', 'failure'],
  ['5', [config({ managementState: 'managed' }), claim()], 'UNKNOWN_VALUE', 'failure'],
  ['6', [config({ replicas: undefined }), claim()], 'OBJECT_FIELD_MISSING', 'failure'],
  ['7', [config({ replicas: -1 }), claim()], 'REPLICAS_NEGATIVE', 'failure'],
  ['13', [config({ defaultRoute: false }), claim()], 'ZERO_VALUE', 'success'],
  ['14', [config({ resources: { requests: { memory: '1024Mi' } } }), claim()], 'OBJECT_NOT_STORED', 'success'],
  ['15', [pruner({ keepYoungerThanDuration: '7d' })], 'DURATION_UNIT', 'failure'],
  ['16', [config({ httpSecret: 'hidden-value' }), claim()], 'HTTP_SECRET', 'failure'],
  ['17', [config({ observedConfig: { a: 1 } }), claim()], 'OPERATOR_FIELD', 'failure'],
  [
    '19',
    [
      config({
        storage: {
          managementState: 'Unmanaged',
          azure: { accountName: 'abc', container: 'abc', networkAccess: { type: 'External' } },
        },
      }),
    ],
    'FIELD_VERSION',
    'failure',
  ],
  [
    '21',
    [config({ storage: { managementState: 'Unmanaged', pvc: { claim: 'files' }, emptyDir: {} } }), claim()],
    'STORAGE_BACKENDS',
    'failure',
  ],
  ['22', [config({ storage: undefined })], 'STORAGE_REQUIRED', 'failure'],
  ['25', [config({ storage: { pvc: { claim: 'files' } } }), claim()], 'STORAGE_STATE_MISSING', 'failure'],
  ['28', [config({}, { annotations: {} }), claim()], 'OBJECT_UNPROTECTED', 'success'],
  ['32', [s3()], 'CREDENTIALS_REQUIRED', 'success'],
  ['33', [s3(), keys('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY')], 'CREDENTIALS_KEYS', 'failure'],
  ['34', [s3(), keys('REGISTRY_STORAGE_S3_ACCESSKEY')], 'CREDENTIALS_KEYS', 'failure'],
  ['a Secret with its values', [s3(), PLAIN], 'PLAINTEXT_IN_OUTPUT', 'success'],
  ['44', [s3(TRUST), S3_KEYS, ca({}, { namespace: NS })], 'TRUSTED_CA_ELSEWHERE', 'failure'],
  ['45', [s3(TRUST), S3_KEYS, ca({ 'ca.crt': 'x' })], 'TRUSTED_CA_KEY', 'failure'],
  [
    '46',
    [
      s3(TRUST),
      S3_KEYS,
      ca({ 'ca-bundle.crt': CERTIFICATE }, { annotations: { 'service.beta.openshift.io/inject-cabundle': 'true' } }),
    ],
    'TRUSTED_CA_KEY',
    'failure',
  ],
  ['61', [s3({ regionEndpoint: 'http://minio.minio.svc' }), S3_KEYS], 'REDIRECT_UNRESOLVABLE', 'failure'],
  ['87', [config(), claim({}, { namespace: 'default' })], 'CLAIM_NOT_SEEN', 'success'],
  ['88', [config(), claim({ accessModes: ['ReadWriteOnce'] })], 'PVC_RWO_REPLICAS', 'failure'],
  ['90', [config({ replicas: 1 }), claim({ accessModes: ['ReadWriteOnce'] })], 'PVC_RWO_STRATEGY', 'failure'],
  ['93', [config({ storage: { managementState: 'Unmanaged', pvc: {} } })], 'CLAIM_UNNAMED', 'failure'],
  [
    '95',
    [config(), claim({}, { annotations: { ...KEPT, 'imageregistry.openshift.io': '' } })],
    'OPERATOR_ANNOTATION',
    'success',
  ],
  [
    '98',
    [
      config({
        routes: [
          { name: 'a', hostname: 'a.example.com' },
          { name: 'a', hostname: 'b.example.com' },
        ],
      }),
      claim(),
    ],
    'ROUTE_NAME_DUPLICATE',
    'failure',
  ],
  ['105', [config(), claim(), inside('Route', 'default-route')], 'OPERATOR_OBJECT', 'failure'],
  ['116', [inside('Deployment', 'image-registry')], 'OPERATOR_OBJECT', 'failure'],
  ['117', [inside('Namespace', NS, {}, undefined)], 'NAMESPACE_OWNED', 'failure'],
  ['121', [pruner({ keepYoungerThan: 60 })], 'PRUNER_KEEPS_LITTLE', 'success'],
  ['125', [inside('Job', 'clean-up')], 'WORKLOAD_IN_REGISTRY_NAMESPACE', 'success'],
  [
    '128',
    [config({ storage: { managementState: 'Unmanaged', s3: null, pvc: { claim: 'files' } } }), claim()],
    'OBJECT_NULL',
    'success',
  ],
  ['130', [config({}, options('Prune=false,Replace=true')), claim()], 'SYNC_REPLACES', 'failure'],
  ['131', [config({}, { finalizers: ['x/y'] }), claim()], 'OBJECT_FINALIZERS', 'success'],
])('mistake %s', async (_, objects, code, status) => {
  const run = await validate(objects, PROPS);
  expect(run.codes).toContain(code);
  expect(run.status).toBe(status);
  expect(JSON.stringify(run)).not.toContain('hidden-value');
});

test('the whole of a violation', async () => {
  const { violations, metadata } = await validate([config(), claim({ accessModes: ['ReadWriteOnce'] })], PROPS);
  expect(violations.find(({ ruleName }) => ruleName === 'PVC_RWO_REPLICAS')).toEqual({
    ruleName: 'PVC_RWO_REPLICAS',
    recommendation: expect.stringContaining('operator'),
    fix: expect.stringContaining('replicas'),
    violatingResources: [
      {
        resourceName: 'cluster',
        manifestPath: 'dist/app.k8s.yaml',
        locations: [expect.stringMatching(/^Config spec\.replicas: replicas is 2/)],
      },
    ],
  });
  expect(metadata).toMatchObject({ Configs: '1' });
});

test('clouds bring storage of their own, which manifests alone do not take away', async () => {
  const { codes, status } = await validate([config(), claim()], { ...PROPS, platform: 'aws' });
  expect([codes, status]).toEqual([['TAKEOVER_BY_HAND'], 'success']);
});

test('what is accepted is not reported; what loses images cannot be accepted', async () => {
  const accept = ['OBJECT_UNPROTECTED', 'STORAGE_STATE_MISSING'].map(code => ({ code, reason: 'known' }));
  const broken = config({ storage: { pvc: { claim: 'files' } } }, { annotations: {} });
  const { codes } = await validate([broken, claim()], { ...PROPS, accept });
  expect(codes).toEqual(['STORAGE_STATE_MISSING', 'ACCEPT_REFUSED']);
});

test.each([
  [{ reason: 'todo' }, ['OBJECT_UNPROTECTED', 'REASON_PLACEHOLDER']],
  [{ reason: '' }, ['OBJECT_UNPROTECTED', 'VALUE_MISSING']],
  [{ reason: 'known', until: '2020-01-31' }, ['ACCEPT_EXPIRED']],
  [{ reason: 'known', until: '9999-01-31' }, []],
  [{ reason: 'known', until: 'soon' }, ['ACCEPT_UNTIL']],
  [{ code: 'OBJECT_UNPROTECTD', reason: 'known' }, ['OBJECT_UNPROTECTED', 'ACCEPT_UNKNOWN']],
])('an acceptance with %j is judged as in a fleet', async (more, expected) => {
  const accept = [{ code: 'OBJECT_UNPROTECTED', ...more }];
  const bare = config({}, { annotations: {} });
  expect((await validate([bare, claim()], { ...PROPS, accept })).codes).toEqual(expected);
});

test('properties that are missing or unknown are said', async () => {
  const { codes, status } = await validate([config(), claim()], { platform: 'vmware' } as unknown as typeof PROPS);
  expect(status).toBe('failure');
  expect(codes).toEqual(expect.arrayContaining(['UNKNOWN_VALUE']));
});

test('folders with a Config each are clusters of their own', async () => {
  const { codes, metadata } = await validateFiles(
    { 'dist/a/config.yaml': [config(), claim()], 'dist/b/config.yaml': [config({ replicas: 0 }), claim()] },
    PROPS,
  );
  expect(codes).toEqual(['REPLICAS_ZERO']);
  expect(metadata).toEqual({ Configs: '2', Errors: '1', Warnings: '0' });
});

describe('data of any form', () => {
  /** The path of everything below a value. */
  const pathsIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, below]) => [[...path, key], ...pathsIn(below, [...path, key])])
      : [];
  const withAt = (value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown => {
    if (key === undefined) return odd;
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
    copy[key] = withAt(copy[key], rest, odd);
    return copy;
  };
  const secret = {
    ...{ apiVersion: 'external-secrets.io/v1', kind: 'ExternalSecret', metadata: { name: 'keys', namespace: NS } },
    spec: { target: { name: 'image-registry-private-configuration-user' }, data: [{ secretKey: 'a' }] },
  };
  const s3 = {
    managementState: 'Unmanaged',
    s3: { bucket: 'b', region: 'r', regionEndpoint: 'https://s3.example.com' },
  };
  const routes = [{ name: 'public', hostname: 'registry.example.com', secretName: 'tls' }];
  const objects = [config({ routes }), claim(), pruner(), secret, config({ storage: s3 })];

  test.each([{ toString: {} }, null, [], '', 0])('%j anywhere ends in no internal error', async odd => {
    for (const [index, object] of objects.entries()) {
      for (const path of pathsIn(object)) {
        const others = objects.filter((_, position) => position !== index && objects[position]?.kind !== object.kind);
        const { status } = await validate([withAt(object, path, odd) as object, ...others], PROPS);
        expect(['success', 'failure']).toContain(status);
      }
    }
  });
});
