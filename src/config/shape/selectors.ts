/** Selectors of objects and nodes, in the words of Kubernetes. */

/**
 * One comparison of a label.
 *
 * @example {key: node-role.kubernetes.io/infra, operator: Exists}
 */
export interface LabelRequirement {
  /**
   * Key of the label.
   *
   * @example node-role.kubernetes.io/infra
   */
  readonly key: string;
  /** How the values are compared; Gt and Lt only for nodes. */
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';
  /**
   * Values to compare with; none with Exists and DoesNotExist.
   *
   * @default - none
   */
  readonly values?: readonly string[];
}

/**
 * Selects objects by their labels; all conditions must hold.
 *
 * @example {matchLabels: {docker-registry: default}}
 */
export interface LabelSelector {
  /**
   * Labels with exact values.
   *
   * @default - none
   * @example {docker-registry: default}
   */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /**
   * Comparisons of labels.
   *
   * @default - none
   */
  readonly matchExpressions?: readonly LabelRequirement[];
}

/**
 * Conditions on one node; all must hold.
 *
 * @example {matchExpressions: [{key: node-role.kubernetes.io/infra, operator: Exists}]}
 */
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

/**
 * Nodes that match any one of the terms.
 *
 * @example {nodeSelectorTerms: [{matchExpressions: [{key: node-role.kubernetes.io/infra, operator: Exists}]}]}
 */
export interface NodeSelector {
  /** The terms; one of them must hold. */
  readonly nodeSelectorTerms: readonly NodeSelectorTerm[];
}
