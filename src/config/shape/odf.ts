/** `storage.odf`: object and file storage of OpenShift Data Foundation. */

import type { BackingStore } from './backing-store';
import type { BucketClass } from './bucket-class';
import type { Metadata } from './kubernetes';
import type { CephfsStorage } from './pvc';
import type { TrustedCA } from './trusted-ca';

/**
 * A StorageClass for the bucket claim that is created.
 *
 * @example {name: registry-buckets}
 */
export interface BucketStorageClass {
  /**
   * Name of the class.
   *
   * @example registry-buckets
   */
  readonly name: string;
  /**
   * What happens to the bucket, and the images in it, when the claim is deleted.
   *
   * @default Retain
   */
  readonly reclaimPolicy?: 'Retain' | 'Delete';
  /**
   * Provisioner of the class.
   *
   * @default - that of the store's own class
   * @example openshift-storage.noobaa.io/obc
   */
  readonly provisioner?: string;
  /**
   * Parameters of the class.
   *
   * @default - those of the store's own class
   * @example {bucketclass: registry}
   */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A bucket of OpenShift Data Foundation, by way of an ObjectBucketClaim. */
export interface OdfBucket {
  /**
   * Name of the ObjectBucketClaim.
   *
   * @default image-registry-bucket
   */
  readonly claim?: string;
  /**
   * Namespace of the ObjectBucketClaim.
   *
   * @default openshift-image-registry
   */
  readonly claimNamespace?: string;
  /**
   * Name of the bucket.
   *
   * @atMostOne name
   * @example registry-prod
   */
  readonly bucketName?: string;
  /**
   * Prefix of a bucket name that the provisioner completes; only with
   * `credentials.bucketClaim.job` or `credentials.bucketClaim.acm`, which carry the name.
   *
   * @atMostOne name
   * @example registry
   */
  readonly generateBucketName?: string;
  /**
   * Where the store is reached: `route`, `service` (inside the cluster) or a URL.
   *
   * @default route
   */
  readonly endpoint?: string;
  /**
   * Region for the S3 driver.
   *
   * @default us-east-1
   */
  readonly region?: string;
  /**
   * CA of the endpoint.
   *
   * @default - the system's certificates
   */
  readonly trustedCA?: TrustedCA;
  /**
   * Name of a StorageClass that already exists. The class that ODF creates deletes the bucket with the claim.
   *
   * @atMostOne class
   * @default - none: a class is created that retains the bucket
   * @example openshift-storage.noobaa.io
   */
  readonly storageClassName?: string;
  /**
   * A StorageClass that is created.
   *
   * @atMostOne class
   * @default - without storageClassName, a class that retains the bucket: `image-registry-noobaa` or `image-registry-rgw`
   */
  readonly storageClass?: BucketStorageClass;
  /**
   * More settings for the provisioner, such as maxSize.
   *
   * @default - none
   * @example {maxSize: 500Gi}
   */
  readonly additionalConfig?: Readonly<Record<string, string>>;
  /**
   * More labels and annotations of the claim.
   *
   * @default - none
   */
  readonly metadata?: Metadata;
}

/**
 * A bucket of the Ceph RADOS gateway (RGW).
 *
 * @example {bucketName: registry-prod, trustedCA: {ingressCA: true}}
 * @beside {platform: baremetal, baseDomain: prod-metal.example.com, credentials: {bucketClaim: {job: {}}}}
 */
export interface RgwStorage extends OdfBucket {}

/**
 * A bucket of the Multicloud Object Gateway (NooBaa).
 *
 * @example {bucketName: registry-prod, trustedCA: {ingressCA: true}}
 * @beside {platform: baremetal, baseDomain: prod-metal.example.com, credentials: {bucketClaim: {job: {}}}}
 */
export interface NoobaaStorage extends OdfBucket {
  /**
   * A BackingStore that is created.
   *
   * @default - NooBaa's own
   */
  readonly backingStore?: BackingStore;
  /**
   * A BucketClass that is created.
   *
   * @default - NooBaa's own
   */
  readonly bucketClass?: BucketClass;
}

/**
 * Storage of OpenShift Data Foundation: exactly one kind.
 *
 * @example {cephfs: {size: 200Gi}}
 */
export interface Odf {
  /**
   * A bucket of the Ceph RADOS gateway (RGW).
   *
   * @oneOf kind
   */
  readonly rgw?: RgwStorage;
  /**
   * A bucket of the Multicloud Object Gateway (NooBaa).
   *
   * @oneOf kind
   */
  readonly noobaa?: NoobaaStorage;
  /**
   * A shared file volume.
   *
   * @oneOf kind
   */
  readonly cephfs?: CephfsStorage;
}
