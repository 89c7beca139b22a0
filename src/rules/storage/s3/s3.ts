/** `storage.s3`: which bucket, in which region. */

import { suggestion } from '../../../config/nearest';
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
  why: 'the driver stops with "could not find region configuration"; on AWS the operator finds the region, and then syncs without end because git does not have it',
  fix: 'write storage.s3.region; a store without regions takes us-east-1',
  source: `${OPERATOR} UpdateEffectiveConfig, StorageChanged`,
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: ""}}`,
  good: AWS,
});

const OLD_BUCKET = {
  severity: 'warning',
  why: 'only buckets of us-east-1 that were made before March 2018 can be called so; a new one cannot',
  fix: 'accept this where the bucket exists; else write the name as AWS shows it',
} as const;

const bucketName: Rule = {
  code: 'S3_BUCKET_NAME',
  severity: 'error',
  title: 'the store cannot have a bucket of this name',
  why: 'every call to the store fails, and the registry does not start',
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
      ...(old ? OLD_BUCKET : {}),
    }));
  },
};

const regionUnknown: Rule = {
  code: 'S3_REGION_UNKNOWN',
  severity: 'error',
  title: 'the region is not one of AWS',
  why: 'the host name of the bucket is made from it: the operator finds no such host, and the registry refuses a region it does not know',
  fix: 'write the region as AWS spells it, such as eu-west-1; a store with an address of its own also needs regionEndpoint',
  source: 'docker-distribution registry/storage/driver/s3-aws FromParameters',
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west1}}`,
  good: AWS,
  check: ({ config: { storage } }) => {
    const { s3 } = storage ?? {};
    if (!s3?.region || s3.regionEndpoint || AWS_REGIONS.includes(s3.region)) return [];
    const formed = looksLikeAwsRegion(s3.region);
    const said = formed ? 'is not a region that is known here' : 'does not have the form of an AWS region';
    return [
      {
        path: ['storage', 's3', 'region'],
        what: `region "${s3.region}" ${said}.${suggestion(s3.region, AWS_REGIONS)}`,
        severity: formed ? 'warning' : undefined,
      },
    ];
  },
};

/** In the order they are listed in the documentation. */
export const S3_RULES: readonly Rule[] = [regionRequired, bucketName, regionUnknown];
