/** `storage.s3`: a bucket of S3 or of a compatible store. */

import type { SecretSource } from './credentials';
import type { Integer } from './kubernetes';
import type { TrustedCA } from './trusted-ca';

/** The Secret key with CloudFront's private key, and where the Secret comes from (nothing: someone else makes it). */
export interface CloudFrontPrivateKey extends SecretSource {
  /** Name of the Secret in openshift-image-registry. */
  readonly name: string;
  /** Key in the Secret. */
  readonly key: string;
}

/** CloudFront in front of the bucket. */
export interface CloudFront {
  /** URL of the distribution; without a scheme it is https. */
  readonly baseURL: string;
  /** Id of the key pair. */
  readonly keypairID: string;
  /** The private key of the pair. */
  readonly privateKey: CloudFrontPrivateKey;
  /**
   * How long a signed URL is valid, such as `20m`.
   *
   * @default - the registry's 20 minutes
   */
  readonly duration?: string;
}

/** The bucket as a resource of AWS Controllers for Kubernetes. */
export interface AckProvision {
  /**
   * Namespace of the Bucket.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
}

/** The bucket as resources of Crossplane's AWS provider. */
export interface CrossplaneProvision {
  /**
   * API group: cluster-scoped, or namespaced as in Crossplane 2.
   *
   * @default s3.aws.upbound.io
   */
  readonly group?: 's3.aws.upbound.io' | 's3.aws.m.upbound.io';
  /**
   * Namespace, for the namespaced group.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
  /**
   * Name of the provider configuration.
   *
   * @default default
   */
  readonly providerConfig?: string;
}

/** Who makes the S3 bucket: exactly one. */
export interface S3Provision {
  /**
   * AWS Controllers for Kubernetes.
   *
   * @default - another provisioner is given
   */
  readonly ack?: AckProvision;
  /**
   * Crossplane.
   *
   * @default - another provisioner is given
   */
  readonly crossplane?: CrossplaneProvision;
}

/**
 * A bucket of S3 or of a compatible store.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageS3
 */
export interface S3Storage {
  /**
   * Name of the bucket.
   *
   * @default - must be given, except beside `storage.managementState: Managed` for the bucket that the operator makes
   */
  readonly bucket?: string;
  /**
   * Region of the bucket; any value the store accepts where it has no regions.
   *
   * @default - must be given where the bucket is
   */
  readonly region?: string;
  /**
   * URL of a compatible store, with scheme and without the bucket.
   *
   * @default - AWS, by region
   */
  readonly regionEndpoint?: string;
  /**
   * Puts the bucket into the host name instead of the path, from OpenShift 4.5.
   *
   * @default false
   */
  readonly virtualHostedStyle?: boolean;
  /**
   * Asks the store to encrypt.
   *
   * @default false
   */
  readonly encrypt?: boolean;
  /**
   * KMS key to encrypt with; needs `encrypt: true`.
   *
   * @default - the store's own key
   */
  readonly keyID?: string;
  /**
   * CloudFront in front of the bucket.
   *
   * @default - none
   */
  readonly cloudFront?: CloudFront;
  /**
   * Certificates for the endpoint, from OpenShift 4.11.
   *
   * @default - the system's
   */
  readonly trustedCA?: TrustedCA;
  /**
   * Size of an upload part in MiB, from OpenShift 4.17.
   *
   * @default - the registry's 10 MiB
   * @minimum 5
   * @maximum 5120
   */
  readonly chunkSizeMiB?: Integer;
  /**
   * Makes the bucket, with public access blocked and a one-day limit on incomplete uploads.
   *
   * @default - the bucket exists
   */
  readonly provision?: S3Provision;
}
