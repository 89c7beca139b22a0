/** Key pairs of routes: one row for each mistake. */

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
