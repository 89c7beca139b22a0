/** Where pods may or should run, in the words of Kubernetes. */

import type { Integer } from './kubernetes';

/** One comparison of a label. */
export interface LabelRequirement {
  /** Key of the label. */
  readonly key: string;
  /** How the values are used; Gt and Lt only for nodes. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  /**
   * Values to compare with.
   *
   * @default - none, with Exists and DoesNotExist
   */
  readonly values?: readonly string[];
}

/** Chooses objects by their labels; all conditions must hold. */
export interface LabelSelector {
  /**
   * Labels with exact values.
   *
   * @default - none
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Comparisons.
   *
   * @default - none
   */
  readonly matchExpressions?: readonly LabelRequirement[];
}

/** Conditions on one node. */
export interface NodeSelectorTerm {
  /**
   * Comparisons of node labels.
   *
   * @default - none
   */
  readonly matchExpressions?: readonly LabelRequirement[];
  /**
   * Comparisons of node fields, such as metadata.name.
   *
   * @default - none
   */
  readonly matchFields?: readonly LabelRequirement[];
}

/** Nodes that match any one of the terms. */
export interface NodeSelector {
  /** The terms; one of them must hold. */
  readonly nodeSelectorTerms: readonly NodeSelectorTerm[];
}

/** A wish about nodes, with its weight. */
export interface PreferredNodeTerm {
  /**
   * Weight of the wish, 1 to 100.
   *
   * @minimum 1
   * @maximum 100
   */
  readonly weight: Integer;
  /** The nodes wished for. */
  readonly preference: NodeSelectorTerm;
}

/** Which nodes the pods may or should run on. */
export interface NodeAffinity {
  /**
   * Must hold when a pod is scheduled.
   *
   * @default - any node
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: NodeSelector;
  /**
   * Should hold when a pod is scheduled.
   *
   * @default - no wish
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredNodeTerm[];
}

/** Other pods, and the topology in which to be near to or far from them. */
export interface PodAffinityTerm {
  /**
   * The other pods.
   *
   * @default - no pod
   */
  readonly labelSelector?: LabelSelector;
  /** Node label whose equal values make one place, for example kubernetes.io/hostname. */
  readonly topologyKey: string;
  /**
   * Namespaces of the other pods.
   *
   * @default - the pod's own namespace
   */
  readonly namespaces?: readonly string[];
  /**
   * Namespaces of the other pods, by label.
   *
   * @default - none
   */
  readonly namespaceSelector?: LabelSelector;
  /**
   * Label keys of the pod whose values the other pods must share, from OpenShift 4.16.
   *
   * @default - none
   */
  readonly matchLabelKeys?: readonly string[];
  /**
   * Label keys of the pod whose values the other pods must not share, from OpenShift 4.16.
   *
   * @default - none
   */
  readonly mismatchLabelKeys?: readonly string[];
}

/** A wish about other pods, with its weight. */
export interface WeightedPodAffinityTerm {
  /**
   * Weight of the wish, 1 to 100.
   *
   * @minimum 1
   * @maximum 100
   */
  readonly weight: Integer;
  /** The pods wished near or far. */
  readonly podAffinityTerm: PodAffinityTerm;
}

/** Nearness to, or distance from, other pods. */
export interface PodAffinity {
  /**
   * Must hold when a pod is scheduled.
   *
   * @default - no condition
   */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: readonly PodAffinityTerm[];
  /**
   * Should hold when a pod is scheduled.
   *
   * @default - no wish
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[];
}

/** Where pods may or should run. */
export interface Affinity {
  /**
   * By node.
   *
   * @default - any node
   */
  readonly nodeAffinity?: NodeAffinity;
  /**
   * Near other pods.
   *
   * @default - no condition
   */
  readonly podAffinity?: PodAffinity;
  /**
   * Far from other pods.
   *
   * @default - none
   */
  readonly podAntiAffinity?: PodAffinity;
}

/** How evenly pods are spread over zones, hosts or other topologies. */
export interface TopologySpreadConstraint {
  /**
   * How many more pods one place may have than another.
   *
   * @minimum 1
   * @maximum 2147483647
   */
  readonly maxSkew: Integer;
  /** Node label whose equal values make one place. */
  readonly topologyKey: string;
  /** What to do with a pod that would break the constraint. */
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  /**
   * Which pods are counted; the registry's carry docker-registry: default.
   *
   * @default - no pod is counted
   */
  readonly labelSelector?: LabelSelector;
  /**
   * Label keys whose values count as one more condition, from OpenShift 4.12.
   *
   * @default - none
   */
  readonly matchLabelKeys?: readonly string[];
  /**
   * Least number of places, with DoNotSchedule, from OpenShift 4.11.
   *
   * @default 1
   * @maximum 2147483647
   */
  readonly minDomains?: Integer;
  /**
   * Whether node affinity and selector limit the places counted, from OpenShift 4.12.
   *
   * @default Honor
   */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore';
  /**
   * Whether node taints limit the places counted, from OpenShift 4.12.
   *
   * @default Ignore
   */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore';
}
