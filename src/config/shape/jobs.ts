/** `jobs`: what all Jobs of ours have in common. */

import type { Integer, ResourceList, Toleration } from './kubernetes';

/** The name of a Secret in the namespace of the Jobs. */
export interface PullSecretName {
  /** Name of the Secret; it has the type kubernetes.io/dockerconfigjson. */
  readonly name: string;
}

/** What the container of a Job asks for, and may use at most. */
export interface JobResources {
  /**
   * Upper bounds.
   *
   * @default - no limits
   */
  readonly limits?: ResourceList;
  /**
   * What the scheduler sets aside.
   *
   * @default - the limits, else nothing
   */
  readonly requests?: ResourceList;
}

/** Where our own Jobs run, what they may use, and how long a finished one stays. */
export interface Jobs {
  /**
   * Labels of the nodes that run the Jobs.
   *
   * @default - any node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints that the Jobs tolerate.
   *
   * @default - none
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Secrets with credentials for the Jobs' image, in the namespace of the Jobs. You create them; a Job started before
   * waits for them. Not needed for an image that the cluster's own pull secret reaches.
   *
   * @default - the cluster's own pull secret
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/
   */
  readonly imagePullSecrets?: readonly PullSecretName[];
  /**
   * Requests and limits of each Job's container. They replace the default as a whole; `{}` sets none.
   *
   * @default - requests of 10m CPU and 64Mi memory, limits of 500m CPU and 256Mi memory
   */
  readonly resources?: JobResources;
  /**
   * Seconds after which the cluster deletes a finished Job with its logs, from OpenShift 4.8. All our Jobs are hooks, or
   * belong to a CronJob: Argo CD does not miss a deleted one.
   *
   * @default - a Job stays until the next full sync replaces it
   * @minimum 0
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/
   */
  readonly ttlSecondsAfterFinished?: Integer;
}
