/** `storage.gcs`: a bucket of Google Cloud Storage. */

/** The bucket as a resource of Google's Config Connector. */
export interface ConfigConnectorProvision {
  /**
   * Namespace of the StorageBucket; it decides the project.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
}

/** Who makes the GCS bucket. */
export interface GcsProvision {
  /** Google's Config Connector. */
  readonly configConnector: ConfigConnectorProvision;
}

/**
 * A bucket of Google Cloud Storage.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageGCS
 */
export interface GcsStorage {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Region of the bucket. */
  readonly region: string;
  /**
   * Project of the bucket; the operator writes its own when this is empty.
   *
   * @default - the cluster's project
   */
  readonly projectID?: string;
  /**
   * KMS key of the bucket; the operator uses it only for buckets it makes.
   *
   * @default - Google's own key
   */
  readonly keyID?: string;
  /**
   * Makes the bucket, with public access prevented and a one-day limit on incomplete uploads.
   *
   * @default - the bucket exists
   */
  readonly provision?: GcsProvision;
}
