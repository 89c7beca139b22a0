/** `trustedCA`: which certificates a storage endpoint is verified with. */

/**
 * The CA of a storage endpoint: exactly one source. Without it the system's certificates are used.
 *
 * @example {pemFile: ca/storage.pem}
 * @beside {platform: baremetal, storage: {s3: {bucket: acme-registry, region: us-east-1, regionEndpoint: "https://minio.example.com"}}, credentials: {existingSecret: {}}}
 */
export interface TrustedCA {
  /**
   * The certificates as PEM text.
   *
   * @oneOf source
   */
  readonly pem?: string;
  /**
   * A PEM file, relative to the file that names it; it becomes a ConfigMap in openshift-config.
   *
   * @oneOf source
   * @example ca/storage.pem
   */
  readonly pemFile?: string;
  /**
   * Name of a ConfigMap in openshift-config that already exists, with the key ca-bundle.crt.
   *
   * @oneOf source
   * @example storage-ca
   */
  readonly configMap?: string;
  /**
   * A ConfigMap that OpenShift fills with the cluster's trust bundle.
   *
   * @oneOf source
   * @default false
   */
  readonly injectTrustedBundle?: boolean;
  /**
   * The ingress CA, read in the cluster by `credentials.bucketClaim.job` or `.acm`.
   *
   * @oneOf source
   * @default false
   */
  readonly ingressCA?: boolean;
  /**
   * The service CA, read in the cluster by `credentials.bucketClaim.job` or `.acm`.
   *
   * @oneOf source
   * @default false
   */
  readonly serviceCA?: boolean;
}
