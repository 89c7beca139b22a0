/** `credentials.bucketClaim`: how the keys of the bucket claim itself reach the operator. */

/**
 * The External Secrets Operator copies the keys.
 *
 * @example {}
 */
export interface BucketClaimExternalSecret {
  /**
   * How often the keys are read again.
   *
   * @default 5m
   */
  readonly refreshInterval?: string;
}

/**
 * A Job and a CronJob copy the keys and, where needed, the CA and the bucket's name.
 *
 * @example {schedule: "0 * * * *"}
 */
export interface BucketClaimJob {
  /**
   * Image with `oc`, best pinned by digest.
   *
   * @default - the cluster's cliImage
   */
  readonly image?: string;
  /**
   * When the CronJob looks for changed keys, as a cron expression.
   *
   * @default *\/30 * * * *
   */
  readonly schedule?: string;
  /**
   * Namespace of the Jobs; it is created.
   *
   * @default registry-bootstrap
   */
  readonly namespace?: string;
}

/**
 * Which managed clusters a policy is for. Clusters with the same placement and the same policy share one policy.
 *
 * @example {clusterSets: [global]}
 */
export interface AcmPlacement {
  /**
   * Labels of the managed clusters; `{}` selects all clusters of the sets. Each of them must be a cluster of the fleet
   * with this policy.
   *
   * @default - the managed clusters that are named like the clusters here
   * @example {environment: production}
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Sets of managed clusters to choose from; `global` has all. A ManagedClusterSetBinding in the output binds each to the
   * namespace of the policy.
   *
   * @default - every set that is already bound to the namespace
   * @example [global]
   */
  readonly clusterSets?: readonly string[];
}

/**
 * A policy of Advanced Cluster Management copies the keys and, where needed, the CA and the bucket's name.
 *
 * @example {placement: {clusterSets: [global]}}
 */
export interface BucketClaimAcm {
  /**
   * Namespace of the policy; it must already exist. Without `placement` it is a namespace of the managed cluster, and the
   * policy controller watches only the one that has the managed cluster's name on the hub. With `placement` it is a
   * namespace of the hub.
   *
   * @default - the cluster's name; with `placement` image-registry-policies
   * @example image-registry-policies
   */
  readonly namespace?: string;
  /**
   * Wraps the policy for use on the hub.
   *
   * @default - a ConfigurationPolicy applied to the cluster itself
   */
  readonly placement?: AcmPlacement;
}

/**
 * What copies the bucket claim's keys to the Secret that the operator reads: exactly one.
 *
 * @example {externalSecret: {}}
 * @beside {platform: baremetal, baseDomain: prod-metal.example.com, storage: {odf: {noobaa: {bucketName: registry-prod, trustedCA: {pemFile: ca/ingress.pem}}}}}
 */
export interface BucketClaimCredentials {
  /**
   * The External Secrets Operator. It copies the keys only.
   *
   * @oneOf carrier
   */
  readonly externalSecret?: BucketClaimExternalSecret;
  /**
   * A Job and a CronJob.
   *
   * @oneOf carrier
   */
  readonly job?: BucketClaimJob;
  /**
   * Advanced Cluster Management.
   *
   * @oneOf carrier
   */
  readonly acm?: BucketClaimAcm;
}
