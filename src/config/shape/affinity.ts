/** Where pods may or should run, in the words of Kubernetes. */

import type { Integer } from './kubernetes';
import type { LabelSelector, NodeSelector, NodeSelectorTerm } from './selectors';

/**
 * A preference for nodes, with its weight.
 *
 * @example {weight: 100, preference: {matchExpressions: [{key: node-role.kubernetes.io/infra, operator: Exists}]}}
 */
export interface PreferredNodeTerm {
  /**
   * Weight of the preference, 1 to 100.
   *
   * @example 100
   * @minimum 1
   * @maximum 100
   */
  readonly weight: Integer;
  /** The preferred nodes. */
  readonly preference: NodeSelectorTerm;
}

/**
 * Which nodes the pods may or should run on.
 *
 * @example {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: node-role.kubernetes.io/infra, operator: Exists}]}]}}
 */
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
   * @default - no preference
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly PreferredNodeTerm[];
}

/**
 * Other pods, and the topology in which to be near them or far from them.
 *
 * @example {labelSelector: {matchLabels: {docker-registry: default}}, topologyKey: kubernetes.io/hostname, namespaces: [openshift-image-registry]}
 */
export interface PodAffinityTerm {
  /**
   * The other pods.
   *
   * @default - no pod
   */
  readonly labelSelector?: LabelSelector;
  /**
   * Node label whose equal values are one place.
   *
   * @example kubernetes.io/hostname
   */
  readonly topologyKey: string;
  /**
   * Namespaces of the other pods.
   *
   * @default - the pod's own namespace
   * @example [openshift-image-registry]
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
   * @example [pod-template-hash]
   */
  readonly matchLabelKeys?: readonly string[];
  /**
   * Label keys of the pod whose values the other pods must not share, from OpenShift 4.16.
   *
   * @default - none
   */
  readonly mismatchLabelKeys?: readonly string[];
}

/**
 * A preference for other pods, with its weight.
 *
 * @example {weight: 100, podAffinityTerm: {labelSelector: {matchLabels: {docker-registry: default}}, topologyKey: kubernetes.io/hostname, namespaces: [openshift-image-registry]}}
 */
export interface WeightedPodAffinityTerm {
  /**
   * Weight of the preference, 1 to 100.
   *
   * @example 100
   * @minimum 1
   * @maximum 100
   */
  readonly weight: Integer;
  /** The other pods. */
  readonly podAffinityTerm: PodAffinityTerm;
}

/**
 * Nearness to other pods, or distance from them.
 *
 * @example {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 100, podAffinityTerm: {labelSelector: {matchLabels: {docker-registry: default}}, topologyKey: kubernetes.io/hostname, namespaces: [openshift-image-registry]}}]}
 */
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
   * @default - no preference
   */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly WeightedPodAffinityTerm[];
}

/**
 * Where pods may or should run.
 *
 * @example {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 100, podAffinityTerm: {labelSelector: {matchLabels: {docker-registry: default}}, topologyKey: kubernetes.io/hostname, namespaces: [openshift-image-registry]}}]}}
 */
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
   * Away from other pods.
   *
   * @default - no condition
   */
  readonly podAntiAffinity?: PodAffinity;
}

/**
 * How evenly pods are spread over zones, hosts or other topologies.
 *
 * @example {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {docker-registry: default}}}
 */
export interface TopologySpreadConstraint {
  /**
   * How many more pods one place may have than another.
   *
   * @example 1
   * @minimum 1
   * @maximum 2147483647
   */
  readonly maxSkew: Integer;
  /**
   * Node label whose equal values are one place.
   *
   * @example topology.kubernetes.io/zone
   */
  readonly topologyKey: string;
  /** What to do with a pod that would break the constraint. */
  readonly whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway';
  /**
   * Which pods are counted; the registry's have the label `docker-registry: default`.
   *
   * @default - no pod is counted
   */
  readonly labelSelector?: LabelSelector;
  /**
   * Label keys whose values are one more condition, from OpenShift 4.12.
   *
   * @default - none
   * @example [pod-template-hash]
   */
  readonly matchLabelKeys?: readonly string[];
  /**
   * Minimum number of places, with DoNotSchedule, from OpenShift 4.11.
   *
   * @default 1
   * @maximum 2147483647
   */
  readonly minDomains?: Integer;
  /**
   * Whether node affinity and selector limit the places that are counted, from OpenShift 4.12.
   *
   * @default Honor
   */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore';
  /**
   * Whether node taints limit the places that are counted, from OpenShift 4.12.
   *
   * @default Ignore
   */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore';
}
