/** A bucket of OpenShift Data Foundation: the ObjectBucketClaim, and the class and stores of ours behind it. */

import { ObjectBucketClaim } from '../../../imports/objectbucket.io';
import type { BucketClaimModel } from '../../model/storage-model';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';
import { defineStorageClass } from './claim';
import { defineBackingStore, defineBucketClass } from './noobaa';

/** The objects behind a bucket; absent are those that exist already. */
export interface BucketClaimObjects {
  readonly bucketClaim: Definition;
  readonly storageClass?: Definition;
  readonly backingStore?: Definition;
  readonly bucketClass?: Definition;
}

/** Defines the claim and all it needs. */
export function defineBucketClaim(model: WithMetadata, claim: BucketClaimModel): BucketClaimObjects {
  const { storageClass, backingStore, bucketClass } = claim;
  return {
    storageClass: storageClass && defineStorageClass(model, storageClass),
    backingStore: backingStore && defineBackingStore(model, backingStore),
    bucketClass: bucketClass && defineBucketClass(model, bucketClass),
    bucketClaim: defineObjectBucketClaim(model, claim),
  };
}

function defineObjectBucketClaim(model: WithMetadata, claim: BucketClaimModel): Definition {
  const { name, namespace, bucketName, generateBucketName, storageClassName, additionalConfig } = claim;
  return define(ObjectBucketClaim, 'BucketClaim', {
    metadata: objectMetadata(model, { role: 'bucketClaim', name, namespace, metadata: claim.metadata }),
    spec: {
      ...(bucketName ? { bucketName } : { generateBucketName }),
      storageClassName,
      additionalConfig: Object.keys(additionalConfig).length > 0 ? { ...additionalConfig } : undefined,
    },
  });
}
