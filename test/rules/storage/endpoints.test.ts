import { STORAGE_ENDPOINT_RULES } from '../../../src/rules/storage/endpoints';
import { showUrl } from '../../../src/values/url';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(STORAGE_ENDPOINT_RULES);

const store = (regionEndpoint: string, more: object = {}, bucket = 'reg-1'): string =>
  JSON.stringify({
    platform: 'baremetal',
    credentials: { existingSecret: {} },
    storage: { s3: { bucket, region: 'us-east-1', regionEndpoint } },
    ...more,
  });
const odf = (kind: 'rgw' | 'noobaa', endpoint: string): string =>
  JSON.stringify({
    platform: 'baremetal',
    baseDomain: 'example.com',
    storage: { odf: { [kind]: { bucketName: 'reg-1', endpoint } } },
    credentials: { bucketClaim: { job: {} } },
  });

test.each<[string, string, string[]]>([
  ['https', store('https://minio.example.com'), []],
  ['http', store('http://minio.example.com'), []],
  ['a port', store('https://minio.example.com:9000'), []],
  ['a path', store('https://gateway.example.com/s3'), []],
  ['an IPv6 address', store('http://[2001:db8::1]:9000'), []],
  ['no scheme', store('minio.example.com'), ['S3_ENDPOINT_URL']],
  ['host and port only', store('minio.example.com:9000'), ['S3_ENDPOINT_URL']],
  ['another scheme', store('s3://reg-2'), ['S3_ENDPOINT_URL']],
  ['no host', store('https://'), ['S3_ENDPOINT_URL']],
  ['a bad port', store('https://minio.example.com:99999'), ['S3_ENDPOINT_URL']],
  ['blanks', store('https://minio.example.com '), ['S3_ENDPOINT_URL']],
  ['a query', store('https://minio.example.com?a=b'), ['S3_ENDPOINT_URL']],
  ['a lone question mark', store('https://minio.example.com?'), ['S3_ENDPOINT_URL']],
  ['a fragment', store('https://minio.example.com#a'), ['S3_ENDPOINT_URL']],
  ['the bucket in the path', store('https://minio.example.com/reg-1/'), ['S3_ENDPOINT_URL']],
  ['the bucket as a part of a word', store('https://minio.example.com/reg-10'), []],
  ['the bucket in the host', store('https://reg-1.s3.eu-west-1.amazonaws.com'), ['S3_ENDPOINT_URL']],
  ['a host that begins like the bucket', store('https://reg-1.example.com'), []],
  ['the pod itself', store('http://localhost:9000'), ['S3_ENDPOINT_LOOPBACK']],
  ['a loopback address', store('https://127.0.0.1:9000'), ['S3_ENDPOINT_LOOPBACK']],
  ['the loopback address of IPv6', store('http://[::1]:9000'), ['S3_ENDPOINT_LOOPBACK']],
  ['a host that begins like localhost', store('https://localhost.example.com'), []],
  ['odf.noobaa at the pod itself', odf('noobaa', 'http://localhost'), ['S3_ENDPOINT_LOOPBACK']],
  ['http on the port of TLS', store('http://minio.example.com:443'), ['S3_ENDPOINT_SCHEME']],
  ['http on a port that is TLS as a rule', store('http://minio.example.com:8443'), ['S3_ENDPOINT_SCHEME warning']],
  ['TLS on that port', store('https://minio.example.com:8443'), []],
  ['TLS on the port of http', store('https://minio.example.com:80/'), ['S3_ENDPOINT_SCHEME']],
  ['the port of the scheme', store('https://minio.example.com:443'), []],
  ['a gateway', store('http://rook-ceph-rgw-a.rook.svc'), []],
  ['a gateway with another port', store('http://rook-ceph-rgw-a.rook.svc:8080'), ['RGW_ENDPOINT_PORT warning']],
  ['a gateway with the port of TLS', store('https://rook-ceph-rgw-a.rook.svc:443'), ['RGW_ENDPOINT_PORT']],
  ['a gateway with its own port', store('http://rook-ceph-rgw-a.rook.svc:80'), ['RGW_ENDPOINT_PORT']],
  ['odf.rgw with a port', odf('rgw', 'https://rgw.example.com:8443'), ['RGW_ENDPOINT_PORT warning']],
  ['odf.noobaa with a port', odf('noobaa', 'https://s3.example.com:8443'), []],
  ['a word of ODF', odf('noobaa', 'service'), []],
  ['an unknown word', odf('noobaa', 'routes'), ['S3_ENDPOINT_URL']],
  [
    'redirects to a Service',
    store('http://minio.minio.svc', { registry: { disableRedirect: false } }),
    ['REDIRECT_UNRESOLVABLE'],
  ],
  [
    'redirects to the full name of a Service',
    store('http://minio.minio.svc.cluster.local', { registry: { disableRedirect: false } }),
    ['REDIRECT_UNRESOLVABLE'],
  ],
  ['no redirects', store('http://minio.minio.svc', { registry: { disableRedirect: true } }), []],
  ['nothing said of redirects', store('http://minio.minio.svc'), []],
  ['redirects to a host', store('https://minio.example.com', { registry: { disableRedirect: false } }), []],
  ['a password', store('https://me:geheim@minio.example.com'), ['STORAGE_URL_CREDENTIALS']],
  ['a user', store('https://me@minio.example.com'), ['STORAGE_URL_CREDENTIALS']],
])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));

test.each([
  store('https://me:geheim@minio.example.com'),
  store('me:geheim@minio.example.com'),
  store('https://me:geheim@minio.example.com:80?X-Amz-Signature=geheim'),
  store('https://me:ge?geheim@minio.example.com'),
  store('https://minio.example.com?X-Amz-Signature=geheim#geheim'),
  JSON.stringify({
    platform: 'openstack',
    storage: { swift: { container: 'registry', authURL: 'https://me:geheim@keystone.example.com/identity' } },
  }),
  JSON.stringify({
    platform: 'aws',
    storage: {
      s3: {
        bucket: 'acme',
        region: 'eu-west-1',
        cloudFront: {
          baseURL: 'ftp://me:geheim@cdn.example.com',
          keypairID: 'K',
          privateKey: { name: 'cdn', key: 'key' },
        },
      },
    },
  }),
])('nothing of a credential is printed: %s', yaml => {
  const { findings } = runCluster(yaml);
  expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  expect(JSON.stringify(findings)).not.toContain('geheim');
});

test.each([
  ['https://s3.example.com/a', 'https://s3.example.com/a'],
  ['https://me:x@s3.example.com', '[hidden]@s3.example.com'],
  ['https://s3.example.com?x=y', 'https://s3.example.com'],
  ['https://s3.example.com?x=a@b', '[hidden]'],
])('%s is shown as %s', (url, shown) => expect(showUrl(url)).toBe(shown));

test.each<[string, string, string[]]>([
  ['of usual length', 'prod.example.com', []],
  ['with which the host is longer than DNS takes', `${'a'.repeat(60)}.`.repeat(4).slice(0, -1), ['S3_ENDPOINT_URL']],
  ['that is broken, which is told at the domain', 'https://prod.example.com', []],
])('an endpoint made of a domain %s', (_, baseDomain, expected) =>
  expect(codes(JSON.stringify({ ...JSON.parse(odf('rgw', 'route')), baseDomain }))).toEqual(expected),
);
