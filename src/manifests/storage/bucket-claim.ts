/** A bucket of OpenShift Data Foundation: the ObjectBucketClaim, and the class and stores of ours behind it. */

import type { Construct } from 'constructs';
import { ObjectBucketClaim } from '../../../imports/objectbucket.io';
import type { RegistryModel } from '../../model/model';
import type { BucketClaimModel } from '../../model/storage-model';
import { objectMetadata } from '../common/metadata';
import { defineStorageClass } from './claim';
import { defineBackingStore, defineBucketClass } from './noobaa';

/** Defines the claim and all it needs. */
export function defineBucketClaim(scope: Construct, model: RegistryModel, claim: BucketClaimModel): void {
  const { name, namespace, bucketName, generateBucketName, storageClassName, additionalConfig } = claim;
  if (claim.storageClass) defineStorageClass(scope, model, claim.storageClass);
  if (claim.backingStore) defineBackingStore(scope, model, claim.backingStore);
  if (claim.bucketClass) defineBucketClass(scope, model, claim.bucketClass, claim.backingStore?.name);
  new ObjectBucketClaim(scope, 'BucketClaim', {
    metadata: objectMetadata(model, { role: 'bucketClaim', name, namespace, metadata: claim.metadata }),
    spec: {
      ...(bucketName ? { bucketName } : { generateBucketName }),
      storageClassName,
      ...(Object.keys(additionalConfig).length > 0 ? { additionalConfig: { ...additionalConfig } } : {}),
    },
  });
}
