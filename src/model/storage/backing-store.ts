/** NooBaa's own stores and classes behind a bucket claim, where the configuration defines them. */

import type {
  AwsBackingStore,
  AzureBackingStore,
  BackingStore,
  BackingStoreSecret,
  CompatibleBackingStore,
  GoogleBackingStore,
  PvPool,
} from '../../config/shape/backing-store';
import type { BucketClass, BucketClassTier } from '../../config/shape/bucket-class';
import { ODF_NAMESPACE } from '../../facts/names';
import { type CanonicalResources, canonicalResources } from '../resources';

/** A store with the namespace of its Secret. */
type WithSecret<Store> = Omit<Store, 'secret'> & { readonly secret: Required<BackingStoreSecret> };

/** Where NooBaa keeps data: one kind of store, nothing left open. */
export type BackingStoreModel = { readonly name: string } & (
  | { readonly kind: 'awsS3'; readonly store: WithSecret<AwsBackingStore> }
  | { readonly kind: 'azureBlob'; readonly store: WithSecret<AzureBackingStore> }
  | { readonly kind: 'googleCloudStorage'; readonly store: WithSecret<GoogleBackingStore> }
  | { readonly kind: 'ibmCos' | 's3Compatible'; readonly store: WithSecret<Required<CompatibleBackingStore>> }
  | { readonly kind: 'pvPool'; readonly store: Omit<PvPool, 'resources'> & { readonly resources: CanonicalResources } }
);

/** Over which stores the data of a bucket is spread. */
export interface BucketClassModel extends Pick<BucketClass, 'name' | 'quota'> {
  readonly tiers: readonly BucketClassTier[];
}

/** The store of the first kind that is named, or undefined where none is; a rule refuses none and more than one. */
export function resolveBackingStore(config: BackingStore): BackingStoreModel | undefined {
  const { name, awsS3, azureBlob, googleCloudStorage, ibmCos, s3Compatible, pvPool } = config;
  if (awsS3) return { name, kind: 'awsS3', store: withSecret(awsS3) };
  if (azureBlob) return { name, kind: 'azureBlob', store: withSecret(azureBlob) };
  if (googleCloudStorage) return { name, kind: 'googleCloudStorage', store: withSecret(googleCloudStorage) };
  if (ibmCos) return { name, kind: 'ibmCos', store: signed(ibmCos) };
  if (s3Compatible) return { name, kind: 's3Compatible', store: signed(s3Compatible) };
  if (pvPool === undefined) return undefined;
  return { name, kind: 'pvPool', store: { ...pvPool, resources: canonicalResources(pvPool.resources) ?? {} } };
}

const withSecret = <Store extends { readonly secret: BackingStoreSecret }>(store: Store): WithSecret<Store> => ({
  ...store,
  secret: { ...store.secret, namespace: store.secret?.namespace ?? ODF_NAMESPACE },
});

const signed = (store: CompatibleBackingStore): WithSecret<Required<CompatibleBackingStore>> => ({
  ...withSecret(store),
  signatureVersion: store.signatureVersion ?? 'v4',
});

/** The class; without a policy of its own it is spread over the one store that is defined beside it. */
export const resolveBucketClass = (
  { name, quota, placementPolicy }: BucketClass,
  store: BackingStore | undefined,
): BucketClassModel => ({
  name,
  quota,
  tiers: placementPolicy?.tiers ?? (store === undefined ? [] : [{ backingStores: [store.name] }]),
});
