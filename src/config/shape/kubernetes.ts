/** The pieces of the Kubernetes API that the operator passes on unchanged to its pods. */

/**
 * A whole number.
 *
 * @asType integer
 */
export type Integer = number;

/** An amount of CPU, memory or storage, for example `100Gi`, `500m` or `2`. */
export type Quantity = string | number;

/** Labels and annotations of an object. */
export interface Metadata {
  /**
   * Labels.
   *
   * @default - none besides our own
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations.
   *
   * @default - none besides our own
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Names of resources and how much of each. */
export type ResourceList = Readonly<Record<string, Quantity>>;

/** What a container asks for and may use at most. */
export interface Resources {
  /**
   * Upper bounds.
   *
   * @default - no limits
   */
  readonly limits?: ResourceList;
  /**
   * What the scheduler sets aside.
   *
   * @default - the operator asks for 100m CPU and 256Mi memory
   */
  readonly requests?: ResourceList;
  /**
   * Dynamic resource claims, from OpenShift 4.13.
   *
   * @default - none
   */
  readonly claims?: readonly ResourceClaim[];
}

/** One dynamic resource claim of the pod. */
export interface ResourceClaim {
  /** Name of an entry in the pod's resource claims. */
  readonly name: string;
  /**
   * Name of a request within the claim, from OpenShift 4.18.
   *
   * @default - the whole claim
   */
  readonly request?: string;
}

/** Lets a pod run on nodes with a matching taint. */
export interface Toleration {
  /**
   * Key of the taint.
   *
   * @default - every key, with operator Exists
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
   * @default - empty
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
   * @default - for ever
   */
  readonly tolerationSeconds?: Integer;
}
