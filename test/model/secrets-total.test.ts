/** Half-written Secrets are the rules' business: deciding and checking never throws on them. */

import { resolve } from '../../src/model/resolve';
import { runCluster } from '../support/fleet';

test.each<[string, string]>([
  ['an empty entry of each list', 'thirdParty: [{}], routes: {custom: [{}]}'],
  ['empty sources', 'credentials: {}, thirdParty: [{credentials: {}}], routes: {custom: [{tls: {}}]}'],
  ['sources without a store', 'credentials: {externalSecret: {}}, pullSecret: {externalSecret: {}}'],
  ['a pull secret without a source', 'pullSecret: {}'],
  [
    'sealed values without values',
    'credentials: {sealedSecret: {}}, thirdParty: [{namespaces: [a], credentials: {sealedSecret: {}}}]',
  ],
  [
    'plain values without names',
    'credentials: {secret: {}}, thirdParty: [{namespaces: [a], credentials: {secret: {}}}]',
  ],
  ['values of the wrong type', 'credentials: {secret: {env: {A: 1}, files: [x]}}, thirdParty: {a: b}'],
  ['a certificate without an issuer', 'routes: {custom: [{name: a, tls: {certificate: {}}}]}'],
  ['image streams without tags', 'thirdParty: [{imageStreams: [{}, {tags: [{}]}]}]'],
])('%s', (_name, settings) => {
  const s3 = 'storage: {s3: {bucket: b, region: r, cloudFront: {privateKey: {secret: {files: {x: y}}}}}}';
  const run = runCluster(`{platform: aws, ${s3}, ${settings}}`);
  expect(run.findings.some(({ severity }) => severity === 'error')).toBe(true);
});

test('a configuration of a program, with nothing in it', () => {
  expect(resolve({ name: 'a', platform: 'rosa' })).toMatchObject({
    routeSecrets: [],
    pullSecrets: [],
    imageStreams: [],
  });
});
