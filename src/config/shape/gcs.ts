/** `storage.gcs`: a bucket of Google Cloud Storage. */

/**
 * The bucket as a resource of Google's Config Connector.
 *
 * @example {}
 */
export interface ConfigConnectorProvision {
  /**
   * Namespace of the StorageBucket; it decides the project.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
}

/**
 * What creates the GCS bucket.
 *
 * @example {configConnector: {}}
 */
export interface GcsProvision {
  /** Google's Config Connector. */
  readonly configConnector: ConfigConnectorProvision;
}

/**
 * A bucket of Google Cloud Storage.
 *
 * @example {bucket: acme-registry, region: europe-west1, projectID: acme-prod}
 * @beside {platform: gcp}
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageGCS
 */
export interface GcsStorage {
  /**
   * Name of the bucket.
   *
   * @example acme-registry
   */
  readonly bucket: string;
  /**
   * Region of the bucket.
   *
   * @example europe-west1
   */
  readonly region: string;
  /**
   * Project of the bucket. Where it is not set, the operator writes the cluster's.
   *
   * @default - the cluster's project
   * @example acme-prod
   */
  readonly projectID?: string;
  /**
   * KMS key of the bucket. The operator uses it only for buckets that it creates.
   *
   * @default - Google's own key
   * @example projects/acme-prod/locations/europe-west1/keyRings/registry/cryptoKeys/images
   */
  readonly keyID?: string;
  /**
   * Creates the bucket, prevents public access, and ends incomplete uploads after a day.
   *
   * @default - the bucket already exists
   */
  readonly provision?: GcsProvision;
}
