import { runCluster } from '../../support/fleet';

const found = (openshift: string, settings: string): readonly (string | undefined)[] =>
  runCluster(`{platform: aws, openshift: "${openshift}", ${settings}}`)
    .findings.filter(({ code }) => code === 'FIELD_VERSION' || code === 'LOGGING_REPLACED')
    .map(({ code, path }) => `${code} ${path?.join('.')}`);

const s3 = (more: string): string => `storage: {s3: {bucket: acme, region: eu-west-1, ${more}}}`;

test.each<[string, string, readonly string[]]>([
  ['4.16', s3('chunkSizeMiB: 100'), ['FIELD_VERSION storage.s3.chunkSizeMiB']],
  ['4.17', s3('chunkSizeMiB: 100'), []],
  ['4.10', s3('trustedCA: {configMap: ca}'), ['FIELD_VERSION storage.s3.trustedCA']],
  ['4.11', s3('trustedCA: {configMap: ca}'), []],
  ['4.5', 'registry: {logging: 4}', []],
  ['4.6', 'registry: {logging: 4}', ['LOGGING_REPLACED registry.logging']],
  ['4.5', 'registry: {logLevel: Debug}', []],
])('on OpenShift %s: %s', (openshift, settings, expected) => {
  expect(found(openshift, settings)).toEqual(expected);
});
