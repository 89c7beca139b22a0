import { PROVISION_RULES } from '../../../../src/rules/storage/provision/provision';
import { runCluster } from '../../../support/fleet';

const OURS = new Set(PROVISION_RULES.map(({ code }) => code));
const found = (storage: string): readonly string[] => {
  const { findings } = runCluster(`{platform: none, credentials: {existingSecret: {}}, storage: ${storage}}`);
  return findings.filter(({ code }) => OURS.has(code)).map(({ code, what }) => `${code}: ${what}`);
};
const azure = (fields: string, operator = ''): string =>
  `{azure: {${fields}, provision: {azureServiceOperator: {resourceGroup: rg, location: westeurope${operator}}}}}`;
const REGION = 'region: eu-west-1';

test.each<[string, readonly string[]]>([
  [`{s3: {bucket: acme, ${REGION}, provision: {ack: {}}}}`, []],
  [`{s3: {bucket: acme.registry-1, ${REGION}, provision: {crossplane: {providerConfig: aws}}}}`, []],
  [`{s3: {bucket: acme, ${REGION}, provision: {}}}`, ['PROVISION_CHOICE: provision names nobody']],
  [
    `{s3: {bucket: acme, ${REGION}, provision: {ack: {}, crossplane: {}}}}`,
    ['PROVISION_CHOICE: provision names ack and crossplane'],
  ],
  [
    `{s3: {bucket: acme, ${REGION}, regionEndpoint: "https://minio.example.com", provision: {ack: {}}}}`,
    ['PROVISION_ENDPOINT: provision makes a bucket in AWS, but regionEndpoint is https://minio.example.com'],
  ],
  [
    `{s3: {bucket: acme, ${REGION}, provision: {crossplane: {group: s3.aws.upbound.io, namespace: infra}}}}`,
    ['PROVISION_NAMESPACE: namespace is "infra", but s3.aws.upbound.io is cluster-scoped'],
  ],
  [`{s3: {bucket: acme, ${REGION}, provision: {crossplane: {group: s3.aws.m.upbound.io, namespace: infra}}}}`, []],
  [
    `{s3: {bucket: Acme, ${REGION}, provision: {ack: {namespace: in_fra}}}}`,
    [
      'PROVISION_NAME: bucket "Acme" is not 3 to 63 lower-case letters, digits, dots and dashes with a letter or digit at both ends',
      'PROVISION_NAME: namespace "in_fra" is not a DNS label',
    ],
  ],
  [
    azure('accountName: Acme-1, container: a--b', ', sku: Standard_LRS'),
    [
      'PROVISION_NAME: accountName "Acme-1" is not 3 to 24 lower-case letters and digits',
      'PROVISION_NAME: container "a--b" is not 3 to 63 lower-case letters, digits and single dashes',
    ],
  ],
  [azure('accountName: acme, container: images', ', sku: Cheap'), ['PROVISION_SKU: sku is "Cheap"']],
  [azure('accountName: acme, container: images'), []],
])('%s', (storage, expected) => {
  expect([...found(storage)].sort()).toEqual([...expected].sort());
});

test('a login inside the endpoint is not printed', () => {
  const said = found(
    `{s3: {bucket: acme, ${REGION}, regionEndpoint: "https://me:secret@minio.example.com", provision: {ack: {}}}}`,
  );
  expect(said.join()).toContain('PROVISION_ENDPOINT');
  expect(said.join()).not.toContain('secret');
});
