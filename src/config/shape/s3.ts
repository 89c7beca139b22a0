/** `storage.s3`: a bucket of S3 or of a compatible store. */

import type { SecretSource } from './credentials';
import type { Integer } from './kubernetes';
import type { TrustedCA } from './trusted-ca';

/**
 * The private key of CloudFront: a key in a Secret, and a mode that creates the Secret. Without a mode you create it.
 *
 * @example {name: cloudfront-key, key: private.pem}
 */
export interface CloudFrontPrivateKey extends SecretSource {
  /**
   * Name of the Secret in openshift-image-registry.
   *
   * @example cloudfront-key
   */
  readonly name: string;
  /**
   * Key in the Secret.
   *
   * @example private.pem
   */
  readonly key: string;
}

/**
 * CloudFront in front of the bucket.
 *
 * @example {baseURL: "https://d111111abcdef8.cloudfront.net/", keypairID: K2JCJMDEHXQW5F, privateKey: {name: cloudfront-key, key: private.pem}}
 */
export interface CloudFront {
  /**
   * URL of the distribution; without a scheme it is https.
   *
   * @example https://d111111abcdef8.cloudfront.net/
   */
  readonly baseURL: string;
  /**
   * ID of the key pair.
   *
   * @example K2JCJMDEHXQW5F
   */
  readonly keypairID: string;
  /** The private key of the pair. */
  readonly privateKey: CloudFrontPrivateKey;
  /**
   * How long a signed URL is valid: a duration in hours, minutes or seconds.
   *
   * @default - 20 minutes, the registry's default
   * @example 20m
   */
  readonly duration?: string;
}

/**
 * The bucket as a resource of AWS Controllers for Kubernetes (ACK).
 *
 * @example {}
 */
export interface AckProvision {
  /**
   * Namespace of the Bucket.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
}

/**
 * The bucket as resources of Crossplane's AWS provider.
 *
 * @example {}
 */
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

/**
 * What creates the S3 bucket: exactly one.
 *
 * @example {ack: {}}
 */
export interface S3Provision {
  /**
   * AWS Controllers for Kubernetes (ACK).
   *
   * @oneOf provisioner
   */
  readonly ack?: AckProvision;
  /**
   * Crossplane.
   *
   * @oneOf provisioner
   */
  readonly crossplane?: CrossplaneProvision;
}

/**
 * A bucket of S3 or of a compatible store.
 *
 * @example {bucket: acme-registry, region: eu-west-1}
 * @beside {platform: aws}
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageS3
 */
export interface S3Storage {
  /**
   * Name of the bucket. Needed, except with `storage.managementState: Managed` for the bucket that the operator creates.
   *
   * @default - must be set
   * @example acme-registry
   */
  readonly bucket?: string;
  /**
   * Region of the bucket, needed with it. Where the store has no regions, any value that it accepts.
   *
   * @default - must be set
   * @example eu-west-1
   */
  readonly region?: string;
  /**
   * URL of a compatible store, with scheme and without the bucket.
   *
   * @default - AWS, by region
   * @example https://minio.example.com
   */
  readonly regionEndpoint?: string;
  /**
   * Puts the bucket into the host name instead of the path, from OpenShift 4.5.
   *
   * @default false
   */
  readonly virtualHostedStyle?: boolean;
  /**
   * Asks the store to encrypt the images.
   *
   * @default false
   */
  readonly encrypt?: boolean;
  /**
   * KMS key to encrypt with; needs `encrypt: true`.
   *
   * @default - the store's own key
   * @example alias/registry
   */
  readonly keyID?: string;
  /**
   * CloudFront in front of the bucket.
   *
   * @default - none
   */
  readonly cloudFront?: CloudFront;
  /**
   * CA of the endpoint, from OpenShift 4.11.
   *
   * @default - the system's certificates
   */
  readonly trustedCA?: TrustedCA;
  /**
   * Size of an upload part in MiB, from OpenShift 4.17.
   *
   * @default - 10 MiB, the registry's default
   * @example 50
   * @minimum 5
   * @maximum 5120
   */
  readonly chunkSizeMiB?: Integer;
  /**
   * Creates the bucket, blocks public access, and ends incomplete uploads after a day.
   *
   * @default - the bucket already exists
   */
  readonly provision?: S3Provision;
}
