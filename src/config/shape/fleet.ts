/** `fleet.yaml`, as people write it. The JSON schema and the check at run time are generated from these types. */

import type { ArgoCd } from './argocd';
import type { Cluster, ClusterSettings, PlatformName } from './cluster';

/**
 * Settings that many clusters share: everything that a cluster can set, except its name.
 *
 * @example {openshift: "4.18", pruner: {keepTagRevisions: 5}}
 */
export interface ClusterFragment extends ClusterSettings {
  /**
   * Platform of the cluster.
   *
   * @default - each cluster sets it
   * @example aws
   */
  readonly platform?: PlatformName;
}

/**
 * A change, or a dangerous state, that you want. Each entry allows one change, once.
 *
 * @example {change: prod-old leaves the fleet, reason: "cluster decommissioned, CHG-1234"}
 */
export interface Acknowledgement {
  /**
   * The change, copied from the finding that prints it.
   *
   * @example prod-old leaves the fleet
   */
  readonly change: string;
  /**
   * Why you want it. A placeholder such as "ok" or "todo" is refused.
   *
   * @example "cluster decommissioned, CHG-1234"
   */
  readonly reason: string;
}

/**
 * The whole fleet.
 *
 * @example {defaults: {openshift: "4.18"}, clusters: [{name: prod-aws-eu, platform: aws}]}
 */
export interface Fleet {
  /**
   * Argo CD's own objects, written to `dist/argocd/`.
   *
   * @default - no Argo CD objects
   */
  readonly argocd?: ArgoCd;
  /**
   * Settings of every cluster. Profiles and the cluster itself override them.
   *
   * @default - none
   */
  readonly defaults?: ClusterFragment;
  /**
   * Named settings that a cluster uses with `profiles: [NAME]`.
   *
   * @default - none
   * @example {infra-nodes: {registry: {nodeSelector: {node-role.kubernetes.io/infra: ""}}}}
   */
  readonly profiles?: Readonly<Record<string, ClusterFragment>>;
  /**
   * Files with more clusters, one or more YAML documents each. `*` and `?` match within a folder, `**` across folders.
   *
   * @default - none
   * @example ["clusters/*.yaml"]
   */
  readonly clusterFiles?: readonly string[];
  /**
   * The clusters.
   *
   * @default - the clusters in clusterFiles
   */
  readonly clusters?: readonly Cluster[];
  /**
   * Changes that you want although they move images, cannot be made in place or remove a cluster; and dangerous states.
   * The finding prints the entry to add. A used entry allows nothing more: remove it once the change is synced.
   *
   * @default - none
   */
  readonly acknowledge?: readonly Acknowledgement[];
}
