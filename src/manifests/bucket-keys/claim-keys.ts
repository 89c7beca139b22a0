/** How a bucket claim's Secret calls what the operator reads. */

/**
 * Key of the claim's Secret by the operator's key.
 *
 * @see kube-object-storage/lib-bucket-provisioner pkg/provisioner/resourcehandlers.go
 */
export const CLAIM_KEYS = {
  REGISTRY_STORAGE_S3_ACCESSKEY: 'AWS_ACCESS_KEY_ID',
  REGISTRY_STORAGE_S3_SECRETKEY: 'AWS_SECRET_ACCESS_KEY',
} as const;
