/** `storage.ibmcos`: a bucket of IBM Cloud Object Storage. */

/**
 * A bucket of IBM Cloud Object Storage, from OpenShift 4.9. The operator fills what is not said.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageIBMCOS
 */
export interface IbmCosStorage {
  /** Name of the bucket. */
  readonly bucket: string;
  /**
   * Location of the bucket; the operator writes the cluster's.
   *
   * @default - the cluster's
   */
  readonly location?: string;
  /**
   * Resource group; the operator writes the cluster's.
   *
   * @default - the cluster's
   */
  readonly resourceGroupName?: string;
  /**
   * CRN of the resource key.
   *
   * @default - made by the operator
   */
  readonly resourceKeyCRN?: string;
  /**
   * CRN of the service instance.
   *
   * @default - made by the operator
   */
  readonly serviceInstanceCRN?: string;
}
