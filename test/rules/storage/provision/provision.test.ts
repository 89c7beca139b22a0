import { PROVISION_RULES } from '../../../../src/rules/storage/provision/provision';
import { runCluster } from '../../../support/fleet';

const OURS = new Set(PROVISION_RULES.map(({ code }) => code));
const findingsOf = (storage: string) => {
  const { findings } = runCluster(`{platform: none, credentials: {existingSecret: {}}, storage: ${storage}}`);
  return findings.filter(({ code }) => OURS.has(code));
};
const found = (storage: string): readonly string[] =>
  findingsOf(storage).map(({ code, path }) => `${code} ${path.at(-1)}`);
const azure = (fields: string, operator = ''): string =>
  `{azure: {${fields}, provision: {azureServiceOperator: {resourceGroup: rg, location: westeurope${operator}}}}}`;
const REGION = 'region: eu-west-1';

test.each<[string, readonly string[]]>([
  [`{s3: {bucket: acme, ${REGION}, provision: {ack: {}}}}`, []],
  [`{s3: {bucket: acme.registry-1, ${REGION}, provision: {crossplane: {providerConfig: aws}}}}`, []],
  [`{s3: {bucket: acme, ${REGION}, provision: {}}}`, ['PROVISION_CHOICE provision']],
  [`{s3: {bucket: acme, ${REGION}, provision: {ack: {}, crossplane: {}}}}`, ['PROVISION_CHOICE provision']],
  [
    `{s3: {bucket: acme, ${REGION}, regionEndpoint: "https://minio.example.com", provision: {ack: {}}}}`,
    ['PROVISION_ENDPOINT provision'],
  ],
  [
    `{s3: {bucket: acme, ${REGION}, provision: {crossplane: {group: s3.aws.upbound.io, namespace: infra}}}}`,
    ['PROVISION_NAMESPACE namespace'],
  ],
  [`{s3: {bucket: acme, ${REGION}, provision: {crossplane: {group: s3.aws.m.upbound.io, namespace: infra}}}}`, []],
  [
    `{s3: {bucket: Acme, ${REGION}, provision: {ack: {namespace: in_fra}}}}`,
    ['PROVISION_NAME bucket', 'PROVISION_NAME namespace'],
  ],
  [
    azure('accountName: Acme-1, container: a--b', ', sku: Standard_LRS'),
    ['PROVISION_NAME accountName', 'PROVISION_NAME container'],
  ],
  [azure('accountName: acme, container: images', ', sku: Cheap'), ['PROVISION_SKU sku']],
  [azure('accountName: acme, container: images'), []],
])('%s', (storage, expected) => {
  expect([...found(storage)].sort()).toEqual([...expected].sort());
});

test('a login inside the endpoint is not printed', () => {
  const said = findingsOf(
    `{s3: {bucket: acme, ${REGION}, regionEndpoint: "https://me:secret@minio.example.com", provision: {ack: {}}}}`,
  );
  expect(said.map(({ code }) => code)).toContain('PROVISION_ENDPOINT');
  expect(JSON.stringify(said)).not.toContain('secret');
});
