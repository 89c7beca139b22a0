/** `storage.odf`: object and file storage of OpenShift Data Foundation. */

import type { Integer, Metadata, Quantity, Resources } from './kubernetes';
import type { CephfsStorage } from './pvc';
import type { TrustedCA } from './storage';

/** The External Secrets Operator copies the bucket claim's keys. */
export interface ExternalSecretBridge {
  /**
   * How often the keys are read again.
   *
   * @default 5m
   */
  readonly refreshInterval?: string;
}

/** A Job and a CronJob of ours copy the keys, and the CA where asked. */
export interface JobBridge {
  /**
   * Image with `oc`, best pinned by digest.
   *
   * @default - the cluster's cliImage
   */
  readonly image?: string;
  /**
   * When the CronJob looks for changed keys, in cron form.
   *
   * @default every 30 minutes
   */
  readonly schedule?: string;
  /**
   * Namespace of the jobs, made by us.
   *
   * @default registry-bootstrap
   */
  readonly namespace?: string;
}

/** Which managed clusters a policy is for. */
export interface AcmPlacement {
  /**
   * Labels of the managed clusters.
   *
   * @default - the managed cluster with the cluster's name
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Sets of managed clusters to choose from.
   *
   * @default - every set bound to the namespace
   */
  readonly clusterSets?: readonly string[];
}

/** A policy of Advanced Cluster Management copies the keys, and the CA where asked. */
export interface AcmBridge {
  /** Namespace of the policy: on the hub with `placement`, else on the managed cluster. */
  readonly namespace: string;
  /**
   * Wraps the policy for use on the hub.
   *
   * @default - a ConfigurationPolicy applied to the cluster itself
   */
  readonly placement?: AcmPlacement;
}

/** How the bucket claim's keys reach the operator: exactly one. */
export interface Bridge {
  /**
   * External Secrets Operator.
   *
   * @default - another bridge is given
   */
  readonly externalSecret?: ExternalSecretBridge;
  /**
   * A Job and a CronJob.
   *
   * @default - another bridge is given
   */
  readonly job?: JobBridge;
  /**
   * Advanced Cluster Management.
   *
   * @default - another bridge is given
   */
  readonly acm?: AcmBridge;
}

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
   * Prefix of a name that the provisioner completes; only with a job or ACM bridge.
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
   * How the bucket claim's keys reach the operator; absent where `credentials` says it.
   *
   * @default - credentials must be given
   */
  readonly bridge?: Bridge;
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

/** A bucket of a cloud that holds NooBaa's data. */
export interface CloudBackingStore {
  /** Bucket that holds the data. */
  readonly targetBucket: string;
  /**
   * Region, for AWS.
   *
   * @default - the store's
   */
  readonly region?: string;
  /**
   * URL of the store, for compatible stores and IBM.
   *
   * @default - the cloud's
   */
  readonly endpoint?: string;
  /**
   * Version of the signature, for compatible stores and IBM.
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
  /** Size of each volume. */
  readonly size: Quantity;
  /**
   * Class of the volumes.
   *
   * @default - the cluster's default class
   */
  readonly storageClass?: string;
  /**
   * CPU and memory of each volume's pod.
   *
   * @default - NooBaa's
   */
  readonly resources?: Resources;
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
   * A bucket of AWS.
   *
   * @default - another store is given
   */
  readonly awsS3?: CloudBackingStore;
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
  readonly googleCloudStorage?: CloudBackingStore;
  /**
   * A bucket of IBM.
   *
   * @default - another store is given
   */
  readonly ibmCos?: CloudBackingStore;
  /**
   * A bucket of a compatible store.
   *
   * @default - another store is given
   */
  readonly s3Compatible?: CloudBackingStore;
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

/** A BucketClass to be made. */
export interface BucketClass {
  /** Name of the BucketClass. */
  readonly name: string;
  /**
   * Layers.
   *
   * @default - one layer with our backingStore
   */
  readonly tiers?: readonly BucketClassTier[];
}

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
