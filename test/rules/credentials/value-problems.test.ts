/** Key pairs of routes: one row for each mistake. */

import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { Inputs } from '../../../src/config/inputs';
import { exampleInputs } from '../../support/example-inputs';
import { errorsOf, withFiles } from '../../support/example-secrets';
import { selfSigned } from '../../support/self-signed';

const pair = selfSigned();

const ROUTE = `
    platform: aws
    routes: {custom: [{name: public, hostname: registry.example.com, tls: {secret: {allowPlaintext: true, files: {tls.crt: crt, tls.key: key}}}}]}`;

test.each<[string, string, string, string | undefined]>([
  ['a pair', pair.certificate, pair.key, undefined],
  ['two of two pairs', pair.certificate, selfSigned().key, 'the value of tls.key does not belong to tls.crt'],
  ['no certificate', 'x', pair.key, 'the value of tls.crt is not a certificate in PEM'],
  ['no key', pair.certificate, 'x', 'the value of tls.key is not a private key in PEM'],
  [
    'a key with a password',
    pair.certificate,
    '-----BEGIN ENCRYPTED PRIVATE KEY-----',
    'the value of tls.key must not be encrypted',
  ],
])('a key pair: %s', (_name, crt, privateKey, what) => {
  const errors = withFiles(ROUTE, { crt, key: privateKey });
  expect(errors.map(error => [error.code, error.what])).toEqual(what === undefined ? [] : [['ROUTE_TLS_VALUE', what]]);
});

describe('certificates of a route', () => {
  const other = selfSigned('signer');
  test.each<[string, string, readonly string[]]>([
    ['alone', pair.certificate, []],
    ['with their signer', pair.certificate + other.certificate, []],
    [
      'with a damaged signer',
      pair.certificate + other.certificate.slice(0, 200),
      ['has a certificate that cannot be read'],
    ],
    ['with the key', pair.certificate + pair.key, ['must not contain a private key']],
    ['under a label of OpenSSL', pair.certificate.replace(/CERT/g, 'TRUSTED CERT'), ['is not a certificate in PEM']],
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

test.each<[string, string, string | undefined]>([
  ['PKCS#1', keyIn('pkcs1'), undefined],
  ['PKCS#8, as openssl genpkey writes it', keyIn('pkcs8'), 'is not in PKCS#1'],
  ['another block before it', pair.certificate + keyIn('pkcs1'), 'is not in PKCS#1'],
  ['an elliptic curve', elliptic(), 'is not an RSA key'],
  ['a password', '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n', 'must not be encrypted'],
])('the private key of CloudFront: %s', (_name, key, problem) => {
  const errors = withFiles(
    `
    platform: aws
    storage:
      s3:
        bucket: acme-registry
        region: eu-west-1
        cloudFront:
          baseURL: https://d1.cloudfront.net
          keypairID: K2X
          privateKey: {name: cdn, key: private.pem, secret: {allowPlaintext: true, files: {private.pem: pem}}}`,
    { pem: key },
  );
  expect(errors.map(({ code }) => code)).toEqual(problem === undefined ? [] : ['CLOUDFRONT_PRIVATE_KEY']);
  expect(errors[0]?.what ?? '').toContain(problem ?? '');
});

function keyIn(type: 'pkcs1' | 'pkcs8'): string {
  return String(createPrivateKey(pair.key).export({ type, format: 'pem' }));
}

function elliptic(): string {
  return String(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }));
}
