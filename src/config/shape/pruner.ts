/** `pruner`: the spec of `imagepruners.imageregistry.operator.openshift.io/cluster`. */

import type { Affinity } from './affinity';
import type { Integer, Resources, Toleration } from './kubernetes';
import type { LogLevel } from './registry';

/**
 * Which images are deleted, when, and how the pruning pods run.
 *
 * @example {schedule: "0 2 * * *", keepTagRevisions: 5, keepYoungerThanDuration: 168h}
 * @see openshift/api imageregistry/v1 ImagePrunerSpec
 */
export interface Pruner {
  /**
   * When to prune, as a cron expression.
   *
   * @default - every day at midnight
   * @example "0 2 * * *"
   */
  readonly schedule?: string;
  /**
   * Suspends pruning. It is always written: the operator creates a deleted ImagePruner again, without suspend.
   *
   * @default false
   */
  readonly suspend?: boolean;
  /**
   * Number of revisions to keep for each tag.
   *
   * @default 3
   */
  readonly keepTagRevisions?: Integer;
  /**
   * Keeps images younger than this: a duration in hours, minutes or seconds.
   *
   * @default 60m
   */
  readonly keepYoungerThanDuration?: string;
  /**
   * Continues where an image reference cannot be read, from OpenShift 4.6.
   *
   * @default true
   */
  readonly ignoreInvalidImageReferences?: boolean;
  /**
   * CPU and memory of the pruning pods.
   *
   * @default - requests of 100m CPU and 256Mi memory
   */
  readonly resources?: Resources;
  /**
   * Labels of the nodes that run the pruning pods.
   *
   * @default - any worker
   * @example {node-role.kubernetes.io/infra: ""}
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints that the pruning pods tolerate.
   *
   * @default - none
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Affinity of the pruning pods.
   *
   * @default - none
   */
  readonly affinity?: Affinity;
  /**
   * Number of successful Jobs to keep.
   *
   * @default 3
   * @maximum 2147483647
   */
  readonly successfulJobsHistoryLimit?: Integer;
  /**
   * Number of failed Jobs to keep.
   *
   * @default 3
   * @maximum 2147483647
   */
  readonly failedJobsHistoryLimit?: Integer;
  /**
   * Log level of the pruner, from OpenShift 4.6.
   *
   * @default Normal
   */
  readonly logLevel?: LogLevel;
}
