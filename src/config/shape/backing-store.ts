/** `storage.odf.noobaa.backingStore`: where the Multicloud Object Gateway stores its data. */

import type { Integer, Resources } from './kubernetes';

/**
 * Reference to the Secret with a store's keys.
 *
 * @example {name: backing-store-keys}
 */
export interface BackingStoreSecret {
  /**
   * Name of the Secret.
   *
   * @example backing-store-keys
   */
  readonly name: string;
  /**
   * Namespace of the Secret.
   *
   * @default openshift-storage
   */
  readonly namespace?: string;
}

/**
 * A bucket of AWS that stores NooBaa's data.
 *
 * @example {targetBucket: acme-noobaa, region: eu-west-1, secret: {name: backing-store-keys}}
 */
export interface AwsBackingStore {
  /**
   * Bucket that stores the data.
   *
   * @example acme-noobaa
   */
  readonly targetBucket: string;
  /**
   * Region of the bucket.
   *
   * @default - found by NooBaa
   * @example eu-west-1
   */
  readonly region?: string;
  /** Secret with the keys. */
  readonly secret: BackingStoreSecret;
}

/**
 * A bucket of Google Cloud Storage that stores NooBaa's data.
 *
 * @example {targetBucket: acme-noobaa, secret: {name: backing-store-keys}}
 */
export interface GoogleBackingStore {
  /**
   * Bucket that stores the data.
   *
   * @example acme-noobaa
   */
  readonly targetBucket: string;
  /** Secret with the keys. */
  readonly secret: BackingStoreSecret;
}

/**
 * A bucket of IBM Cloud or of a compatible store that stores NooBaa's data.
 *
 * @example {targetBucket: acme-noobaa, endpoint: "https://s3.example.com", secret: {name: backing-store-keys}}
 */
export interface CompatibleBackingStore {
  /**
   * Bucket that stores the data.
   *
   * @example acme-noobaa
   */
  readonly targetBucket: string;
  /**
   * URL of the store.
   *
   * @example https://s3.example.com
   */
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

/**
 * An Azure container that stores NooBaa's data.
 *
 * @example {targetBlobContainer: acme-noobaa, secret: {name: backing-store-keys}}
 */
export interface AzureBackingStore {
  /**
   * Container that stores the data.
   *
   * @example acme-noobaa
   */
  readonly targetBlobContainer: string;
  /** Secret with the keys. */
  readonly secret: BackingStoreSecret;
}

/**
 * Volumes that store NooBaa's data.
 *
 * @example {numVolumes: 3, resources: {requests: {storage: 500Gi}}, storageClass: ocs-storagecluster-ceph-rbd}
 */
export interface PvPool {
  /**
   * Number of volumes.
   *
   * @example 3
   */
  readonly numVolumes: Integer;
  /** CPU and memory of each volume's pod, and under `requests.storage` the size of each volume. */
  readonly resources: Resources;
  /**
   * StorageClass of the volumes.
   *
   * @default - the cluster's default class
   * @example ocs-storagecluster-ceph-rbd
   */
  readonly storageClass?: string;
}

/**
 * A BackingStore that is created: exactly one store.
 *
 * @example {name: registry-store, pvPool: {numVolumes: 3, resources: {requests: {storage: 500Gi}}}}
 * @see noobaa/noobaa-operator pkg/apis/noobaa/v1alpha1
 */
export interface BackingStore {
  /**
   * Name of the BackingStore.
   *
   * @example registry-store
   */
  readonly name: string;
  /**
   * Type, in the API's words.
   *
   * @default - that of the store
   */
  readonly type?: 'aws-s3' | 'azure-blob' | 'google-cloud-storage' | 'ibm-cos' | 's3-compatible' | 'pv-pool';
  /**
   * A bucket of AWS.
   *
   * @oneOf store
   */
  readonly awsS3?: AwsBackingStore;
  /**
   * A container of Azure.
   *
   * @oneOf store
   */
  readonly azureBlob?: AzureBackingStore;
  /**
   * A bucket of Google Cloud.
   *
   * @oneOf store
   */
  readonly googleCloudStorage?: GoogleBackingStore;
  /**
   * A bucket of IBM Cloud.
   *
   * @oneOf store
   */
  readonly ibmCos?: CompatibleBackingStore;
  /**
   * A bucket of a compatible store.
   *
   * @oneOf store
   */
  readonly s3Compatible?: CompatibleBackingStore;
  /**
   * Persistent volumes.
   *
   * @oneOf store
   */
  readonly pvPool?: PvPool;
}
