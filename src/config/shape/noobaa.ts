/** Stores and classes of the Multicloud Object Gateway. */

import type { Integer, Resources } from './kubernetes';

/** Reference to the Secret with a store's keys. */
export interface BackingStoreSecret {
  /** Name of the Secret. */
  readonly name: string;
  /**
   * Namespace of the Secret.
   *
   * @default openshift-storage
   */
  readonly namespace?: string;
}

/** A bucket of AWS that holds NooBaa's data. */
export interface AwsBackingStore {
  /** Bucket that holds the data. */
  readonly targetBucket: string;
  /**
   * Region of the bucket.
   *
   * @default - found by NooBaa
   */
  readonly region?: string;
  /** Secret with the keys. */
  readonly secret: BackingStoreSecret;
}

/** A bucket of Google Cloud Storage that holds NooBaa's data. */
export interface GoogleBackingStore {
  /** Bucket that holds the data. */
  readonly targetBucket: string;
  /** Secret with the keys. */
  readonly secret: BackingStoreSecret;
}

/** A bucket of IBM Cloud or of a compatible store that holds NooBaa's data. */
export interface CompatibleBackingStore {
  /** Bucket that holds the data. */
  readonly targetBucket: string;
  /** URL of the store. */
  readonly endpoint: string;
  /**
   * Version of the signature.
   *
   * @default v4
   */
  readonly signatureVersion?: 'v2' | 'v4';
  /** Secret with the keys. */
  readonly secret: BackingStoreSecret;
}

/** An Azure container that holds NooBaa's data. */
export interface AzureBackingStore {
  /** Container that holds the data. */
  readonly targetBlobContainer: string;
  /** Secret with the keys. */
  readonly secret: BackingStoreSecret;
}

/** Volumes that hold NooBaa's data. */
export interface PvPool {
  /** How many volumes. */
  readonly numVolumes: Integer;
  /** CPU and memory of each volume's pod, and under `requests.storage` the size of each volume. */
  readonly resources: Resources;
  /**
   * Class of the volumes.
   *
   * @default - the cluster's default class
   */
  readonly storageClass?: string;
}

/**
 * Where NooBaa keeps its data: exactly one.
 *
 * @see noobaa/noobaa-operator pkg/apis/noobaa/v1alpha1
 */
export interface BackingStore {
  /** Name of the BackingStore. */
  readonly name: string;
  /**
   * Type, in the API's words.
   *
   * @default - that of the store that is given
   */
  readonly type?: 'aws-s3' | 'azure-blob' | 'google-cloud-storage' | 'ibm-cos' | 's3-compatible' | 'pv-pool';
  /**
   * A bucket of AWS.
   *
   * @default - another store is given
   */
  readonly awsS3?: AwsBackingStore;
  /**
   * A container of Azure.
   *
   * @default - another store is given
   */
  readonly azureBlob?: AzureBackingStore;
  /**
   * A bucket of Google.
   *
   * @default - another store is given
   */
  readonly googleCloudStorage?: GoogleBackingStore;
  /**
   * A bucket of IBM.
   *
   * @default - another store is given
   */
  readonly ibmCos?: CompatibleBackingStore;
  /**
   * A bucket of a compatible store.
   *
   * @default - another store is given
   */
  readonly s3Compatible?: CompatibleBackingStore;
  /**
   * Volumes.
   *
   * @default - another store is given
   */
  readonly pvPool?: PvPool;
}

/** One layer of a bucket class. */
export interface BucketClassTier {
  /** Names of the BackingStores. */
  readonly backingStores: readonly string[];
  /**
   * Whether data is spread over or copied to the stores.
   *
   * @default Spread
   */
  readonly placement?: 'Spread' | 'Mirror';
}

/** Over which stores the data of a bucket class is spread. */
export interface PlacementPolicy {
  /** Layers; new data goes to the first. */
  readonly tiers: readonly BucketClassTier[];
}

/** Bounds of each bucket of a class. */
export interface BucketQuota {
  /**
   * Largest size, for example `500Gi`.
   *
   * @default - no bound
   */
  readonly maxSize?: string;
  /**
   * Most objects.
   *
   * @default - no bound
   */
  readonly maxObjects?: string;
}

/** A BucketClass to be made. */
export interface BucketClass {
  /** Name of the BucketClass. */
  readonly name: string;
  /**
   * Over which stores data is spread.
   *
   * @default - one layer with our backingStore
   */
  readonly placementPolicy?: PlacementPolicy;
  /**
   * Bounds of each bucket.
   *
   * @default - none
   */
  readonly quota?: BucketQuota;
}
