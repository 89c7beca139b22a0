/** Who creates an S3 bucket, and who keeps it private and tidy. */

import { atLeast } from '../../../facts/versions';
import type { Rule } from '../../rule';
import { isAws } from './s3';

const PROVISIONED = `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, provision: {ack: {}}}}`;

const unmanaged: Rule = {
  code: 'S3_BUCKET_UNMANAGED',
  severity: 'info',
  title: 'the bucket is not managed here',
  why: 'the operator never configures Unmanaged storage: a public bucket exposes every image, and without a lifecycle rule aborted uploads pile up',
  fix: 'run "aws s3api put-public-access-block" (all four values true) and "aws s3api put-bucket-lifecycle-configuration" (AbortIncompleteMultipartUpload after 1 day) on the bucket and accept this, or add provision',
  source: 'OpenShift documentation, configuring the registry for AWS user-provisioned infrastructure',
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1}}`,
  good: PROVISIONED,
  check: ({ config: { storage } }) => {
    const { s3, managementState } = storage ?? {};
    const managed = s3?.provision !== undefined || managementState === 'Managed';
    if (s3 === undefined || managed || !isAws(s3)) return [];
    return [
      {
        path: ['storage', 's3'],
        what: `bucket "${s3.bucket ?? ''}" is not managed here, so its public access and lifecycle are not checked`,
      },
    ];
  },
};

const mustExist: Rule = {
  code: 'S3_BUCKET_MUST_EXIST',
  severity: 'info',
  title: 'the bucket must exist before the first sync',
  why: 'if the operator cannot find the bucket, it tries to create it, even when storage is Unmanaged',
  fix: 'create the bucket first, in the account whose keys the registry uses, or add provision',
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
      "if the operator cannot find the bucket, it tries to create it, even when storage is Unmanaged; from 4.14 to 4.21 it can mistake another account's bucket for its own";
    return [
      {
        path: ['storage', 's3', 'bucket'],
        what: `bucket "${s3.bucket}" must already exist`,
        why: adopts ? adoption : undefined,
      },
    ];
  },
};

/** In the order they are listed in the documentation. */
export const S3_BUCKET_CARE_RULES: readonly Rule[] = [unmanaged, mustExist];
