/** `fleet.yaml`, as people write it. The JSON schema and the check at run time are generated from these types. */

import type { ArgoCd } from './argocd';
import type { Cluster, ClusterSettings, PlatformName } from './cluster';

/** Defaults and profiles: anything a cluster can say, but its name. */
export interface ClusterFragment extends ClusterSettings {
  /**
   * The infrastructure.
   *
   * @default - the cluster says it
   */
  readonly platform?: PlatformName;
}

/** A change, or a dangerous state, that is meant. Each entry allows one change, once. */
export interface Acknowledgement {
  /** The change, word for word as the finding prints it. */
  readonly change: string;
  /** Why it is meant, in a few words; a placeholder such as "ok" or "todo" is refused. */
  readonly reason: string;
}

/** The whole fleet. */
export interface Fleet {
  /**
   * Argo CD's own objects.
   *
   * @default - none are made
   */
  readonly argocd?: ArgoCd;
  /**
   * Merged under every cluster.
   *
   * @default - none
   */
  readonly defaults?: ClusterFragment;
  /**
   * Named fragments that clusters opt into.
   *
   * @default - none
   */
  readonly profiles?: Readonly<Record<string, ClusterFragment>>;
  /**
   * Files with more clusters, one or more documents each; `*` and `?` match within a folder, `**` across folders.
   *
   * @default - none
   */
  readonly clusterFiles?: readonly string[];
  /**
   * The clusters.
   *
   * @default - those of clusterFiles
   */
  readonly clusters?: readonly Cluster[];
  /**
   * Changes that are meant: of where images live, of what cannot change in place, of the clusters that there are; and
   * dangerous states. Findings print the entry. A used entry allows nothing more; remove it when the change is synced.
   *
   * @default - none
   */
  readonly acknowledge?: readonly Acknowledgement[];
}
