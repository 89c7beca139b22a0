/** Which keys a Secret must have, and which nobody reads. */

import { EXAMPLE_SEALED_VALUE } from '../../../src/rules/credentials/sealed-secrets';
import { errorsOf, STORAGE } from '../../support/example-secrets';

const AWS = `{store: {name: vault}, key: registry`;

test.each<[string, keyof typeof STORAGE, string, string, string]>([
  [
    "a bucket claim's own keys",
    's3',
    `sealedSecret: {encryptedData: {AWS_ACCESS_KEY_ID: ${EXAMPLE_SEALED_VALUE}, REGISTRY_STORAGE_S3_SECRETKEY: ${EXAMPLE_SEALED_VALUE}}}`,
    '"AWS_ACCESS_KEY_ID" is not read for s3 on OpenShift 4.14',
    'name it REGISTRY_STORAGE_S3_ACCESSKEY',
  ],
  [
    'an INI file',
    's3',
    `externalSecret: ${AWS}, properties: {credentials: ini}}`,
    '"credentials" is not read for s3',
    'set REGISTRY_STORAGE_S3_ACCESSKEY and REGISTRY_STORAGE_S3_SECRETKEY',
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
    'properties have no effect with extract: true',
    'remove properties or extract',
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
  expect(errors.map(({ what }) => what)).toEqual(['REGISTRY_STORAGE_AZURE_ACCOUNTKEY is set in both env and files']);
});

test('half a login for a foreign registry', () => {
  const errors = errorsOf(`
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {externalSecret: ${AWS}, properties: {username: u}}}}]`);
  expect(errors.map(({ what }) => what)).toEqual(['externalSecret has no password']);
});

test("the cluster's pull secret is a whole file: nothing can be made of a login", () => {
  const errors = errorsOf(`
    platform: aws
    pullSecret: {externalSecret: {store: {name: vault}, key: pull, properties: {username: u}}}`);
  expect(errors.map(({ what, fix }) => [what, fix])).toEqual([
    ['"username" is not read for pull credentials', 'use .dockerconfigjson'],
  ]);
});
