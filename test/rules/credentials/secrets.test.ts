/** Where Secrets come from, and what is in them: one row for each mistake. */

import { type Inputs, NO_INPUTS } from '../../../src/config/inputs';
import { looksLikeCredential } from '../../../src/findings/credential-text';
import { exitStatus } from '../../../src/findings/exit-status';
import { EXAMPLE_SEALED_VALUE } from '../../../src/rules/credentials/sealed-secrets';
import { exampleInputs } from '../../support/example-inputs';
import { STORAGE } from '../../support/example-secrets';
import { runCluster } from '../../support/fleet';
import { selfSigned } from '../../support/self-signed';

/** Codes of other rules that these clusters have anyway. */
const errorsOf = (cluster: string, inputs: Inputs = exampleInputs()) =>
  runCluster(cluster, inputs).findings.filter(({ severity }) => severity === 'error');

const AWS = `{store: {name: vault}, key: registry`;

test.each([
  ['aws', 'https://bucket.vpce-0a1b2c3d-4e5f.s3.us-east-1.vpce.amazonaws.com', []],
  ['aws', 'https://s3-fips.us-gov-west-1.amazonaws.com', []],
  ['aws', 'https://minio.example.com', ['CREDENTIALS_REQUIRED']],
  ['aws', 'https://amazonaws.com.example.com', ['CREDENTIALS_REQUIRED']],
  ['baremetal', 'https://s3.us-east-1.amazonaws.com', ['CREDENTIALS_REQUIRED']],
])("on %s the cluster's own credentials serve, or do not serve, %s", (platform, regionEndpoint, expected) => {
  const region = regionEndpoint.includes('us-gov-west-1') ? 'us-gov-west-1' : 'us-east-1';
  const errors = errorsOf(JSON.stringify({ platform, storage: { s3: { bucket: 'acme', region, regionEndpoint } } }));
  expect(errors.map(({ code }) => code)).toEqual(expected);
});

test.each<[string, keyof typeof STORAGE, string, string, string]>([
  [
    "a bucket claim's own keys",
    's3',
    `sealedSecret: {encryptedData: {AWS_ACCESS_KEY_ID: ${EXAMPLE_SEALED_VALUE}, REGISTRY_STORAGE_S3_SECRETKEY: ${EXAMPLE_SEALED_VALUE}}}`,
    '"AWS_ACCESS_KEY_ID" is not read for s3 on OpenShift 4.14',
    'call it REGISTRY_STORAGE_S3_ACCESSKEY',
  ],
  [
    'an INI file',
    's3',
    `externalSecret: ${AWS}, properties: {credentials: ini}}`,
    '"credentials" is not read for s3',
    'give REGISTRY_STORAGE_S3_ACCESSKEY and REGISTRY_STORAGE_S3_SECRETKEY',
  ],
  [
    'a key that is misspelt',
    's3',
    `externalSecret: ${AWS}, properties: {REGISTRY_STORAGE_S3_ACESSKEY: id}}`,
    '"REGISTRY_STORAGE_S3_ACESSKEY" is not read',
    'write REGISTRY_STORAGE_S3_ACCESSKEY',
  ],
  [
    'a key that is missing',
    's3',
    `sealedSecret: {encryptedData: {REGISTRY_STORAGE_S3_ACCESSKEY: ${EXAMPLE_SEALED_VALUE}}}`,
    'sealedSecret has no REGISTRY_STORAGE_S3_SECRETKEY',
    'add REGISTRY_STORAGE_S3_SECRETKEY',
  ],
  [
    'no key at all',
    'azure',
    'secret: {allowPlaintext: true}',
    'secret has no REGISTRY_STORAGE_AZURE_ACCOUNTKEY',
    'add REGISTRY_STORAGE_AZURE_ACCOUNTKEY',
  ],
  [
    'a client of Azure instead of a key',
    'azure',
    `externalSecret: ${AWS}, properties: {azure_client_secret: s}}`,
    '"azure_client_secret" is not read',
    'the access key of the storage account',
  ],
  [
    "another backend's key",
    'gcs',
    `externalSecret: ${AWS}, properties: {REGISTRY_STORAGE_S3_ACCESSKEY: id}}`,
    '"REGISTRY_STORAGE_S3_ACCESSKEY" is not read for gcs',
    'REGISTRY_STORAGE_GCS_KEYFILE',
  ],
  [
    'another login of Swift',
    'swift',
    `externalSecret: ${AWS}, properties: {REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALID: id}}`,
    'is not read for swift on OpenShift 4.14',
    'set credentials.swiftAuth to applicationCredential',
  ],
  [
    'properties beside extract',
    's3',
    `externalSecret: ${AWS}, extract: true, properties: {REGISTRY_STORAGE_S3_ACCESSKEY: id}}`,
    'properties are named beside extract: true',
    'keep one of the two',
  ],
])('keys: %s', (_name, backend, credentials, what, fix) => {
  const errors = errorsOf(`${STORAGE[backend]}
    credentials: {${credentials}}`);
  expect(errors.map(({ code }) => code)).toContain('CREDENTIALS_KEYS');
  const hit = errors.find(error => error.what.includes(what));
  expect(hit?.fix).toContain(fix);
});

test('a key in env and in files is one too many', () => {
  const errors = errorsOf(`${STORAGE.azure}
    credentials:
      secret:
        allowPlaintext: true
        env: {REGISTRY_STORAGE_AZURE_ACCOUNTKEY: EXAMPLE_S3_ACCESS_KEY}
        files: {REGISTRY_STORAGE_AZURE_ACCOUNTKEY: example/azure-account-key}`);
  expect(errors.map(({ what }) => what)).toEqual(['REGISTRY_STORAGE_AZURE_ACCOUNTKEY is given in env and in files']);
});

test('half a login for a foreign registry', () => {
  const errors = errorsOf(`
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {externalSecret: ${AWS}, properties: {username: u}}}}]`);
  expect(errors.map(({ what }) => what)).toEqual(['externalSecret has no password']);
});

const pair = selfSigned();
const key = Buffer.alloc(64, 7).toString('base64');

/** Runs a plain Secret whose files hold these values. */
function withFiles(settings: string, files: Readonly<Record<string, string>>) {
  const inputs: Inputs = { ...NO_INPUTS, now: new Date(), file: path => files[path.split('/').at(-1) ?? ''] };
  return errorsOf(settings, inputs);
}

const plain = (backend: keyof typeof STORAGE, names: readonly string[]): string => `${STORAGE[backend]}
    credentials: {secret: {allowPlaintext: true, files: {${names.map(name => `${name}: ${name}`).join(', ')}}}}`;

const S3_NAMES = ['REGISTRY_STORAGE_S3_ACCESSKEY', 'REGISTRY_STORAGE_S3_SECRETKEY'];

test.each<[string, string, string | undefined]>([
  ['a plain key', 'abc/def+ghi=', undefined],
  ['a hash without a blank', 'abc#def;ghi', undefined],
  ['nothing', '', 'is empty'],
  ['blanks alone', '  \n', 'is empty'],
  ['a line break at the end', 'abc\n', 'ends in a newline'],
  ['a line break of Windows at the end', 'abc\r\n', 'ends in a newline'],
  ['two lines', 'abc\ndef', 'has more than one line'],
  ['a comment', 'abc #def', 'has a blank before # or ;'],
  ['another comment', 'abc ;def', 'has a blank before # or ;'],
  ['double quotes', '"abc"', 'begins or ends with a quote'],
  ['single quotes', "'abc'", 'begins or ends with a quote'],
  ['a blank before it', ' abc', 'begins or ends with a blank'],
  ['a tab behind it', 'abc\t', 'begins or ends with a blank'],
  ['a byte order mark', '\uFEFFabc', 'is not plain UTF-8 text'],
  ['UTF-16', 'a\0b\0', 'is not plain UTF-8 text'],
])('a value for S3: %s', (_name, value, what) => {
  const errors = withFiles(plain('s3', S3_NAMES), { [S3_NAMES[0] ?? '']: 'id', [S3_NAMES[1] ?? '']: value });
  expect(errors.map(({ code }) => code)).toEqual(what === undefined ? [] : ['CREDENTIALS_VALUE']);
  if (what !== undefined) expect(errors[0]?.what).toBe(`the value of REGISTRY_STORAGE_S3_SECRETKEY ${what}`);
});

const SERVICE_ACCOUNT = { type: 'service_account', client_email: 'a@example.com', private_key: 'k' };

test.each<[keyof typeof STORAGE, string, string, string, string | undefined]>([
  ['gcs', 'REGISTRY_STORAGE_GCS_KEYFILE', JSON.stringify(SERVICE_ACCOUNT), 'GCS_KEYFILE', undefined],
  ['gcs', 'REGISTRY_STORAGE_GCS_KEYFILE', '{"type": "external_account"}\n', 'GCS_KEYFILE', undefined],
  ['gcs', 'REGISTRY_STORAGE_GCS_KEYFILE', '{}', 'GCS_KEYFILE', 'is JSON without "type"'],
  ['gcs', 'REGISTRY_STORAGE_GCS_KEYFILE', '[]', 'GCS_KEYFILE', 'is not a JSON object'],
  [
    'gcs',
    'REGISTRY_STORAGE_GCS_KEYFILE',
    '{"type": "foo"}',
    'GCS_KEYFILE',
    'is JSON whose "type" Google does not know',
  ],
  [
    'gcs',
    'REGISTRY_STORAGE_GCS_KEYFILE',
    '{"type": "service_account"}',
    'GCS_KEYFILE',
    'is a service account without client_email and private_key',
  ],
  ['azure', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY', key, 'AZURE_ACCOUNT_KEY', undefined],
  ['azure', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY', `${key}\n`, 'AZURE_ACCOUNT_KEY', 'ends in a newline'],
  ['azure', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY', 'no base64', 'AZURE_ACCOUNT_KEY', 'is not base64'],
  ['azure', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY', '', 'AZURE_ACCOUNT_KEY', 'is empty'],
  [
    'oss',
    'credentials',
    '[default]\ntype = access_key\naccess_key_id = a\naccess_key_secret = b\n',
    'CREDENTIALS_VALUE',
    undefined,
  ],
  ['oss', 'credentials', 'type = access_key', 'CREDENTIALS_VALUE', 'has no section [default]'],
  [
    'oss',
    'credentials',
    '[default]\ntype = access_key',
    'CREDENTIALS_VALUE',
    'has no access_key_id and no access_key_secret',
  ],
  [
    'oss',
    'credentials',
    '[default]\ntype = ram_role\naccess_key_id = a\naccess_key_secret = b',
    'CREDENTIALS_VALUE',
    'is of another type than access_key',
  ],
  ['ibmcos', 'REGISTRY_STORAGE_IBMCOS_IAMAPIKEY', 'key\n', 'CREDENTIALS_VALUE', 'ends in a newline'],
])('a value for %s (%s): %#', (backend, name, value, code, what) => {
  const errors = withFiles(plain(backend, [name]), { [name]: value });
  expect(errors.map(error => [error.code, error.what])).toEqual(
    what === undefined ? [] : [[code, `the value of ${name} ${what}`]],
  );
});

const ROUTE = `
    platform: aws
    routes: {custom: [{name: public, hostname: registry.example.com, tls: {secret: {allowPlaintext: true, files: {tls.crt: crt, tls.key: key}}}}]}`;

test.each<[string, string, string, string | undefined]>([
  ['a pair', pair.certificate, pair.key, undefined],
  ['two of two pairs', pair.certificate, selfSigned().key, 'the value of tls.key does not belong to tls.crt'],
  ['no certificate', 'x', pair.key, 'the value of tls.crt is no certificate in PEM'],
  ['no key', pair.certificate, 'x', 'the value of tls.key is no private key in PEM'],
  [
    'a key with a password',
    pair.certificate,
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    'the value of tls.key is encrypted',
  ],
])('a key pair: %s', (_name, crt, privateKey, what) => {
  const errors = withFiles(ROUTE, { crt, key: privateKey });
  expect(errors.map(error => [error.code, error.what])).toEqual(what === undefined ? [] : [['ROUTE_TLS_VALUE', what]]);
});

const PULL = `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a, team-b], credentials: {secret: {allowPlaintext: true, files: {.dockerconfigjson: pull}}}}]`;

test.each<[string, string | undefined]>([
  ['{"auths": {"quay.io": {"auth": "YTpi"}}}', undefined],
  ['{"auths": {"https://quay.io/v1/": {"auth": "YTpi"}}}', undefined],
  ['{"auths": {"ghcr.io": {"auth": "YTpi"}}}', 'has no entry for quay.io'],
  ['{"quay.io": {}}', 'is not a JSON object with "auths"'],
  ['a:b', 'is not a JSON object with "auths"'],
])('pull credentials: %#', (value, what) => {
  const errors = withFiles(PULL, { pull: value });
  expect(errors.map(error => error.what)).toEqual(what === undefined ? [] : [`the value of .dockerconfigjson ${what}`]);
});

test('a file that cannot be read ends like any other unreadable file; a variable that is not set does not', () => {
  const files = errorsOf(plain('azure', ['REGISTRY_STORAGE_AZURE_ACCOUNTKEY']));
  expect(files.map(({ code }) => code)).toEqual(['SECRET_FILE_UNREADABLE']);
  expect(exitStatus(files)).toBe(2);
  const env = errorsOf(`${STORAGE.azure}
    credentials: {secret: {allowPlaintext: true, env: {REGISTRY_STORAGE_AZURE_ACCOUNTKEY: NOT_SET_ANYWHERE}}}`);
  expect(env.map(({ code, what }) => [code, what])).toEqual([
    ['SECRET_ENV', 'the environment variable NOT_SET_ANYWHERE is not set'],
  ]);
  expect(exitStatus(env)).toBe(1);
});

test.each<[string, boolean]>([
  ['AKIAIOSFODNN7EXAMPLE', true],
  ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', true],
  [`${key.replace(/./g, (_, index) => 'aB3x'[index % 4] ?? '')}`, true],
  ['-----BEGIN PRIVATE KEY-----', true],
  ['{"auths": {}}', true],
  ['REGISTRY_STORAGE_S3_ACCESSKEY', false],
  ['secret/data/teams/Platform1/registry/prod-eu-west-1', false],
  ['/builds/Platform1/registry/secrets/production/key.json', false],
  ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCd12', false],
  ['2f1c8a1e-7b1d-4b52-9d0f-8a1b2c3d4e5f', false],
])('%s looks like a credential: %s', (text, expected) => {
  expect(looksLikeCredential(text)).toBe(expected);
});

test('a credential in place of a name is refused, and not printed', () => {
  const { findings } = runCluster(`${STORAGE.s3}
    credentials:
      secret:
        allowPlaintext: true
        env: {REGISTRY_STORAGE_S3_ACCESSKEY: AKIAIOSFODNN7EXAMPLE, REGISTRY_STORAGE_S3_SECRETKEY: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY}`);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  expect(errors).toEqual(['SECRET_LITERAL', 'SECRET_LITERAL']);
  expect(JSON.stringify(findings)).not.toMatch(/AKIA|wJalr/);
});

test.each([
  'metadata: {annotations: {example.com/token: AKIAIOSFODNN7EXAMPLE}}',
  'metadata: {annotations: {password: hunter2}}',
  'metadata: {annotations: {example.com/proxy: "http://ann:hunter2@proxy.example.com:3128"}}',
  'metadata: {labels: {key: AKIAIOSFODNN7EXAMPLE}}',
])('%s is refused: it would stand in every manifest', text => {
  const { findings } = runCluster(`
    platform: aws
    ${text}`);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['SECRET_LITERAL']);
});

test.each([
  'storageClass: {name: files, provisioner: files.example.com, parameters: {adminPassword: hunter2}}',
  'volume: {name: files, csi: {driver: files.example.com, volumeHandle: h, volumeAttributes: {password: hunter2}}}',
])('%s is refused', text => {
  const errors = errorsOf(`
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], ${text}}}`);
  expect(errors.map(({ code }) => code)).toContain('SECRET_LITERAL');
});

test.each([
  'storeAccountKey: "false"',
  'csi.storage.k8s.io/node-stage-secret-name: registry-files',
  'resourceGroup: Acme-Registry-Production-West-Europe-01',
])('the parameter %s names no credential', parameter => {
  const errors = errorsOf(
    `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClass: {name: files, provisioner: files.example.com, parameters: {${parameter}}}}}`,
  );
  expect(errors).toEqual([]);
});

test.each<[string, string, string | RegExp]>([
  ['env', 'hunter2', 'no environment variable is named for REGISTRY_STORAGE_S3_SECRETKEY, or it is not set'],
  ['env', 'SECRET_KEY_NOT_SET', 'the environment variable SECRET_KEY_NOT_SET is not set'],
  ['files', 'hunter2', /^the file for REGISTRY_STORAGE_S3_SECRETKEY in the folder [^ ]+ cannot be read$/],
  ['files', 'keys/none.txt', /keys\/none\.txt cannot be read$/],
])('in %s, %s: a password by mistake is not repeated', (part, name, what) => {
  const { findings } = runCluster(`${STORAGE.s3}
    credentials: {secret: {allowPlaintext: true, ${part}: {REGISTRY_STORAGE_S3_SECRETKEY: ${name}}}}`);
  const found = findings.find(({ code }) => /^SECRET_(ENV|FILE)/.test(code))?.what ?? '';
  expect(found).toMatch(what);
  expect(found).not.toContain('hunter2');
});

test.each([
  ['https://registry.example.com/oc', 1],
  ['https://ann:hunter2@registry.example.com/oc', 1],
  ['oc', 0], // a short name: the node's search list decides
  ['registry.example.com/oc latest', 1],
  ['registry.example.com:5000/team/oc:v4.14', 0],
  [`localhost/oc@sha256:${'0'.repeat(64)}`, 0],
])('image of the Jobs: %s', (image, count) => {
  const { findings } = runCluster(`
    platform: aws
    cliImage: "${image}"
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}`);
  expect(findings.filter(({ code }) => code === 'JOB_IMAGE')).toHaveLength(count);
  expect(JSON.stringify(findings.filter(({ severity }) => severity === 'error'))).not.toContain('hunter2');
});

describe('certificates of a route', () => {
  const pair = selfSigned();
  const other = selfSigned('signer');
  test.each<[string, string, readonly string[]]>([
    ['alone', pair.certificate, []],
    ['with their signer', pair.certificate + other.certificate, []],
    [
      'with a damaged signer',
      pair.certificate + other.certificate.slice(0, 200),
      ['has a certificate that cannot be read'],
    ],
    ['with the key', pair.certificate + pair.key, ['holds a private key']],
    ['under a label of OpenSSL', pair.certificate.replace(/CERT/g, 'TRUSTED CERT'), ['is no certificate in PEM']],
  ])('%s', (_name, certificate, problems) => {
    const inputs: Inputs = { ...exampleInputs(), env: name => (name === 'CRT' ? certificate : pair.key) };
    const errors = errorsOf(
      `
    platform: aws
    routes: {custom: [{name: a, hostname: a.example.com, tls: {secret: {allowPlaintext: true, env: {tls.crt: CRT, tls.key: KEY}}}}]}`,
      inputs,
    );
    expect(errors.map(({ what }) => what)).toEqual(problems.map(text => `the value of tls.crt ${text}`));
  });
});

test('an annotation on every object must not change the scope of a sealed value', () => {
  const cluster = `${STORAGE.azure}
    metadata: {annotations: {sealedsecrets.bitnami.com/cluster-wide: "true"}}
    credentials: `;
  const sealed = `{sealedSecret: {encryptedData: {REGISTRY_STORAGE_AZURE_ACCOUNTKEY: ${EXAMPLE_SEALED_VALUE}}}}`;
  expect(errorsOf(cluster + sealed).map(({ code }) => code)).toEqual(['SEALED_SCOPE']);
  expect(errorsOf(`${cluster}{existingSecret: {}}`)).toEqual([]);
});

test("the cluster's pull secret is a whole file: nothing can be made of a login", () => {
  const errors = errorsOf(`
    platform: aws
    pullSecret: {externalSecret: {store: {name: vault}, key: pull, properties: {username: u}}}`);
  expect(errors.map(({ what, fix }) => [what, fix])).toEqual([
    ['"username" is not read for pull credentials', 'use .dockerconfigjson'],
  ]);
});
