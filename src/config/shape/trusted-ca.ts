/** `trustedCA`: which certificates a storage endpoint is checked with. */

/** Which certificates the storage endpoint is checked with: exactly one. Where it is absent, the system's. */
export interface TrustedCA {
  /**
   * The PEM text itself.
   *
   * @default - another source is given
   */
  readonly pem?: string;
  /**
   * A PEM file, relative to the file that says so; put into a ConfigMap in openshift-config.
   *
   * @default - another source is given
   */
  readonly pemFile?: string;
  /**
   * Name of a ConfigMap in openshift-config that someone else makes, with the key ca-bundle.crt.
   *
   * @default - another source is given
   */
  readonly configMap?: string;
  /**
   * A ConfigMap that OpenShift fills with the cluster's trust bundle.
   *
   * @default false
   */
  readonly injectTrustedBundle?: boolean;
  /**
   * The ingress CA, fetched in the cluster by `credentials.bucketClaim.job` or `.acm`.
   *
   * @default false
   */
  readonly ingressCA?: boolean;
  /**
   * The service CA, fetched in the cluster by `credentials.bucketClaim.job` or `.acm`.
   *
   * @default false
   */
  readonly serviceCA?: boolean;
}
