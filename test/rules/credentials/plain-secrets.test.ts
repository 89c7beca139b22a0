/** Values that are read when the fleet is synthesized, and credentials where only a name belongs. */

import { exitStatus } from '../../../src/findings/exit-status';
import { errorsOf, plain, STORAGE } from '../../support/example-secrets';
import { runCluster } from '../../support/fleet';

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
  ['env', 'hunter2', 'the environment variable for REGISTRY_STORAGE_S3_SECRETKEY is not set (name not shown)'],
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
