import { FLEET_SHARING_RULES } from '../../../src/rules/fleet/sharing';
import { runFleet } from '../../support/fleet';

const MINE = new Set(FLEET_SHARING_RULES.map(({ code }) => code));
/** Two clusters; `CODE severity` of what they share. */
function shared(a: object, b: object = a): readonly string[] {
  const clusters = [
    { name: 'a', openshift: '4.14', platform: 'aws', ...a },
    { name: 'b', openshift: '4.14', platform: 'aws', ...b },
  ];
  return runFleet(JSON.stringify({ clusters }))
    .findings.filter(({ code }) => MINE.has(code))
    .map(({ code, severity, clusters: names }) => `${code} ${severity} ${names?.join('+')}`);
}
const ERROR = ['STORAGE_SHARED error b'];
const s3 = (more: object): object => ({ storage: { s3: { bucket: 'registry', region: 'eu-west-1', ...more } } });
const minio = (regionEndpoint: string): object => s3({ regionEndpoint });
const azure = (accountName: string, container = 'registry'): object => ({
  storage: { azure: { accountName, container } },
});
const swift = (more: object): object => ({ storage: { swift: { container: 'registry', ...more } } });
const KEYSTONE = { authURL: 'https://keystone.example.com:13000/v3', tenant: 'prod' };

test.each<[string, object, object | undefined, string[]]>([
  ['one bucket', s3({}), undefined, ERROR],
  ['one bucket, two regions', s3({}), s3({ region: 'us-east-1' }), ERROR],
  ['two buckets', s3({}), s3({ bucket: 'other' }), []],
  ['one bucket of two stores', minio('https://one.example.com'), minio('https://two.example.com'), []],
  [
    'one bucket of one store, written in two ways',
    minio('https://One.example.com/'),
    minio('https://one.example.com:443'),
    ERROR,
  ],
  ['one name in two clusters of their own', minio('https://minio.store.svc'), undefined, []],
  ['a bucket that one of them has left', { ...s3({}), registry: { managementState: 'Removed' } }, s3({}), []],
  ['one bucket of Google', { storage: { gcs: { bucket: 'registry', region: 'europe-west1' } } }, undefined, ERROR],
  ['one container of Azure', azure('acme'), undefined, ERROR],
  ['two containers of one account', azure('acme', 'a-a-a'), azure('acme', 'b-b-b'), []],
  ['one name in two accounts', azure('acme1'), azure('acme2'), []],
  ['one container of Swift', swift(KEYSTONE), undefined, ERROR],
  ['one name in projects nobody names', swift({}), undefined, ['STORAGE_SHARED warning b']],
  ['one name in two projects', swift(KEYSTONE), swift({ ...KEYSTONE, tenant: 'test' }), []],
  ['one name of a claim', { storage: { pvc: { accessModes: ['ReadWriteMany'] } } }, undefined, []],
  ['throw-away storage', { environment: 'non-production', storage: { emptyDir: {} } }, undefined, []],
  ['storage of the platform', {}, undefined, []],
  [
    'one name in OpenShift Data Foundation',
    { storage: { odf: { noobaa: { bucketName: 'registry', endpoint: 'service' } } } },
    undefined,
    [],
  ],
])('storage: %s', (_, a, b, expected) => expect(shared(a, b)).toEqual(expected));

const host = (hostname: string): object => ({ routes: { custom: [{ name: 'r', hostname }] } });
test.each<[string, object, object | undefined, string[]]>([
  ['one host', host('registry.example.com'), undefined, ['ROUTE_HOST_SHARED warning b']],
  ['two hosts', host('a.example.com'), host('b.example.com'), []],
  ['one domain', { baseDomain: 'example.com' }, undefined, ['DOMAIN_SHARED warning b']],
  ['two domains', { baseDomain: 'a.example.com' }, { baseDomain: 'b.example.com' }, []],
])('%s', (_, a, b, expected) => expect(shared(a, b)).toEqual(expected));

test('a cluster that repeats itself shares nothing', () => {
  const routes = {
    custom: [
      { name: 'r', hostname: 'a.example.com' },
      { name: 's', hostname: 'a.example.com' },
    ],
  };
  expect(shared({ routes }, {})).toEqual([]);
});

test('names the first cluster and the thing', () => {
  const yaml = JSON.stringify({
    clusters: ['a', 'b', 'c'].map(name => ({ name, openshift: '4.14', platform: 'azure', ...azure('acme') })),
  });
  const found = runFleet(yaml).findings.filter(({ code }) => code === 'STORAGE_SHARED');
  expect(found.map(({ what }) => what)).toEqual(
    Array(2).fill('cluster "a" already has the container registry of acme'),
  );
});
