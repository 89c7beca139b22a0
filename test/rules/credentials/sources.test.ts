/** Where Secrets come from: exactly one way for each. */

import { errorsOf, STORAGE } from '../../support/example-secrets';

const THIRD_PARTY = (credentials: string): string => `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: ${credentials}}]`;

test.each<[string, string, readonly string[]]>([
  ['{}', 'credentials must have one mode, but have none', ['SECRET_MODE']],
  [
    '{existingSecret: {}, sealedSecret: {encryptedData: {}}}',
    'credentials must have one mode, but have 2: sealedSecret, existingSecret',
    ['SECRET_MODE'],
  ],
  ['{existingSecret: {}}', '', []],
])('pull credentials %s', (credentials, what, codes) => {
  const errors = errorsOf(THIRD_PARTY(credentials)).filter(({ code }) => code === 'SECRET_MODE');
  expect(errors.map(({ code }) => code)).toEqual(codes);
  expect(errors[0]?.what ?? '').toContain(what);
});

test.each<[string, string, readonly string[]]>([
  ['4.14', 'applicationCredential', []],
  ['4.14', 'token', ['SWIFT_AUTH']],
  ['4.21', 'token', []],
])('on OpenShift %s, the login %s of Swift', (openshift, login, codes) => {
  const errors = errorsOf(`${STORAGE.swift}
    openshift: "${openshift}"
    credentials: {swiftAuth: ${login}, existingSecret: {}}`);
  expect(errors.map(({ code }) => code)).toEqual(codes);
});

test('a login of Swift for another storage', () => {
  const errors = errorsOf(`${STORAGE.s3}
    credentials: {swiftAuth: password, existingSecret: {}}`);
  expect(errors.map(({ code, what }) => [code, what])).toEqual([
    ['SWIFT_AUTH', 'swiftAuth has no effect on s3 storage'],
  ]);
});
