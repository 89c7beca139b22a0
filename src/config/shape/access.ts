/** `access`: who may pull, push, build and read metrics. */

/** Who a right is given to. */
export interface Subjects {
  /**
   * User names.
   *
   * @default - none
   */
  readonly users?: readonly string[];
  /**
   * Group names.
   *
   * @default - none
   */
  readonly groups?: readonly string[];
  /**
   * Service accounts as namespace/name.
   *
   * @default - none
   */
  readonly serviceAccounts?: readonly string[];
}

/** A right in one project. */
export interface ProjectAccess extends Subjects {
  /** Namespace whose images are meant. */
  readonly project: string;
}

/** Any other role in one project. */
export interface RoleAccess extends ProjectAccess {
  /** Name of the ClusterRole. */
  readonly role: string;
}

/** The right to read the registry's metrics, in the whole cluster. */
export interface MetricsAccess extends Subjects {
  /**
   * One user name.
   *
   * @default - none
   */
  readonly user?: string;
}

/** Who may do what with the registry. */
export interface Access {
  /**
   * May pull: role registry-viewer.
   *
   * @default - none
   */
  readonly viewers?: readonly ProjectAccess[];
  /**
   * May push and pull: role registry-editor.
   *
   * @default - none
   */
  readonly editors?: readonly ProjectAccess[];
  /**
   * May push from builds: role system:image-builder.
   *
   * @default - none
   */
  readonly imageBuilders?: readonly ProjectAccess[];
  /**
   * Any other role.
   *
   * @default - none
   */
  readonly bindings?: readonly RoleAccess[];
  /**
   * May read the registry's metrics.
   *
   * @default - none
   */
  readonly metrics?: readonly MetricsAccess[];
  /**
   * Has the cluster's Prometheus read the registry's metrics.
   *
   * @default false
   */
  readonly serviceMonitor?: boolean;
}
