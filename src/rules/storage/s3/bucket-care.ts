/** Who makes an S3 bucket, and who keeps it closed and tidy. */

import { atLeast } from '../../../facts/versions';
import type { Rule } from '../../rule';
import { isAws } from './s3';

const PROVISIONED = `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, provision: {ack: {}}}}`;

const prerequisites: Rule = {
  code: 'S3_BUCKET_PREREQUISITES',
  severity: 'warning',
  title: 'nobody here looks after the bucket',
  why: 'the operator leaves Unmanaged storage alone: whether the bucket is closed to the public, and whether uploads that broke off are ever removed, is for its owner',
  fix: 'run "aws s3api put-public-access-block" (all four values true) and "aws s3api put-bucket-lifecycle-configuration" (AbortIncompleteMultipartUpload after 1 day) on the bucket, and accept this; or add provision',
  source: 'OpenShift documentation, configuring the registry for AWS user-provisioned infrastructure',
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1}}`,
  good: PROVISIONED,
  check: ({ config: { storage } }) => {
    const { s3, managementState } = storage ?? {};
    const cared = s3?.provision !== undefined || managementState === 'Managed';
    if (s3 === undefined || cared || !isAws(s3)) return [];
    return [{ path: ['storage', 's3'], what: `bucket "${s3.bucket ?? ''}" is made and configured elsewhere` }];
  },
};

const mustExist: Rule = {
  code: 'S3_BUCKET_MUST_EXIST',
  severity: 'info',
  title: 'the bucket must exist before the first sync',
  why: 'the operator tries to create a bucket that it cannot find, even where storage is Unmanaged',
  fix: 'make the bucket first, with the account whose keys are given, or add provision',
  source: 'operator pkg/storage/s3/s3.go CreateStorage',
  bad: `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials: {existingSecret: {}}`,
  good: PROVISIONED,
  check: ({ config: { storage }, model }) => {
    const { s3 } = storage ?? {};
    if (!s3?.bucket || s3.provision !== undefined) return [];
    const adopts = atLeast(model.openshift, '4.14') && !atLeast(model.openshift, '4.22');
    const adoption =
      'the operator tries to create a bucket that it cannot find, and takes one of somebody else, which it may not see, for its own';
    return [
      {
        path: ['storage', 's3', 'bucket'],
        what: `bucket "${s3.bucket}" is taken to exist`,
        why: adopts ? adoption : undefined,
      },
    ];
  },
};

/** In the order they are listed in the documentation. */
export const S3_BUCKET_CARE_RULES: readonly Rule[] = [prerequisites, mustExist];
