/** `access`: who may pull, push, build and read metrics. */

/** Users, groups and service accounts. */
export interface Subjects {
  /**
   * User names.
   *
   * @default - none
   * @example [ann]
   */
  readonly users?: readonly string[];
  /**
   * Group names.
   *
   * @default - none
   * @example [developers]
   */
  readonly groups?: readonly string[];
  /**
   * Service accounts, as namespace/name.
   *
   * @default - none
   * @example [ci/builder]
   */
  readonly serviceAccounts?: readonly string[];
}

/**
 * A right in one project.
 *
 * @example {project: team-a, groups: [developers], serviceAccounts: [ci/builder]}
 */
export interface ProjectAccess extends Subjects {
  /**
   * Project whose images are meant.
   *
   * @example team-a
   */
  readonly project: string;
}

/**
 * A ClusterRole in one project.
 *
 * @example {project: team-a, role: system:image-pusher, groups: [developers]}
 */
export interface RoleAccess extends ProjectAccess {
  /**
   * Name of the ClusterRole.
   *
   * @example system:image-pusher
   */
  readonly role: string;
}

/**
 * The right to read the registry's metrics, in the whole cluster.
 *
 * @example {serviceAccounts: [monitoring/prometheus]}
 */
export interface MetricsAccess extends Subjects {
  /**
   * One user name.
   *
   * @default - none
   * @example prometheus
   */
  readonly user?: string;
}

/**
 * Who may do what with the registry.
 *
 * @example {viewers: [{project: team-a, groups: [developers]}], editors: [{project: team-a, serviceAccounts: [ci/builder]}]}
 */
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
   * Creates a ServiceMonitor, so that the cluster's Prometheus reads the registry's metrics.
   *
   * @default false
   */
  readonly serviceMonitor?: boolean;
}
