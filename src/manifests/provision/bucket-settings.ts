/** What the registry's own operator gives a bucket it manages, in the words the provisioners share. */

/** The rule that ends uploads nobody finished; the id is the operator's, so that it is the same rule. */
export const ABORT_RULE = {
  id: 'cleanup-incomplete-multipart-registry-uploads',
  status: 'Enabled',
  prefix: '',
  daysAfterInitiation: 1,
} as const;

/** S3's own encryption, or that of a KMS key, with one data key for many objects. */
export function encryptionRule(keyID: string | undefined): {
  readonly applyServerSideEncryptionByDefault: { readonly sseAlgorithm: string; readonly kmsMasterKeyId?: string };
  readonly bucketKeyEnabled?: boolean;
} {
  if (keyID === undefined) return { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } };
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: keyID },
    bucketKeyEnabled: true,
  };
}
