/** Who may do what, everything decided. */

/** Who a right is given to. */
export interface SubjectModel {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  /** Of a service account. */
  readonly namespace?: string;
}

/** A ClusterRole given to subjects in one project. */
export interface RoleBindingModel {
  readonly name: string;
  readonly namespace: string;
  readonly role: string;
  readonly subjects: readonly SubjectModel[];
}

/** Who may do what with the registry. */
export interface AccessModel {
  readonly bindings: readonly RoleBindingModel[];
  /** Who may read metrics. */
  readonly metrics: readonly SubjectModel[];
  readonly serviceMonitor: boolean;
}
