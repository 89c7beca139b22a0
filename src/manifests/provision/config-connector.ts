/** The GCS bucket by Google's Config Connector. */

import { StorageBucket } from '../../../imports/storage.cnrm.cloud.google.com';
import type { ProvisionBy } from '../../model/provision';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';
import { ABORT_RULE } from './bucket-settings';

/** Defines the bucket; it stays when the object goes. */
export function defineStorageBucket(
  model: WithMetadata,
  { bucket, namespace, location, projectID, keyID }: ProvisionBy<'configConnector'>,
): readonly [Definition] {
  const object = define(StorageBucket, 'StorageBucket', {
    metadata: objectMetadata(model, {
      role: 'provisionedBucket',
      name: bucket,
      namespace,
      annotations: {
        'cnrm.cloud.google.com/deletion-policy': 'abandon',
        'cnrm.cloud.google.com/force-destroy': 'false',
        ...(projectID === undefined ? {} : { 'cnrm.cloud.google.com/project-id': projectID }),
      },
    }),
    spec: {
      location,
      publicAccessPrevention: 'enforced',
      uniformBucketLevelAccess: true,
      encryption: keyID === undefined ? undefined : { kmsKeyRef: { external: keyID } },
      lifecycleRule: [
        { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: ABORT_RULE.daysAfterInitiation } },
      ],
    },
  });
  return [object];
}
