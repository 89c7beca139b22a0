/** `bridge`: how the keys of a bucket claim reach the operator. */

/** The External Secrets Operator copies the bucket claim's keys. */
export interface BucketClaimExternalSecret {
  /**
   * How often the keys are read again.
   *
   * @default 5m
   */
  readonly refreshInterval?: string;
}

/** A Job and a CronJob of ours copy the keys, and the CA where asked. */
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
   * @default every 30 minutes
   */
  readonly schedule?: string;
  /**
   * Namespace of the jobs, made by us.
   *
   * @default registry-bootstrap
   */
  readonly namespace?: string;
}

/** Which managed clusters a policy is for. */
export interface AcmPlacement {
  /**
   * Labels of the managed clusters.
   *
   * @default - the managed cluster with the cluster's name
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Sets of managed clusters to choose from.
   *
   * @default - every set bound to the namespace
   */
  readonly clusterSets?: readonly string[];
}

/** A policy of Advanced Cluster Management copies the keys, and the CA where asked. */
export interface BucketClaimAcm {
  /** Namespace of the policy: on the hub with `placement`, else on the managed cluster. */
  readonly namespace: string;
  /**
   * Wraps the policy for use on the hub.
   *
   * @default - a ConfigurationPolicy applied to the cluster itself
   */
  readonly placement?: AcmPlacement;
}

/** How the bucket claim's keys reach the operator: exactly one. */
export interface BucketClaimCredentials {
  /**
   * External Secrets Operator.
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
