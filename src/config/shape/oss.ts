/** `storage.oss`: a bucket of Alibaba Cloud OSS. */

/** A KMS key of Alibaba Cloud. */
export interface OssKms {
  /** Id of the key. */
  readonly keyID: string;
}

/** Encryption of an OSS bucket. */
export interface OssEncryption {
  /**
   * Which key: OSS's own or one of KMS.
   *
   * @default AES256
   */
  readonly method?: 'AES256' | 'KMS';
  /**
   * The key, with method KMS.
   *
   * @default - none
   */
  readonly kms?: OssKms;
}

/**
 * A bucket of Alibaba Cloud OSS, on OpenShift 4.10 to 4.16.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageAlibabaOSS
 */
export interface OssStorage {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Region of the bucket. */
  readonly region: string;
  /**
   * Whether the bucket is called inside the cloud's network.
   *
   * @default Internal
   */
  readonly endpointAccessibility?: 'Internal' | 'Public';
  /**
   * Encryption.
   *
   * @default - AES256
   */
  readonly encryption?: OssEncryption;
}
