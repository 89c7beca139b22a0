/** `accept`: findings that are fine. */

/**
 * A finding that is fine on this cluster, and why.
 *
 * @example {code: S3_BUCKET_UNMANAGED, reason: "the cloud team creates the buckets", until: "2099-12-31"}
 * @beside {platform: aws, storage: {s3: {bucket: acme-registry, region: eu-west-1}}}
 */
export interface Acceptance {
  /**
   * Code of the finding. `registry-gitops explain` lists all codes.
   *
   * @choices codes
   */
  readonly code: string;
  /**
   * Why it is fine here. A placeholder such as "ok" or "todo" is refused.
   *
   * @example "the cloud team creates the buckets"
   */
  readonly reason: string;
  /**
   * Last day of the acceptance, in UTC. Afterwards the finding is still accepted, but the warning ACCEPT_EXPIRED appears,
   * and `check --fail-on-expired` fails.
   *
   * @default - never expires
   * @example "2027-03-31"
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  readonly until?: string;
}
