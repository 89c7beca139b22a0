/** `storage.odf`: object and file storage of OpenShift Data Foundation. */

import type { Metadata } from './kubernetes';
import type { BackingStore, BucketClass } from './noobaa';
import type { CephfsStorage } from './pvc';
import type { TrustedCA } from './trusted-ca';

/** A StorageClass for the bucket claim, to be made. */
export interface BucketStorageClass {
  /** Name of the class. */
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
   * @default - that of the backend's default class
   */
  readonly provisioner?: string;
  /**
   * Parameters of the class.
   *
   * @default - those of the backend's default class
   */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What RGW and NooBaa have in common. */
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
   * Fixed name of the bucket.
   *
   * @default - none; generateBucketName must be given
   */
  readonly bucketName?: string;
  /**
   * Prefix of a name that the provisioner completes; only with
   * `credentials.bucketClaim.job` or `credentials.bucketClaim.acm`, which carry the name.
   *
   * @default - none
   */
  readonly generateBucketName?: string;
  /**
   * Where the store is called: `route`, `service` (inside the cluster) or a URL.
   *
   * @default route
   */
  readonly endpoint?: string;
  /**
   * Region given to the S3 driver.
   *
   * @default us-east-1
   */
  readonly region?: string;
  /**
   * Certificates for the endpoint.
   *
   * @default - the system's
   */
  readonly trustedCA?: TrustedCA;
  /**
   * Name of a StorageClass that exists.
   *
   * @default - the class that ODF makes
   */
  readonly storageClassName?: string;
  /**
   * A StorageClass to be made.
   *
   * @default - none
   */
  readonly storageClass?: BucketStorageClass;
  /**
   * More settings for the provisioner, such as maxSize.
   *
   * @default - none
   */
  readonly additionalConfig?: Readonly<Record<string, string>>;
  /**
   * More labels and annotations of the claim.
   *
   * @default - none
   */
  readonly metadata?: Metadata;
}

/** A bucket of the Ceph RADOS gateway. */
export type RgwStorage = OdfBucket;

/** A bucket of the Multicloud Object Gateway. */
export interface NoobaaStorage extends OdfBucket {
  /**
   * A BackingStore to be made.
   *
   * @default - NooBaa's own
   */
  readonly backingStore?: BackingStore;
  /**
   * A BucketClass to be made.
   *
   * @default - NooBaa's own
   */
  readonly bucketClass?: BucketClass;
}

/** Storage of OpenShift Data Foundation: exactly one kind. */
export interface Odf {
  /**
   * Ceph RADOS gateway.
   *
   * @default - another kind is given
   */
  readonly rgw?: RgwStorage;
  /**
   * Multicloud Object Gateway.
   *
   * @default - another kind is given
   */
  readonly noobaa?: NoobaaStorage;
  /**
   * Shared file volume.
   *
   * @default - another kind is given
   */
  readonly cephfs?: CephfsStorage;
}
