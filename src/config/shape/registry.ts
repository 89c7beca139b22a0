/** `registry`: the spec of `configs.imageregistry.operator.openshift.io/cluster`, minus storage and routes. */

import type { Affinity, TopologySpreadConstraint } from './affinity';
import type { Integer, Resources, Toleration } from './kubernetes';

/** Log levels of OpenShift operators. */
export type LogLevel = 'Normal' | 'Debug' | 'Trace' | 'TraceAll';

/** How many calls of one kind a registry pod serves and keeps waiting. */
export interface RequestLimits {
  /**
   * Calls served at once.
   *
   * @default - no bound
   */
  readonly maxRunning?: Integer;
  /**
   * Calls that may wait.
   *
   * @default - no bound
   */
  readonly maxInQueue?: Integer;
  /**
   * How long a call may wait, a duration in hours, minutes or seconds such as `1m`.
   *
   * @default - no bound
   */
  readonly maxWaitInQueue?: string;
}

/** Bounds on reading and writing calls. */
export interface Requests {
  /**
   * Bounds on pulls.
   *
   * @default - none
   */
  readonly read?: RequestLimits;
  /**
   * Bounds on pushes.
   *
   * @default - none
   */
  readonly write?: RequestLimits;
}

/** Proxy for the registry's own requests. Credentials in a URL are refused. */
export interface ProxySettings {
  /**
   * URL for plain HTTP.
   *
   * @default - the cluster-wide proxy
   */
  readonly http?: string;
  /**
   * URL for HTTPS.
   *
   * @default - the cluster-wide proxy
   */
  readonly https?: string;
  /**
   * Hosts that are called directly, separated by commas.
   *
   * @default - the cluster-wide proxy's list
   */
  readonly noProxy?: string;
}

/**
 * Settings of the registry's operator.
 *
 * @see openshift/api imageregistry/v1 ImageRegistrySpec
 */
export interface Registry {
  /**
   * Whether the Config of the registry is ours. With `false` it belongs to someone else and is not emitted; pruner, access,
   * image and thirdParty may be ours all the same.
   *
   * @default true
   */
  readonly own?: boolean;
  /**
   * Whether the operator runs the registry, leaves everything as it is, or takes the registry away.
   *
   * @default Managed
   */
  readonly managementState?: 'Managed' | 'Unmanaged' | 'Removed';
  /**
   * Number of registry pods.
   *
   * @default - 2 on shared storage of a highly-available cluster, else 1
   * @maximum 2147483647
   */
  readonly replicas?: Integer;
  /**
   * How pods are replaced, from OpenShift 4.4.
   *
   * @default - Recreate on a ReadWriteOnce volume, else RollingUpdate
   */
  readonly rolloutStrategy?: 'RollingUpdate' | 'Recreate';
  /**
   * How much the registry logs, from OpenShift 4.6; on 4.3 to 4.5 it becomes the number in `logging`.
   *
   * @default - the operator's default, Normal
   */
  readonly logLevel?: LogLevel;
  /**
   * How much the operator logs, from OpenShift 4.6.
   *
   * @default - the operator's default, Normal
   */
  readonly operatorLogLevel?: LogLevel;
  /**
   * Log level by number, on OpenShift 4.3 to 4.5 only.
   *
   * @default - derived from logLevel
   */
  readonly logging?: Integer;
  /**
   * Refuses pushes and deletes.
   *
   * @default false
   */
  readonly readOnly?: boolean;
  /**
   * Sends blobs through the registry instead of redirecting clients to the store.
   *
   * @default - true for Swift and for endpoints inside the cluster, else false
   */
  readonly disableRedirect?: boolean;
  /**
   * Proxy for the registry's own requests.
   *
   * @default - the cluster-wide proxy
   */
  readonly proxy?: ProxySettings;
  /**
   * Bounds on parallel calls to each pod.
   *
   * @default - none
   */
  readonly requests?: Requests;
  /**
   * CPU and memory of the pods.
   *
   * @default - the operator asks for 100m CPU and 256Mi memory
   */
  readonly resources?: Resources;
  /**
   * Labels of the nodes the pods run on.
   *
   * @default - any worker
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints the pods tolerate.
   *
   * @default - none
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Placement of the pods, from OpenShift 4.5.
   *
   * @default - with two replicas, one pod a host
   */
  readonly affinity?: Affinity;
  /**
   * Spread of the pods, from OpenShift 4.11; replaces the operator's own constraints as a whole.
   *
   * @default - by host, worker label and, where nodes have zones, by zone
   */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
}

/**
 * Which images are deleted, when, and how the pruning pods run.
 *
 * @see openshift/api imageregistry/v1 ImagePrunerSpec
 */
export interface Pruner {
  /**
   * When to prune, in cron form.
   *
   * @default - every day at midnight
   */
  readonly schedule?: string;
  /**
   * Stops pruning; always written, because a deleted ImagePruner comes back unsuspended.
   *
   * @default false
   */
  readonly suspend?: boolean;
  /**
   * How many revisions of a tag stay.
   *
   * @default 3
   */
  readonly keepTagRevisions?: Integer;
  /**
   * Images younger than this stay; a duration in hours, minutes or seconds, for example `168h`.
   *
   * @default 60m
   */
  readonly keepYoungerThanDuration?: string;
  /**
   * Goes on when an image reference cannot be read, from OpenShift 4.6.
   *
   * @default true
   */
  readonly ignoreInvalidImageReferences?: boolean;
  /**
   * CPU and memory of the pruning pods.
   *
   * @default - 100m CPU and 256Mi memory
   */
  readonly resources?: Resources;
  /**
   * Labels of the nodes the pruning pods run on.
   *
   * @default - any worker
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints the pruning pods tolerate.
   *
   * @default - none
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Placement of the pruning pods.
   *
   * @default - none
   */
  readonly affinity?: Affinity;
  /**
   * How many successful jobs stay to be looked at.
   *
   * @default 3
   * @maximum 2147483647
   */
  readonly successfulJobsHistoryLimit?: Integer;
  /**
   * How many failed jobs stay to be looked at.
   *
   * @default 3
   * @maximum 2147483647
   */
  readonly failedJobsHistoryLimit?: Integer;
  /**
   * How much the pruner logs, from OpenShift 4.6.
   *
   * @default Normal
   */
  readonly logLevel?: LogLevel;
}
