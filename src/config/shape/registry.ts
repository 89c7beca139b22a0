/** `registry`: the spec of `configs.imageregistry.operator.openshift.io/cluster`, without storage and routes. */

import type { Affinity, TopologySpreadConstraint } from './affinity';
import type { Integer, Resources, Toleration } from './kubernetes';

/** Log levels of OpenShift operators. */
export type LogLevel = 'Normal' | 'Debug' | 'Trace' | 'TraceAll';

/**
 * How many requests of one kind each registry pod serves, and keeps waiting.
 *
 * @example {maxRunning: 50, maxInQueue: 100, maxWaitInQueue: 1m}
 */
export interface RequestLimits {
  /**
   * Requests served at once.
   *
   * @default - no limit
   * @example 50
   */
  readonly maxRunning?: Integer;
  /**
   * Requests that may wait.
   *
   * @default - no limit
   * @example 100
   */
  readonly maxInQueue?: Integer;
  /**
   * How long a request may wait: a duration in hours, minutes or seconds.
   *
   * @default - no limit
   * @example 1m
   */
  readonly maxWaitInQueue?: string;
}

/**
 * Limits on parallel pulls and pushes.
 *
 * @example {read: {maxRunning: 50, maxInQueue: 100, maxWaitInQueue: 1m}}
 */
export interface Requests {
  /**
   * Limits on pulls.
   *
   * @default - no limit
   */
  readonly read?: RequestLimits;
  /**
   * Limits on pushes.
   *
   * @default - no limit
   */
  readonly write?: RequestLimits;
}

/**
 * Proxy for the registry's own requests, in place of the cluster-wide proxy. A URL with credentials is refused.
 *
 * @example {https: "http://proxy.example.com:3128", noProxy: .example.com}
 */
export interface ProxySettings {
  /**
   * URL of the proxy for HTTP.
   *
   * @default - that of the cluster-wide proxy
   * @example http://proxy.example.com:3128
   */
  readonly http?: string;
  /**
   * URL of the proxy for HTTPS.
   *
   * @default - that of the cluster-wide proxy
   * @example http://proxy.example.com:3128
   */
  readonly https?: string;
  /**
   * Hosts that are reached without the proxy, separated by commas.
   *
   * @default - those of the cluster-wide proxy
   * @example .example.com,10.0.0.0/8
   */
  readonly noProxy?: string;
}

/**
 * Settings of the registry.
 *
 * @example {replicas: 3, nodeSelector: {node-role.kubernetes.io/infra: ""}, tolerations: [{key: node-role.kubernetes.io/infra, operator: Exists}]}
 * @beside {platform: aws}
 * @see openshift/api imageregistry/v1 ImageRegistrySpec
 */
export interface Registry {
  /**
   * Whether we manage the Config of the registry. With `false` it is not emitted; pruner, access, image and thirdParty can
   * still be managed.
   *
   * @default true
   */
  readonly own?: boolean;
  /**
   * `Managed`: the operator runs the registry. `Unmanaged`: it changes nothing. `Removed`: it removes the registry.
   *
   * @default Managed
   */
  readonly managementState?: 'Managed' | 'Unmanaged' | 'Removed';
  /**
   * Number of registry pods.
   *
   * @default - 2 on shared storage of a highly available cluster, otherwise 1
   * @example 3
   * @maximum 2147483647
   */
  readonly replicas?: Integer;
  /**
   * How pods are replaced, from OpenShift 4.4.
   *
   * @default - Recreate on a ReadWriteOnce volume, otherwise RollingUpdate
   */
  readonly rolloutStrategy?: 'RollingUpdate' | 'Recreate';
  /**
   * Log level of the registry, from OpenShift 4.6. On 4.3 to 4.5 it becomes the number in `logging`.
   *
   * @default - the operator's default, Normal
   */
  readonly logLevel?: LogLevel;
  /**
   * Log level of the operator, from OpenShift 4.6.
   *
   * @default - the operator's default, Normal
   */
  readonly operatorLogLevel?: LogLevel;
  /**
   * Log level by number, on OpenShift 4.3 to 4.5 only.
   *
   * @default - derived from logLevel
   * @example 2
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
   * @default - true for Swift and for endpoints inside the cluster, otherwise false
   * @example true
   */
  readonly disableRedirect?: boolean;
  /**
   * Proxy for the registry's own requests.
   *
   * @default - the cluster-wide proxy
   */
  readonly proxy?: ProxySettings;
  /**
   * Limits on parallel requests to each pod.
   *
   * @default - no limit
   */
  readonly requests?: Requests;
  /**
   * CPU and memory of the pods.
   *
   * @default - the operator requests 100m CPU and 256Mi memory
   */
  readonly resources?: Resources;
  /**
   * Labels of the nodes that run the pods.
   *
   * @default - any worker
   * @example {node-role.kubernetes.io/infra: ""}
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints that the pods tolerate.
   *
   * @default - none
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Affinity of the pods, from OpenShift 4.5.
   *
   * @default - with two replicas, one pod on each host
   */
  readonly affinity?: Affinity;
  /**
   * How the pods are spread, from OpenShift 4.11. It replaces all constraints of the operator.
   *
   * @default - by host, worker label and, where nodes have zones, by zone
   */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
}
