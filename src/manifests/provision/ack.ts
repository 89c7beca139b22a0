/** The S3 bucket by AWS Controllers for Kubernetes. */

import { Bucket } from '../../../imports/s3.services.k8s.aws';
import type { ProvisionBy } from '../../model/provision';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';
import { ABORT_RULE, encryptionRule } from './bucket-settings';

/** Region whose buckets must not name their region: S3 refuses it. */
const DEFAULT_REGION = 'us-east-1';

/** Defines the bucket; it stays when the object goes. */
export function defineAckBucket(
  model: WithMetadata,
  { bucket, region, keyID, namespace }: ProvisionBy<'ack'>,
): readonly [Definition] {
  const { id, status, prefix, daysAfterInitiation } = ABORT_RULE;
  const object = define(Bucket, 'Bucket', {
    metadata: objectMetadata(model, {
      role: 'provisionedBucket',
      name: bucket,
      namespace,
      annotations: { 'services.k8s.aws/deletion-policy': 'retain', 'services.k8s.aws/region': region },
    }),
    spec: {
      name: bucket,
      createBucketConfiguration: region === DEFAULT_REGION ? undefined : { locationConstraint: region },
      publicAccessBlock: {
        blockPublicAcLs: true,
        blockPublicPolicy: true,
        ignorePublicAcLs: true,
        restrictPublicBuckets: true,
      },
      encryption: { rules: [encryptionRule(keyID)] },
      lifecycle: {
        rules: [{ id, status, filter: { prefix }, abortIncompleteMultipartUpload: { daysAfterInitiation } }],
      },
    },
  });
  return [object];
}
