/** SECRET_LITERAL, SECRET_SUSPECTED and FLEET_SECRET: what is a credential in its field, and what the field is made for. */

import { EXAMPLE_PEM } from '../../../src/rules/example-pem';
import { TEXT_SECRET_RULES } from '../../../src/rules/text/literals';
import { CREDENTIALS, noise } from '../../support/credentials';
import { runFleet } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(TEXT_SECRET_RULES);
const of = (settings: object): readonly string[] => codes(JSON.stringify({ platform: 'aws', ...settings }));
const note = (text: string): object => ({ metadata: { annotations: { note: text } } });
const parameters = (map: object): object => ({
  platform: 'baremetal',
  storage: {
    pvc: {
      accessModes: ['ReadWriteMany'],
      storageClass: { name: 'files', provisioner: 'files.example.com', parameters: map },
    },
  },
});
const user = (name: string): object => ({ access: { viewers: [{ project: 'team-a', users: [name] }] } });
const s3 = (more: object): object => ({ storage: { s3: { bucket: 'acme-registry', region: 'eu-west-1', ...more } } });
const cloudFront = (more: object, key = 'private.pem'): object =>
  s3({
    cloudFront: {
      baseURL: 'https://cdn.example.com',
      keypairID: 'K2JCJMDEHXQW5F',
      privateKey: { name: 'cdn', key },
      ...more,
    },
  });
const KEY = CREDENTIALS.privateKey ?? '';
const RANDOM = noise(40);

test.each<[string, object, readonly string[]]>([
  ['an access key as the id of a KMS key', s3({ encrypt: true, keyID: 'AKIAIOSFODNN7EXAMPLE' }), ['SECRET_LITERAL']],
  ['the ARN of a KMS key', s3({ encrypt: true, keyID: 'arn:aws:kms:eu-west-1:111122223333:key/k' }), []],
  ['a private key as the key of its Secret', cloudFront({}, KEY), ['SECRET_LITERAL']],
  ['the key of a Secret', cloudFront({}), []],
  ['a token as the key pair', cloudFront({ keypairID: `ghp_${noise(36)}` }), ['SECRET_LITERAL']],
  ['a random annotation', note(RANDOM), ['SECRET_SUSPECTED']],
  [
    'a random annotation, accepted',
    { ...note(RANDOM), accept: [{ code: 'SECRET_SUSPECTED', reason: 'the id of a ticket' }] },
    [],
  ],
  ['a checksum', note(noise(64, '0a1b2c3d4e5f6978')), ['SECRET_SUSPECTED']],
  ['a checksum that says so', note(`sha256:${noise(64, '0a1b2c3d4e5f6978')}`), []],
  ['a digest of an image', note(`quay.io/x@sha256:${noise(64, '0a1b2c3d4e5f6978')}`), []],
  ['a mail address', note('mailto:ann@example.com'), []],
  ['a URL with a password', note('https://ann:Hunter2pw@example.com'), ['SECRET_LITERAL']],
  ['a short password that its key names', parameters({ restuserkey: 'Hunter2' }), ['SECRET_LITERAL']],
  ['the name of a Secret', parameters({ 'csi.storage.k8s.io/node-stage-secret-name': 'files' }), []],
  ['a user of an identity provider', user('oidc:ann@example.com'), []],
  ['a token as a user', user(`glpat-${noise(20)}`), ['SECRET_LITERAL']],
  ['a random user', user(RANDOM), ['SECRET_SUSPECTED']],
  [
    'a certificate',
    s3({ regionEndpoint: 'https://minio.example.com', trustedCA: { pem: JSON.parse(EXAMPLE_PEM) } }),
    [],
  ],
  [
    'a password beside a certificate',
    s3({
      regionEndpoint: 'https://minio.example.com',
      trustedCA: { pem: `${JSON.parse(EXAMPLE_PEM)}https://a:Hunter2pw@b` },
    }),
    ['SECRET_LITERAL'],
  ],
  [
    'a random property',
    { ...s3({}), credentials: { externalSecret: { store: { name: 'v' }, key: 'k', properties: { A: RANDOM } } } },
    ['SECRET_LITERAL'],
  ],
])('%s', (_, settings, expected) => expect(of(settings)).toEqual(expected));

test.each<[string, string, boolean]>([
  ['a commit', 'targetRevision: 0a1b2c3d4e5f69780a1b2c3d4e5f69780a1b2c3d', false],
  ['a commit of SHA-256', `targetRevision: "${noise(64, '0a1b2c3d4e5f6978')}"`, false],
  ['a token', `targetRevision: ghp_${noise(36)}`, true],
  ['a random path', `path: ${RANDOM}`, true],
])('%s in the argocd block', (_, setting, refused) => {
  const yaml = `{argocd: {repoURL: "https://git.example.com/x.git", ${setting}}, clusters: [{name: a, platform: aws, openshift: "4.14"}]}`;
  expect(runFleet(yaml).codes.includes('FLEET_SECRET')).toBe(refused);
});

test('a reason may look like anything that is no known form', () => {
  const yaml = (reason: string): string =>
    `{acknowledge: [{change: a leaves the fleet, reason: "${reason}"}], clusters: [{name: b, platform: aws, openshift: "4.14"}]}`;
  expect(runFleet(yaml(`ticket ${RANDOM}`)).codes).not.toContain('FLEET_SECRET');
  expect(runFleet(yaml('AKIAIOSFODNN7EXAMPLE')).codes).toContain('FLEET_SECRET');
});
