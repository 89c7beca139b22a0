import { STORAGE } from '../../support/example-secrets';
import { type AnyManifest, objectOf, objectsOf } from '../../support/fleet';
import { ownErrors } from '../../support/own-schema';

const NAME = 'image-registry-private-configuration-user';
const STORE = 'store: {name: vault}, key: registry/example';

function externalSecret(cluster: string, version = '4.14'): AnyManifest {
  const object = objectOf(objectsOf(`${cluster}\n    openshift: "${version}"`), 'ExternalSecret');
  expect(ownErrors(object, version)).toEqual([]);
  return object;
}

test('each key is the property of the same name, and the Secret outlives the entry', () => {
  const object = externalSecret(`${STORAGE.s3}
    credentials: {externalSecret: {${STORE}}}`);
  expect(object).toEqual({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: {
      name: NAME,
      namespace: 'openshift-image-registry',
      labels: expect.objectContaining({ 'registry-gitops/cluster': 'example' }),
      annotations: {
        'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
        'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true,Prune=false,Delete=false',
        'argocd.argoproj.io/sync-wave': '2',
      },
    },
    spec: {
      refreshInterval: '1h0m0s',
      secretStoreRef: { kind: 'SecretStore', name: 'vault' },
      target: { name: NAME, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: [
        {
          secretKey: 'REGISTRY_STORAGE_S3_ACCESSKEY',
          remoteRef: { key: 'registry/example', property: 'REGISTRY_STORAGE_S3_ACCESSKEY' },
        },
        {
          secretKey: 'REGISTRY_STORAGE_S3_SECRETKEY',
          remoteRef: { key: 'registry/example', property: 'REGISTRY_STORAGE_S3_SECRETKEY' },
        },
      ],
    },
  });
});

test('a store for the whole cluster, properties of other names, a version and an interval', () => {
  const { spec } = externalSecret(`${STORAGE.s3}
    credentials:
      externalSecret:
        store: {kind: ClusterSecretStore, name: vault}
        key: registry/example
        version: v2
        refreshInterval: 90s
        properties: {REGISTRY_STORAGE_S3_ACCESSKEY: id}`);
  expect(spec.secretStoreRef).toEqual({ kind: 'ClusterSecretStore', name: 'vault' });
  expect(spec.refreshInterval).toBe('1m30s');
  expect(spec.data.map(({ remoteRef }: { remoteRef: object }) => remoteRef)).toEqual([
    { key: 'registry/example', property: 'id', version: 'v2' },
    { key: 'registry/example', property: 'REGISTRY_STORAGE_S3_SECRETKEY', version: 'v2' },
  ]);
});

test.each<[keyof typeof STORAGE, string, readonly (readonly [string, string?])[]]>([
  ['gcs', '4.14', [['REGISTRY_STORAGE_GCS_KEYFILE']]],
  ['azure', '4.14', [['REGISTRY_STORAGE_AZURE_ACCOUNTKEY', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY']]],
  ['ibmcos', '4.14', [['REGISTRY_STORAGE_IBMCOS_IAMAPIKEY', 'REGISTRY_STORAGE_IBMCOS_IAMAPIKEY']]],
  ['oss', '4.14', [['credentials']]],
  [
    'swift',
    '4.16',
    [
      ['REGISTRY_STORAGE_SWIFT_USERNAME', 'REGISTRY_STORAGE_SWIFT_USERNAME'],
      ['REGISTRY_STORAGE_SWIFT_PASSWORD', 'REGISTRY_STORAGE_SWIFT_PASSWORD'],
    ],
  ],
])('%s on %s: its keys, whole files as whole entries', (backend, version, keys) => {
  const { spec } = externalSecret(
    `${STORAGE[backend]}
    credentials: {externalSecret: {${STORE}}}`,
    version,
  );
  expect(spec.data).toEqual(
    keys.map(([secretKey, property]) => ({
      secretKey,
      remoteRef: { key: 'registry/example', ...(property && { property }) },
    })),
  );
  expect(spec.target).toEqual({ name: NAME, creationPolicy: 'Owner', deletionPolicy: 'Retain' });
});

test('a whole file may also be one property', () => {
  const { spec } = externalSecret(`${STORAGE.gcs}
    credentials: {externalSecret: {${STORE}, properties: {REGISTRY_STORAGE_GCS_KEYFILE: keyfile}}}`);
  expect(spec.data[0].remoteRef).toEqual({ key: 'registry/example', property: 'keyfile' });
});

const SWIFT_UNUSED = {
  REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALID: '',
  REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALNAME: '',
  REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALSECRET: '',
};

test.each(['', ', extract: true'])('Swift from 4.10 to 4.14 wants five keys, those unused empty%s', extract => {
  const { spec } = externalSecret(`${STORAGE.swift}
    credentials: {externalSecret: {${STORE}${extract}}}`);
  expect(spec.target).toEqual({
    name: NAME,
    creationPolicy: 'Owner',
    deletionPolicy: 'Retain',
    template: { engineVersion: 'v2', mergePolicy: 'Merge', data: SWIFT_UNUSED },
  });
  if (extract) expect(spec.dataFrom).toEqual([{ extract: { key: 'registry/example' } }]);
  else expect(spec.data).toHaveLength(2);
});

test('Swift by application credential', () => {
  const { spec } = externalSecret(`${STORAGE.swift}
    credentials: {swiftAuth: applicationCredential, externalSecret: {${STORE}}}`);
  expect(spec.data.map(({ secretKey }: { secretKey: string }) => secretKey)).toEqual(Object.keys(SWIFT_UNUSED));
  expect(spec.target.template.data).toEqual({
    REGISTRY_STORAGE_SWIFT_USERNAME: '',
    REGISTRY_STORAGE_SWIFT_PASSWORD: '',
  });
});

test('extract takes the entry as it is', () => {
  const { spec } = externalSecret(`${STORAGE.s3}
    credentials: {externalSecret: {${STORE}, version: "3", extract: true}}`);
  expect(spec).not.toHaveProperty('data');
  expect(spec.dataFrom).toEqual([{ extract: { key: 'registry/example', version: '3' } }]);
});

const PULL = (credentials: string): string => `
    platform: aws
    thirdParty: [{server: "registry.example.com:5000", namespaces: [team-a], credentials: {externalSecret: {store: {name: vault}, key: pull${credentials}}}}]`;

test('pull credentials are the whole entry, of their own type', () => {
  const object = externalSecret(PULL(''));
  expect(object.metadata).toMatchObject({ name: 'registry-example-com-5000-pull', namespace: 'team-a' });
  expect(object.spec).toEqual({
    refreshInterval: '1h0m0s',
    secretStoreRef: { kind: 'SecretStore', name: 'vault' },
    target: {
      name: 'registry-example-com-5000-pull',
      creationPolicy: 'Owner',
      deletionPolicy: 'Retain',
      template: { engineVersion: 'v2', type: 'kubernetes.io/dockerconfigjson' },
    },
    data: [{ secretKey: '.dockerconfigjson', remoteRef: { key: 'pull' } }],
  });
});

test('a user name and a password become the whole file, and nothing else', () => {
  const { spec } = externalSecret(PULL(', properties: {username: user, password: pass}'));
  expect(spec.data).toEqual([
    { secretKey: 'username', remoteRef: { key: 'pull', property: 'user' } },
    { secretKey: 'password', remoteRef: { key: 'pull', property: 'pass' } },
  ]);
  expect(spec.target.template).toEqual({
    engineVersion: 'v2',
    type: 'kubernetes.io/dockerconfigjson',
    data: {
      '.dockerconfigjson':
        '{"auths":{"registry.example.com:5000":{"auth":"{{ printf "%s:%s" .username .password | b64enc }}"}}}',
    },
  });
});

test("the cluster's pull secret gets its one key, and keeps all the rest", () => {
  const object = externalSecret(`
    platform: aws
    pullSecret: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: pull}}`);
  const options = expect.stringContaining('Prune=false,Delete=false');
  expect(object.metadata).toMatchObject({
    name: 'pull-secret',
    namespace: 'openshift-config',
    annotations: { 'argocd.argoproj.io/sync-options': options },
  });
  expect(object.spec.target).toEqual({ name: 'pull-secret', creationPolicy: 'Merge', deletionPolicy: 'Retain' });
  expect(object.spec.data).toEqual([{ secretKey: '.dockerconfigjson', remoteRef: { key: 'pull' } }]);
});

test('a key pair for a route, with a CA where one is named', () => {
  const route = (properties: string): string => `
    platform: aws
    routes: {custom: [{name: public, hostname: registry.example.com, tls: {externalSecret: {store: {name: vault}, key: tls${properties}}}}]}`;
  const object = externalSecret(route(''));
  expect(object.metadata).toMatchObject({ name: 'public-tls', namespace: 'openshift-image-registry' });
  expect(object.spec.target.template).toEqual({ engineVersion: 'v2', type: 'kubernetes.io/tls' });
  expect(object.spec.data).toEqual([
    { secretKey: 'tls.crt', remoteRef: { key: 'tls', property: 'tls.crt' } },
    { secretKey: 'tls.key', remoteRef: { key: 'tls', property: 'tls.key' } },
  ]);
  const withCa = externalSecret(route(', properties: {tls.cacrt: ca}')).spec.data;
  expect(withCa[2]).toEqual({ secretKey: 'tls.cacrt', remoteRef: { key: 'tls', property: 'ca' } });
});
