/** `storage.ibmcos`: a bucket of IBM Cloud Object Storage. */

/**
 * A bucket of IBM Cloud Object Storage, from OpenShift 4.9. The operator fills in what is not set.
 *
 * @example {bucket: acme-registry}
 * @beside {platform: ibmcloud}
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageIBMCOS
 */
export interface IbmCosStorage {
  /**
   * Name of the bucket.
   *
   * @example acme-registry
   */
  readonly bucket: string;
  /**
   * Location of the bucket. The operator writes the cluster's.
   *
   * @default - the cluster's
   * @example eu-de
   */
  readonly location?: string;
  /**
   * Resource group. The operator writes the cluster's.
   *
   * @default - the cluster's
   * @example Default
   */
  readonly resourceGroupName?: string;
  /**
   * CRN of the resource key.
   *
   * @default - created by the operator
   */
  readonly resourceKeyCRN?: string;
  /**
   * CRN of the service instance.
   *
   * @default - created by the operator
   */
  readonly serviceInstanceCRN?: string;
}
