/** `jobs`: what all our Jobs have in common. */

import type { Integer, ResourceList, Toleration } from './kubernetes';

/**
 * The name of a Secret in the namespace of the Jobs.
 *
 * @example {name: mirror-pull}
 */
export interface PullSecretName {
  /**
   * Name of the Secret, of type kubernetes.io/dockerconfigjson.
   *
   * @example mirror-pull
   */
  readonly name: string;
}

/**
 * CPU and memory of a Job's container.
 *
 * @example {requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 512Mi}}
 */
export interface JobResources {
  /**
   * Limits.
   *
   * @default - no limits
   * @example {memory: 512Mi}
   */
  readonly limits?: ResourceList;
  /**
   * Requests.
   *
   * @default - the limits, otherwise nothing
   * @example {cpu: 10m, memory: 64Mi}
   */
  readonly requests?: ResourceList;
}

/**
 * Where our Jobs run, what they may use, and how long a finished one is kept.
 *
 * @example {nodeSelector: {node-role.kubernetes.io/infra: ""}, tolerations: [{key: node-role.kubernetes.io/infra, operator: Exists}], ttlSecondsAfterFinished: 86400}
 */
export interface Jobs {
  /**
   * Labels of the nodes that run the Jobs.
   *
   * @default - any node
   * @example {node-role.kubernetes.io/infra: ""}
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints that the Jobs tolerate.
   *
   * @default - none
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Secrets with credentials for the Jobs' image, in the namespace of the Jobs. You create them; a Job that starts earlier
   * waits for them. Not needed for an image that the cluster's own pull secret covers.
   *
   * @default - the cluster's own pull secret
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/
   */
  readonly imagePullSecrets?: readonly PullSecretName[];
  /**
   * Requests and limits of each Job's container. They replace all of the default; `{}` sets none.
   *
   * @default - requests of 10m CPU and 64Mi memory, limits of 500m CPU and 256Mi memory
   */
  readonly resources?: JobResources;
  /**
   * Seconds after which the cluster deletes a finished Job with its logs, from OpenShift 4.8. All our Jobs are hooks, or
   * belong to a CronJob: Argo CD does not miss a deleted one.
   *
   * @default - a Job is kept until the next full sync replaces it
   * @example 86400
   * @minimum 0
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/
   */
  readonly ttlSecondsAfterFinished?: Integer;
}
