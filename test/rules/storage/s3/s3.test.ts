import { S3_BUCKET_CARE_RULES } from '../../../../src/rules/storage/s3/bucket-care';
import { S3_OPTION_RULES } from '../../../../src/rules/storage/s3/options';
import { S3_RULES } from '../../../../src/rules/storage/s3/s3';
import { runCluster } from '../../../support/fleet';
import { codesOf } from '../../../support/rule-codes';

/** A cluster with one setting changed. */
const aws = (change: object): string =>
  JSON.stringify({ platform: 'aws', storage: { s3: { bucket: 'acme-registry', region: 'eu-west-1', ...change } } });
const store = (change: object): string =>
  JSON.stringify({
    platform: 'baremetal',
    credentials: { existingSecret: {} },
    storage: {
      s3: { bucket: 'registry', region: 'us-east-1', regionEndpoint: 'https://minio.example.com', ...change },
    },
  });

describe('bucket and region', () => {
  const codes = codesOf(S3_RULES);

  test.each<[string, string, string[]]>([
    ['a bucket of AWS', aws({}), []],
    ['a bucket of a store', store({}), []],
    ['a bucket that is not there is the shape check’s', aws({ bucket: undefined }), []],
    ['no region', aws({ region: '' }), ['S3_REGION_REQUIRED']],
    ['both empty', aws({ bucket: '', region: '' }), ['S3_REGION_REQUIRED']],
    ['2 characters', aws({ bucket: 'ab' }), ['S3_BUCKET_NAME']],
    ['3 characters', aws({ bucket: 'abc' }), []],
    ['63 characters', aws({ bucket: 'a'.repeat(63) }), []],
    ['64 characters', aws({ bucket: 'a'.repeat(64) }), ['S3_BUCKET_NAME']],
    ['capitals', aws({ bucket: 'Registry' }), ['S3_BUCKET_NAME']],
    ['capitals in a store', store({ bucket: 'Registry_1' }), []],
    ['a slash in a store', store({ bucket: 'team/registry' }), ['S3_BUCKET_NAME']],
    ['a dash at the end', aws({ bucket: 'registry-' }), ['S3_BUCKET_NAME']],
    ['two dots', aws({ bucket: 'a..b' }), ['S3_BUCKET_NAME']],
    ['a dot', aws({ bucket: 'registry.example.com' }), []],
    ['an address', aws({ bucket: '192.168.5.4' }), ['S3_BUCKET_NAME']],
    ['a reserved prefix', aws({ bucket: 'xn--registry' }), ['S3_BUCKET_NAME']],
    ['a reserved suffix', aws({ bucket: 'registry-s3alias' }), ['S3_BUCKET_NAME']],
    ['China', aws({ region: 'cn-north-1' }), []],
    ['GovCloud', aws({ region: 'us-gov-west-1' }), []],
    ['an isolated region', aws({ region: 'us-isob-east-1' }), []],
    ['a malformed region', aws({ region: 'eu-west1' }), ['S3_REGION_UNKNOWN']],
    ['a region in capitals', aws({ region: 'EU-WEST-1' }), ['S3_REGION_UNKNOWN']],
    ['moon-1', aws({ region: 'moon-1' }), ['S3_REGION_UNKNOWN']],
    ['a misspelt point of the compass', aws({ region: 'eu-wst-1' }), ['S3_REGION_UNKNOWN']],
    ['a region of tomorrow', aws({ region: 'eu-west-9' }), ['S3_REGION_UNKNOWN warning']],
    ['any region in a store', store({ region: 'default' }), []],
  ])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));

  test('names the region that is meant', () => {
    const { findings } = runCluster(aws({ region: 'eu-wets-1' }));
    expect(findings.find(({ code }) => code === 'S3_REGION_UNKNOWN')?.what).toContain('did you mean "eu-west-1"?');
  });
});

describe('encryption and place of the bucket', () => {
  const codes = codesOf(S3_OPTION_RULES);
  const keyID = 'arn:aws:kms:eu-west-1:111122223333:key/k';

  test.each<[string, string, string[]]>([
    ['a key with encrypt', aws({ keyID, encrypt: true }), []],
    ['a key alone', aws({ keyID }), ['S3_KEYID_WITHOUT_ENCRYPT']],
    ['a key with encrypt: false', aws({ keyID, encrypt: false }), ['S3_KEYID_WITHOUT_ENCRYPT']],
    ['encrypt alone', aws({ encrypt: true }), []],
    ['virtual hosts in a store', store({ virtualHostedStyle: true }), []],
    ['without an endpoint', aws({ virtualHostedStyle: true }), ['S3_VIRTUAL_HOST_AWS']],
    ['an address', store({ virtualHostedStyle: true, regionEndpoint: 'http://192.0.2.1' }), ['S3_VIRTUAL_HOST']],
    ['IPv6', store({ virtualHostedStyle: true, regionEndpoint: 'http://[2001:db8::1]:9000' }), ['S3_VIRTUAL_HOST']],
    ['a Service', store({ virtualHostedStyle: true, regionEndpoint: 'http://minio.minio.svc' }), ['S3_VIRTUAL_HOST']],
    ['an address without it', store({ regionEndpoint: 'http://192.0.2.1' }), []],
    ['a dot in the bucket', store({ virtualHostedStyle: true, bucket: 'a.b' }), ['S3_VIRTUAL_HOST warning']],
    [
      'a dot without TLS',
      store({ virtualHostedStyle: true, bucket: 'a.b', regionEndpoint: 'http://minio.example.com' }),
      [],
    ],
  ])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));
});

describe('who looks after the bucket', () => {
  const codes = codesOf(S3_BUCKET_CARE_RULES);

  test.each<[string, string, string[]]>([
    ['AWS', aws({}), ['S3_BUCKET_UNMANAGED', 'S3_BUCKET_MUST_EXIST']],
    ['made by us', aws({ provision: { ack: {} } }), []],
    ['a store', store({}), ['S3_BUCKET_MUST_EXIST']],
    [
      'AWS by its own endpoint',
      store({ regionEndpoint: 'https://s3.us-east-1.amazonaws.com' }),
      ['S3_BUCKET_UNMANAGED', 'S3_BUCKET_MUST_EXIST'],
    ],
    [
      'a host that only looks like AWS',
      store({ regionEndpoint: 'https://notamazonaws.com' }),
      ['S3_BUCKET_MUST_EXIST'],
    ],
  ])('%s', (_name, yaml, expected) => expect([...codes(yaml)].sort()).toEqual([...expected].sort()));

  test.each([
    ['4.13', false],
    ['4.14', true],
    ['4.21', true],
    ['4.22', false],
  ])('on %s a bucket of another account is adopted: %s', (openshift, adopts) => {
    const { findings } = runCluster(JSON.stringify({ ...JSON.parse(store({})), openshift }));
    const why = findings.find(({ code }) => code === 'S3_BUCKET_MUST_EXIST')?.why;
    expect(why?.includes('another account')).toBe(adopts);
  });

  test.each(['aws s3api put-public-access-block', 'aws s3api put-bucket-lifecycle-configuration'])(
    'names %s',
    command => {
      const { findings } = runCluster(aws({}));
      expect(findings.find(({ code }) => code === 'S3_BUCKET_UNMANAGED')?.fix).toContain(command);
    },
  );
});

test('the number of the part size is the shape check’s', () => {
  const run = (chunkSizeMiB: number): readonly string[] => {
    const { findings } = runCluster(JSON.stringify({ ...JSON.parse(aws({ chunkSizeMiB })), openshift: '4.17' }));
    return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  };
  expect([4, 5, 5120, 5121, 19.5].map(run)).toEqual([['OUT_OF_RANGE'], [], [], ['OUT_OF_RANGE'], ['WRONG_TYPE']]);
});
