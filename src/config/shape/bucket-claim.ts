/** `credentials.bucketClaim`: how the keys of the bucket claim itself reach the operator. */

/** The External Secrets Operator copies the keys. */
export interface BucketClaimExternalSecret {
  /**
   * How often the keys are read again.
   *
   * @default 5m
   */
  readonly refreshInterval?: string;
}

/** A Job and a CronJob of ours copy the keys, and the CA and the bucket's name where asked. */
export interface BucketClaimJob {
  /**
   * Image with `oc`, best pinned by digest.
   *
   * @default - the cluster's cliImage
   */
  readonly image?: string;
  /**
   * When the CronJob looks for changed keys, in cron form.
   *
   * @default *\/30 * * * *
   */
  readonly schedule?: string;
  /**
   * Namespace of the jobs, made by us.
   *
   * @default registry-bootstrap
   */
  readonly namespace?: string;
}

/** Which managed clusters a policy is for. Clusters with the same placement and the same policy share one policy. */
export interface AcmPlacement {
  /**
   * Labels of the managed clusters; `{}` chooses all of the sets. Each of them must be a cluster of the fleet with this
   * policy.
   *
   * @default - the managed clusters with the names of the clusters here
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Sets of managed clusters to choose from; `global` has all. Each is bound to the namespace of the policy, by a
   * ManagedClusterSetBinding in the output.
   *
   * @default - every set that is bound to the namespace already
   */
  readonly clusterSets?: readonly string[];
}

/** A policy of Advanced Cluster Management copies the keys, and the CA and the bucket's name where asked. */
export interface BucketClaimAcm {
  /**
   * Namespace of the policy; it must be there already. Without `placement` it is a namespace of the managed cluster,
   * and the policy controller watches only the one that has the managed cluster's name on the hub. With `placement`
   * it is a namespace of the hub.
   *
   * @default - the cluster's name; with `placement` image-registry-policies
   */
  readonly namespace?: string;
  /**
   * Wraps the policy for use on the hub.
   *
   * @default - a ConfigurationPolicy applied to the cluster itself
   */
  readonly placement?: AcmPlacement;
}

/** What copies the bucket claim's keys to the Secret that the operator reads: exactly one. */
export interface BucketClaimCredentials {
  /**
   * The External Secrets Operator; it copies keys only.
   *
   * @default - another mode is given
   */
  readonly externalSecret?: BucketClaimExternalSecret;
  /**
   * A Job and a CronJob.
   *
   * @default - another mode is given
   */
  readonly job?: BucketClaimJob;
  /**
   * Advanced Cluster Management.
   *
   * @default - another mode is given
   */
  readonly acm?: BucketClaimAcm;
}
