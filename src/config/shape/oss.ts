/** `storage.oss`: a bucket of Alibaba Cloud OSS. */

/**
 * A KMS key of Alibaba Cloud.
 *
 * @example {keyID: 08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4fb73}
 */
export interface OssKms {
  /**
   * ID of the key.
   *
   * @example 08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4fb73
   */
  readonly keyID: string;
}

/**
 * Encryption of an OSS bucket.
 *
 * @example {method: KMS, kms: {keyID: 08c33a6f-4e0a-4a1b-a3fa-7ddfa1d4fb73}}
 */
export interface OssEncryption {
  /**
   * Encrypts with OSS's own key (`AES256`) or with a key of KMS.
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
 * @example {bucket: acme-registry, region: eu-central-1}
 * @beside {platform: alibabacloud, openshift: "4.16"}
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageAlibabaOSS
 */
export interface OssStorage {
  /**
   * Name of the bucket.
   *
   * @example acme-registry
   */
  readonly bucket: string;
  /**
   * Region of the bucket.
   *
   * @example eu-central-1
   */
  readonly region: string;
  /**
   * Whether the bucket is reached inside the cloud's network.
   *
   * @default Internal
   */
  readonly endpointAccessibility?: 'Internal' | 'Public';
  /**
   * Encryption of the bucket.
   *
   * @default - AES256
   */
  readonly encryption?: OssEncryption;
}
