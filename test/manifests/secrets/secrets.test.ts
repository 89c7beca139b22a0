import { EXAMPLE_SEALED_VALUE } from '../../../src/rules/credentials/sealed-secrets';
import { exampleInputs } from '../../support/example-inputs';
import { STORAGE } from '../../support/example-secrets';
import { type AnyManifest, objectOf, objectsOf } from '../../support/fleet';
import { ownErrors } from '../../support/own-schema';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const kindsOf = (objects: readonly AnyManifest[]): readonly string[] => objects.map(({ kind }) => kind);

function built(cluster: string, kind: string): AnyManifest {
  const object = objectOf(objectsOf(cluster, exampleInputs()), kind);
  expect(ownErrors(object, '4.14')).toEqual([]);
  return object;
}

const s3Sealed = (more = ''): string => `${STORAGE.s3}
    credentials:
      sealedSecret:
        ${more}
        encryptedData:
          REGISTRY_STORAGE_S3_ACCESSKEY: ${EXAMPLE_SEALED_VALUE}
          REGISTRY_STORAGE_S3_SECRETKEY: ${EXAMPLE_SEALED_VALUE}`;

test('a SealedSecret is kept, and strict by default', () => {
  const { metadata, spec } = built(s3Sealed(), 'SealedSecret');
  expect(metadata).toMatchObject({
    name: 'image-registry-private-configuration-user',
    namespace: 'openshift-image-registry',
    annotations: {
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
      'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true,Prune=false,Delete=false',
      'argocd.argoproj.io/sync-wave': '2',
    },
  });
  expect(spec).toEqual({
    encryptedData: {
      REGISTRY_STORAGE_S3_ACCESSKEY: EXAMPLE_SEALED_VALUE,
      REGISTRY_STORAGE_S3_SECRETKEY: EXAMPLE_SEALED_VALUE,
    },
  });
});

test.each(['namespace-wide', 'cluster-wide'])('scope %s stands on the object and in its template', scope => {
  const { metadata, spec } = built(s3Sealed(`scope: ${scope}`), 'SealedSecret');
  expect(metadata).toMatchObject({ annotations: { [`sealedsecrets.bitnami.com/${scope}`]: 'true' } });
  expect(spec.template).toEqual({ metadata: { annotations: { [`sealedsecrets.bitnami.com/${scope}`]: 'true' } } });
});

test('the empty keys of Swift come from the template, the type of a route too', () => {
  const swift = built(
    `${STORAGE.swift}
    credentials:
      sealedSecret:
        encryptedData:
          REGISTRY_STORAGE_SWIFT_USERNAME: ${EXAMPLE_SEALED_VALUE}
          REGISTRY_STORAGE_SWIFT_PASSWORD: ${EXAMPLE_SEALED_VALUE}
          REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALID: ${EXAMPLE_SEALED_VALUE}`,
    'SealedSecret',
  );
  expect(swift.spec.template).toEqual({
    data: {
      REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALNAME: '',
      REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALSECRET: '',
    },
  });
  const route = built(
    `
    platform: aws
    routes:
      custom:
        - name: public
          hostname: registry.example.com
          tls: {secretName: pair, sealedSecret: {encryptedData: {tls.crt: ${EXAMPLE_SEALED_VALUE}, tls.key: ${EXAMPLE_SEALED_VALUE}}}}`,
    'SealedSecret',
  );
  expect(route.metadata.name).toBe('pair');
  expect(route.spec.template).toEqual({ type: 'kubernetes.io/tls' });
});

test('ciphertext on several lines becomes one line', () => {
  const folded = `|\n            ${EXAMPLE_SEALED_VALUE.slice(0, 76)}\n            ${EXAMPLE_SEALED_VALUE.slice(76)}`;
  const { spec } = built(
    `${STORAGE.azure}
    credentials:
      sealedSecret:
        encryptedData:
          REGISTRY_STORAGE_AZURE_ACCOUNTKEY: ${folded}`,
    'SealedSecret',
  );
  expect(spec.encryptedData).toEqual({ REGISTRY_STORAGE_AZURE_ACCOUNTKEY: EXAMPLE_SEALED_VALUE });
});

test('what someone else makes is not emitted', () => {
  const objects = objectsOf(`${STORAGE.s3}
    credentials: {existingSecret: {}}
    routes: {custom: [{name: a, hostname: a.example.com, tls: {existingSecret: {}}}, {name: b, hostname: b.example.com, tls: {secretName: pair}}]}
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {existingSecret: {}}}]`);
  expect(kindsOf(objects)).toEqual(['Config']);
  expect(objects[0]?.spec.routes).toEqual([
    { name: 'a', hostname: 'a.example.com', secretName: 'a-tls' },
    { name: 'b', hostname: 'b.example.com', secretName: 'pair' },
  ]);
});

test('a plain Secret has its values in base64, and the keys that must be empty', () => {
  const object = built(
    `${STORAGE.swift}
    credentials:
      secret:
        allowPlaintext: true
        env: {REGISTRY_STORAGE_SWIFT_USERNAME: EXAMPLE_S3_ACCESS_KEY}
        files: {REGISTRY_STORAGE_SWIFT_PASSWORD: example/s3-secret-key}`,
    'Secret',
  );
  expect(object).toEqual({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: expect.objectContaining({ name: 'image-registry-private-configuration-user' }),
    type: 'Opaque',
    data: {
      REGISTRY_STORAGE_SWIFT_USERNAME: base64('example-access-key'),
      REGISTRY_STORAGE_SWIFT_PASSWORD: base64('example-secret-key'),
      REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALID: '',
      REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALNAME: '',
      REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALSECRET: '',
    },
  });
});

test('a user name and a password become pull credentials, one for each namespace', () => {
  const objects = objectsOf(
    `
    platform: aws
    thirdParty:
      - server: registry.redhat.io
        namespaces: [openshift, team-a, team-a]
        credentials: {secret: {allowPlaintext: true, env: {username: EXAMPLE_S3_ACCESS_KEY, password: EXAMPLE_S3_SECRET_KEY}}}`,
    exampleInputs(),
  ).filter(({ kind }) => kind === 'Secret');
  expect(objects.map(({ metadata }) => [metadata.namespace, metadata.name])).toEqual([
    ['openshift', 'redhat-registry-credentials'],
    ['team-a', 'redhat-registry-credentials'],
  ]);
  const auth = base64('example-access-key:example-secret-key');
  expect(objects[0]).toMatchObject({
    type: 'kubernetes.io/dockerconfigjson',
    data: { '.dockerconfigjson': base64(JSON.stringify({ auths: { 'registry.redhat.io': { auth } } })) },
  });
});

const cloudFront = (mode: string): string => `
    platform: aws
    storage:
      s3:
        bucket: registry
        region: eu-west-1
        cloudFront:
          baseURL: https://d111111abcdef8.cloudfront.net
          keypairID: K2JCJMDEHXQW5F
          privateKey: {name: cdn, key: private.pem${mode}}`;

test("CloudFront's key is a whole entry of a store, or someone else's", () => {
  const object = built(cloudFront(', externalSecret: {store: {name: vault}, key: cdn}'), 'ExternalSecret');
  expect(object.metadata).toMatchObject({ name: 'cdn', namespace: 'openshift-image-registry' });
  expect(object.spec.data).toEqual([{ secretKey: 'private.pem', remoteRef: { key: 'cdn' } }]);
  expect(object.spec.target).not.toHaveProperty('template');
  const sealed = cloudFront(`, sealedSecret: {encryptedData: {private.pem: ${EXAMPLE_SEALED_VALUE}}}`);
  expect(built(sealed, 'SealedSecret').spec).toEqual({ encryptedData: { 'private.pem': EXAMPLE_SEALED_VALUE } });
  expect(kindsOf(objectsOf(cloudFront(''))).filter(kind => kind.includes('Secret'))).toEqual([]);
});

test('a certificate of cert-manager, and the route that names its Secret', () => {
  const objects = objectsOf(`
    platform: aws
    routes:
      custom:
        - {name: public, hostname: registry.example.com, tls: {certificate: {issuerRef: {name: ca}}}}
        - name: inner
          hostname: inner.example.com
          tls:
            secretName: inner-pair
            certificate:
              issuerRef: {name: ca, kind: Issuer, group: cert-manager.io}
              dnsNames: [inner.example.com, other.example.com]
              duration: 2160h
              renewBefore: 360h
              keySize: 4096`);
  const certificate = objectOf(objects, 'Certificate', 'public-tls');
  expect(certificate).toEqual({
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: expect.objectContaining({ name: 'public-tls', namespace: 'openshift-image-registry' }),
    spec: {
      secretName: 'public-tls',
      issuerRef: { name: 'ca', kind: 'ClusterIssuer', group: 'cert-manager.io' },
      dnsNames: ['registry.example.com'],
    },
  });
  const inner = objectOf(objects, 'Certificate', 'inner-pair');
  expect(inner.spec).toEqual({
    secretName: 'inner-pair',
    issuerRef: { name: 'ca', kind: 'Issuer', group: 'cert-manager.io' },
    dnsNames: ['inner.example.com', 'other.example.com'],
    duration: '2160h0m0s',
    renewBefore: '360h0m0s',
    privateKey: { algorithm: 'RSA', size: 4096 },
  });
  for (const object of [certificate, inner]) expect(ownErrors(object, '4.14')).toEqual([]);
  const names = objectOf(objects, 'Config').spec.routes.map(({ secretName }: { secretName: string }) => secretName);
  expect(names).toEqual(['public-tls', 'inner-pair']);
});

test('image streams follow foreign images', () => {
  const object = built(
    `
    platform: aws
    thirdParty:
      - server: quay.io
        imageStreams:
          - name: ruby
            namespace: team-a
            tags:
              - {name: "3.1", from: "quay.io/lib/ruby:3.1"}
              - {name: "3.2", from: "quay.io/lib/ruby:3.2", scheduled: true, insecure: true, referencePolicy: Local}`,
    'ImageStream',
  );
  expect(object.metadata).toMatchObject({ name: 'ruby', namespace: 'team-a' });
  expect(object.spec).toEqual({
    tags: [
      { name: '3.1', from: { kind: 'DockerImage', name: 'quay.io/lib/ruby:3.1' }, referencePolicy: { type: 'Source' } },
      {
        name: '3.2',
        from: { kind: 'DockerImage', name: 'quay.io/lib/ruby:3.2' },
        importPolicy: { insecure: true, scheduled: true },
        referencePolicy: { type: 'Local' },
      },
    ],
  });
});
