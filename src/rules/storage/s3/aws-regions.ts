/** `storage.s3` on AWS: regions that contradict one another. */

import { AWS_REGIONS, isAwsHost, isOtherStore, looksLikeAwsRegion, partitionOf } from '../../../facts/aws-regions';
import { hostOf } from '../../../values/endpoint';
import type { Rule } from '../../rule';

const aws = (more: string): string => `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1${more}}}
    credentials: {existingSecret: {}}`;

const endpointRegion: Rule = {
  code: 'S3_ENDPOINT_REGION',
  severity: 'error',
  title: 'the endpoint is that of another AWS region',
  why: 'each request is signed for the region, and the endpoint takes signatures for its own region only: it answers AuthorizationHeaderMalformed, and the registry has no storage',
  fix: 'write the same region in both, or remove regionEndpoint: AWS is found by the region alone',
  source: 'AWS Signature Version 4, credential scope; Amazon S3 error AuthorizationHeaderMalformed',
  bad: aws(', encrypt: true, regionEndpoint: "https://s3.eu-central-1.amazonaws.com"'),
  good: aws(', encrypt: true, regionEndpoint: "https://s3.eu-west-1.amazonaws.com"'),
  check: ({ config: { storage } }) => {
    const { region = '', regionEndpoint = '' } = storage?.s3 ?? {};
    const other = regionOfEndpoint(regionEndpoint);
    if (other === undefined || other === region || !looksLikeAwsRegion(region)) return [];
    const what = `region is ${region}, but regionEndpoint is in ${other}`;
    return [{ path: ['storage', 's3', 'regionEndpoint'], what }];
  },
};

/** The one region that an endpoint of AWS names: `s3.REGION…`, `s3.dualstack.REGION…`, `s3-REGION…`, `….s3.REGION.vpce…`. */
function regionOfEndpoint(endpoint: string): string | undefined {
  const host = hostOf(endpoint) ?? '';
  if (!isAwsHost(host)) return undefined;
  const regions = host
    .split('.')
    .map(label => label.replace(/^s3-(fips-)?/, ''))
    .filter(label => AWS_REGIONS.includes(label));
  return regions.length === 1 ? regions[0] : undefined;
}

const kmsRegion: Rule = {
  code: 'S3_KMS_REGION',
  severity: 'error',
  title: 'the KMS key is in another region or partition than the bucket',
  why: 'S3 encrypts with keys of its own region only: it refuses every push',
  fix: "write the ARN of a key in the bucket's region; of a multi-region key, that of its replica there",
  source: 'Amazon S3 user guide, server-side encryption with KMS: the key must be in the region of the bucket',
  bad: aws(', encrypt: true, keyID: "arn:aws:kms:us-east-1:111122223333:key/k"'),
  good: aws(', encrypt: true, keyID: "arn:aws:kms:eu-west-1:111122223333:key/k"'),
  check: ({ config: { storage } }) => {
    const { s3 } = storage ?? {};
    if (s3 === undefined || isOtherStore({ ...s3 })) return [];
    const { region = '', keyID = '' } = s3;
    const [, partition, ofKey] = /^arn:([a-z-]+):kms:([a-z0-9-]+):/.exec(keyID) ?? [];
    const expected = partitionOf(region);
    const path = ['storage', 's3', 'keyID'];
    if (expected === undefined || partition === undefined) return [];
    if (ofKey !== region) return [{ path, what: `region is ${region}, but the key of keyID is in ${ofKey}` }];
    if (partition === expected) return [];
    return [{ path, what: `keyID begins with arn:${partition}, but ${region} is in ${expected}` }];
  },
};

/** In the order they are listed in the documentation. */
export const S3_AWS_REGION_RULES: readonly Rule[] = [endpointRegion, kmsRegion];
