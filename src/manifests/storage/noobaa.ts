/** NooBaa's own stores and classes, where the configuration defines them. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  type BackingStoreSpec,
  BackingStore as NoobaaBackingStore,
  BucketClass as NoobaaBucketClass,
} from '../../../imports/noobaa.io';
import type {
  BackingStore,
  BackingStoreSecret,
  BucketClass,
  BucketClassTier,
  CompatibleBackingStore,
  PvPool,
} from '../../config/shape/noobaa';
import { ODF_NAMESPACE } from '../../facts/names';
import type { RegistryModel } from '../../model/model';
import { canonicalQuantity } from '../../values/quantity';
import { objectMetadata } from '../common/metadata';

/** Type NooBaa gives each kind of store. */
const STORE_TYPES = {
  awsS3: 'aws-s3',
  azureBlob: 'azure-blob',
  googleCloudStorage: 'google-cloud-storage',
  ibmCos: 'ibm-cos',
  s3Compatible: 's3-compatible',
  pvPool: 'pv-pool',
} as const;

/** Defines where NooBaa keeps the data of a bucket class. */
export function defineBackingStore(scope: Construct, model: RegistryModel, store: BackingStore): ApiObject {
  const kind = (Object.keys(STORE_TYPES) as (keyof typeof STORE_TYPES)[]).find(key => store[key] !== undefined);
  return new NoobaaBackingStore(scope, 'BackingStore', {
    metadata: objectMetadata(model, { role: 'backingStore', name: store.name, namespace: ODF_NAMESPACE }),
    spec: {
      ...(kind ? { type: STORE_TYPES[kind] } : {}),
      ...(kind ? { [kind]: storeSpec(store, kind) } : {}),
    } as BackingStoreSpec,
  });
}

function storeSpec(store: BackingStore, kind: keyof typeof STORE_TYPES): object {
  if (kind === 'pvPool') return poolSpec(store.pvPool as PvPool);
  const { secret, ...spec } = store[kind] as CompatibleBackingStore;
  const signed = kind === 's3Compatible' || kind === 'ibmCos';
  return { ...spec, ...(signed ? { signatureVersion: spec.signatureVersion ?? 'v4' } : {}), secret: secretRef(secret) };
}

const secretRef = ({ name, namespace }: BackingStoreSecret): BackingStoreSecret => ({
  name,
  namespace: namespace ?? ODF_NAMESPACE,
});

function poolSpec({ numVolumes, storageClass, resources }: PvPool): object {
  const { requests, limits } = resources;
  return {
    numVolumes,
    ...(storageClass ? { storageClass } : {}),
    resources: {
      ...(requests ? { requests: quantities(requests) } : {}),
      ...(limits ? { limits: quantities(limits) } : {}),
    },
  };
}

/** The generated class reads quantities as objects with a value. */
const quantities = (list: Readonly<Record<string, string | number>>): object =>
  Object.fromEntries(Object.entries(list).map(([name, amount]) => [name, { value: canonicalQuantity(amount) }]));

/** Defines over which stores a bucket's data is spread. */
export function defineBucketClass(
  scope: Construct,
  model: RegistryModel,
  bucketClass: BucketClass,
  store?: string,
): ApiObject {
  const { quota } = bucketClass;
  const tiers: readonly BucketClassTier[] =
    bucketClass.placementPolicy?.tiers ?? (store === undefined ? [] : [{ backingStores: [store] }]);
  return new NoobaaBucketClass(scope, 'BucketClass', {
    metadata: objectMetadata(model, { role: 'backingStore', name: bucketClass.name, namespace: ODF_NAMESPACE }),
    spec: {
      placementPolicy: {
        tiers: tiers.map(({ backingStores, placement }) => ({
          backingStores: [...backingStores],
          ...(placement ? { placement: placement as never } : {}),
        })),
      },
      ...(quota ? { quota } : {}),
    },
  });
}
