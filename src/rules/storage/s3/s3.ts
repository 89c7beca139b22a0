/** `storage.s3`: which bucket, in which region. */

import { didYouMean, nearest } from '../../../config/nearest';
import type { S3Storage } from '../../../config/shape/s3';
import { AWS_REGIONS, isAwsHost, looksLikeAwsRegion } from '../../../facts/aws-regions';
import { hostOf } from '../../../values/endpoint';
import { requiredValue } from '../../required-value';
import { hitIf, type Rule } from '../../rule';
import { anyStoreNameProblem, mayBeOldBucket, s3NameProblem } from './bucket-names';

const AWS = `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1}}`;

const OPERATOR = 'operator pkg/storage/s3/s3.go';

/** Whether the bucket is AWS's own, and not a compatible store's. */
export const isAws = ({ regionEndpoint }: Pick<S3Storage, 'regionEndpoint'>): boolean =>
  !regionEndpoint || isAwsHost(hostOf(regionEndpoint) ?? '');

const regionRequired = requiredValue(['storage', 's3', 'region'], {
  code: 'S3_REGION_REQUIRED',
  title: 'the region of the S3 bucket is empty',
  why: 'the driver stops with "could not find region configuration"; on AWS the operator fills in the region, and Argo CD syncs without end because git does not have it',
  fix: 'set storage.s3.region; for a store without regions, write us-east-1',
  source: `${OPERATOR} UpdateEffectiveConfig, StorageChanged`,
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: ""}}`,
  good: AWS,
});

const OLD_BUCKET = {
  severity: 'warning',
  why: 'only a bucket created in us-east-1 before March 2018 can have such a name; a new one cannot',
  fix: 'accept this if the bucket exists; otherwise write the name as AWS shows it',
} as const;

const bucketName: Rule = {
  code: 'S3_BUCKET_NAME',
  severity: 'error',
  title: 'the bucket name is not valid',
  why: 'every request to the store fails, and the registry does not start',
  fix: 'write the name of the bucket as the store shows it, without path or URL',
  source: 'Amazon S3 user guide, bucket naming rules',
  bad: `
    platform: aws
    storage: {s3: {bucket: Acme_Registry, region: eu-west-1}}`,
  good: AWS,
  check: ({ config: { storage } }) => {
    const { s3 } = storage ?? {};
    if (!s3?.bucket) return [];
    const { bucket, region, virtualHostedStyle } = s3;
    const problem = isAws(s3) ? s3NameProblem(bucket) : anyStoreNameProblem(bucket);
    const old = isAws(s3) && region === 'us-east-1' && !virtualHostedStyle && mayBeOldBucket(bucket);
    return hitIf(problem !== undefined, () => ({
      path: ['storage', 's3', 'bucket'],
      what: `bucket "${bucket}" ${problem}`,
      ...(old ? OLD_BUCKET : withoutScheme(bucket)),
    }));
  },
};

/** `s3://acme-registry` as the name alone. */
function withoutScheme(written: string): { readonly fix?: string } {
  const name = /^s3:\/\/([^/]+)\/?$/.exec(written)?.[1];
  return name === undefined || s3NameProblem(name) !== undefined ? {} : { fix: `write bucket: ${name}` };
}

const regionUnknown: Rule = {
  code: 'S3_REGION_UNKNOWN',
  severity: 'error',
  title: 'the region is not an AWS region',
  why: 'the host name of the bucket is built from the region: the operator finds no such host, and the registry refuses a region it does not know',
  fix: 'write the region as AWS spells it, such as eu-west-1; for an S3-compatible store, set regionEndpoint too',
  source: 'docker-distribution registry/storage/driver/s3-aws FromParameters',
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west1}}`,
  good: AWS,
  check: ({ config: { storage } }) => {
    const { s3 } = storage ?? {};
    if (!s3?.region || s3.regionEndpoint || AWS_REGIONS.includes(s3.region)) return [];
    const formed = looksLikeAwsRegion(s3.region);
    const meant = nearest(s3.region, AWS_REGIONS);
    return [
      {
        path: ['storage', 's3', 'region'],
        what: `region "${s3.region}" is not a known AWS region${didYouMean(s3.region, AWS_REGIONS)}`,
        severity: formed ? 'warning' : undefined,
        ...(meant === undefined
          ? {}
          : { fix: `write region: ${meant}; for an S3-compatible store, set regionEndpoint too` }),
      },
    ];
  },
};

/** In the order they are listed in the documentation. */
export const S3_RULES: readonly Rule[] = [regionRequired, bucketName, regionUnknown];
