/** NooBaa's own stores and classes, where the configuration defines them. */

import {
  type BackingStoreSpec,
  BackingStoreSpecPvPoolResourcesLimits,
  BackingStoreSpecPvPoolResourcesRequests,
  type BucketClassSpecPlacementPolicyTiersPlacement,
  BackingStore as NoobaaBackingStore,
  BucketClass as NoobaaBucketClass,
} from '../../../imports/noobaa.io';
import { ODF_NAMESPACE } from '../../facts/names';
import type { BackingStoreModel, BucketClassModel } from '../../model/storage/backing-store';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import { resourcesOf } from '../common/resources';
import type { WithMetadata } from '../common/shared-part';

/** Type NooBaa gives each kind of store. */
const STORE_TYPES: Readonly<Record<BackingStoreModel['kind'], string>> = {
  awsS3: 'aws-s3',
  azureBlob: 'azure-blob',
  googleCloudStorage: 'google-cloud-storage',
  ibmCos: 'ibm-cos',
  s3Compatible: 's3-compatible',
  pvPool: 'pv-pool',
};

/** Defines where NooBaa keeps the data of a bucket class. */
export function defineBackingStore(model: WithMetadata, backing: BackingStoreModel): Definition {
  return define(NoobaaBackingStore, 'BackingStore', {
    metadata: objectMetadata(model, { role: 'backingStore', name: backing.name, namespace: ODF_NAMESPACE }),
    spec: { type: STORE_TYPES[backing.kind], [backing.kind]: storeSpec(backing) } as unknown as BackingStoreSpec,
  });
}

function storeSpec({ kind, store }: BackingStoreModel): object {
  if (kind !== 'pvPool') return store;
  const { numVolumes, storageClass, resources } = store;
  const quantities = resourcesOf(
    { ...resources, claims: undefined },
    BackingStoreSpecPvPoolResourcesLimits.fromString,
    BackingStoreSpecPvPoolResourcesRequests.fromString,
  );
  return { numVolumes, storageClass: storageClass || undefined, resources: quantities };
}

/** Defines over which stores a bucket's data is spread. */
export function defineBucketClass(model: WithMetadata, { name, tiers, quota }: BucketClassModel): Definition {
  return define(NoobaaBucketClass, 'BucketClass', {
    metadata: objectMetadata(model, { role: 'backingStore', name, namespace: ODF_NAMESPACE }),
    spec: {
      placementPolicy: {
        tiers: tiers.map(({ backingStores, placement }) => ({
          backingStores: [...backingStores],
          placement: placement as BucketClassSpecPlacementPolicyTiersPlacement | undefined,
        })),
      },
      quota,
    },
  });
}
