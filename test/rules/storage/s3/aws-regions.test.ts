import { S3_AWS_REGION_RULES } from '../../../../src/rules/storage/s3/aws-regions';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf(S3_AWS_REGION_RULES);

const aws = (change: object): string =>
  JSON.stringify({
    platform: 'aws',
    storage: { s3: { bucket: 'acme-registry', region: 'eu-west-1', encrypt: true, ...change } },
    credentials: { existingSecret: {} },
  });
const key = (arn: string, change: object = {}): string => aws({ keyID: arn, ...change });
const endpoint = (host: string, change: object = {}): string => aws({ regionEndpoint: `https://${host}`, ...change });

test.each<[string, string, string[]]>([
  ['no endpoint', aws({}), []],
  ['its own', endpoint('s3.eu-west-1.amazonaws.com'), []],
  ['another region', endpoint('s3.eu-west-2.amazonaws.com'), ['S3_ENDPOINT_REGION']],
  ['another region, in the old form', endpoint('s3-us-west-2.amazonaws.com'), ['S3_ENDPOINT_REGION']],
  ['another region, with FIPS', endpoint('s3-fips.us-east-1.amazonaws.com'), ['S3_ENDPOINT_REGION']],
  ['another region, in a VPC', endpoint('bucket.vpce-1.s3.us-east-1.vpce.amazonaws.com'), ['S3_ENDPOINT_REGION']],
  ['the endpoint for all regions', endpoint('s3.amazonaws.com'), []],
  ['a region that is in no table', endpoint('s3.xx-future-9.amazonaws.com'), []],
  ['another store that is called so', endpoint('s3.eu-west-2.example.com'), []],
  ['a region of no cloud', endpoint('s3.eu-west-2.amazonaws.com', { region: 'minio' }), []],
  ['a key of the region', key('arn:aws:kms:eu-west-1:1:key/k'), []],
  ['a key of another region', key('arn:aws:kms:us-east-1:1:key/k'), ['S3_KMS_REGION']],
  ['a key of another partition', key('arn:aws-cn:kms:eu-west-1:1:key/k'), ['S3_KMS_REGION']],
  ['a key of China', key('arn:aws-cn:kms:cn-north-1:1:key/k', { region: 'cn-north-1' }), []],
  ['an id', key('0a1b2c3d-0000-4000-8000-000000000000'), []],
  ['an alias', key('alias/registry'), []],
  ['a region that is in no table', key('arn:aws:kms:us-east-1:1:key/k', { region: 'xx-future-9' }), []],
  ['another store', key('arn:aws:kms:us-east-1:1:key/k', { regionEndpoint: 'https://minio.example.com' }), []],
])('%s', (_, cluster, expected) => {
  expect(codes(cluster)).toEqual(expected);
});
