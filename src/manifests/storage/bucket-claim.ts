/** A bucket of OpenShift Data Foundation: the ObjectBucketClaim, and the class and stores of ours behind it. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { ObjectBucketClaim } from '../../../imports/objectbucket.io';
import type { RegistryModel } from '../../model/model';
import type { BucketClaimModel } from '../../model/storage-model';
import { objectMetadata } from '../common/metadata';
import { defineStorageClass } from './claim';
import { defineBackingStore, defineBucketClass } from './noobaa';

/** The objects behind a bucket; absent are those that exist already. */
export interface BucketClaimObjects {
  readonly bucketClaim: ApiObject;
  readonly storageClass?: ApiObject;
  readonly backingStore?: ApiObject;
  readonly bucketClass?: ApiObject;
}

/** Defines the claim and all it needs. */
export function defineBucketClaim(scope: Construct, model: RegistryModel, claim: BucketClaimModel): BucketClaimObjects {
  const { storageClass, backingStore, bucketClass } = claim;
  return {
    storageClass: storageClass && defineStorageClass(scope, model, storageClass),
    backingStore: backingStore && defineBackingStore(scope, model, backingStore),
    bucketClass: bucketClass && defineBucketClass(scope, model, bucketClass),
    bucketClaim: defineObjectBucketClaim(scope, model, claim),
  };
}

function defineObjectBucketClaim(scope: Construct, model: RegistryModel, claim: BucketClaimModel): ApiObject {
  const { name, namespace, bucketName, generateBucketName, storageClassName, additionalConfig } = claim;
  return new ObjectBucketClaim(scope, 'BucketClaim', {
    metadata: objectMetadata(model, { role: 'bucketClaim', name, namespace, metadata: claim.metadata }),
    spec: {
      ...(bucketName ? { bucketName } : { generateBucketName }),
      storageClassName,
      additionalConfig: Object.keys(additionalConfig).length > 0 ? { ...additionalConfig } : undefined,
    },
  });
}
