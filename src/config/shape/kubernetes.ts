/** The pieces of the Kubernetes API that the operator passes on unchanged to its pods. */

/**
 * A whole number.
 *
 * @asType integer
 */
export type Integer = number;

/**
 * A quantity of CPU, memory or storage, for example `100Gi`, `500m` or `2`.
 *
 * @pattern ^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$
 */
export type Quantity = string | number;

/**
 * Labels and annotations of an object.
 *
 * @example {labels: {team: platform}, annotations: {example.com/owner: platform-team}}
 */
export interface Metadata {
  /**
   * Labels, besides ours.
   *
   * @default - none
   * @example {team: platform}
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations, besides ours.
   *
   * @default - none
   * @example {example.com/owner: platform-team}
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Names of resources, and a quantity of each. */
export type ResourceList = Readonly<Record<string, Quantity>>;

/**
 * CPU and memory of a container.
 *
 * @example {requests: {cpu: 100m, memory: 512Mi}, limits: {memory: 2Gi}}
 */
export interface Resources {
  /**
   * Limits.
   *
   * @default - no limits
   * @example {memory: 2Gi}
   */
  readonly limits?: ResourceList;
  /**
   * Requests.
   *
   * @default - 100m CPU and 256Mi memory, from the operator
   * @example {cpu: 100m, memory: 512Mi}
   */
  readonly requests?: ResourceList;
  /**
   * Dynamic resource claims, from OpenShift 4.13.
   *
   * @default - none
   */
  readonly claims?: readonly ResourceClaim[];
}

/**
 * One dynamic resource claim of the pod.
 *
 * @example {name: accelerator}
 */
export interface ResourceClaim {
  /**
   * Name of an entry in the pod's resource claims.
   *
   * @example accelerator
   */
  readonly name: string;
  /**
   * Name of a request within the claim, from OpenShift 4.18.
   *
   * @default - the whole claim
   */
  readonly request?: string;
}

/**
 * Lets a pod run on nodes with a matching taint.
 *
 * @example {key: node-role.kubernetes.io/infra, operator: Exists}
 */
export interface Toleration {
  /**
   * Key of the taint; with operator Exists it may be left out, for every key.
   *
   * @default - none
   * @example node-role.kubernetes.io/infra
   */
  readonly key?: string;
  /**
   * How key and value are compared.
   *
   * @default Equal
   */
  readonly operator?: 'Exists' | 'Equal' | 'Lt' | 'Gt';
  /**
   * Value of the taint; left out with operator Exists.
   *
   * @default - the empty string
   * @example reserved
   */
  readonly value?: string;
  /**
   * Effect of the taint.
   *
   * @default - every effect
   */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
  /**
   * Seconds to stay on a node after a NoExecute taint appears.
   *
   * @default - no limit
   * @example 300
   */
  readonly tolerationSeconds?: Integer;
}
