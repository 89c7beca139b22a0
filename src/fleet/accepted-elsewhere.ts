/** `accept` in defaults and profiles is for all clusters that share it: an entry that one of them uses is used. */

import type { Finding } from '../findings/finding';
import type { Layer } from '../load/layer';
import type { LoadedCluster } from '../load/load-fleet';
import type { ClusterSummary } from '../rules/fleet/fleet-rule';

/** The findings without entries of `accept` that are not used on one cluster, and are on another. */
export function withoutUsedElsewhere(
  findings: readonly Finding[],
  loaded: readonly LoadedCluster[],
  clusters: readonly ClusterSummary[],
): readonly Finding[] {
  const unused = findings.filter(({ code }) => code === 'ACCEPT_UNUSED');
  if (unused.length === 0) return findings;
  const owners = new Map(clusters.map(({ name, index }) => [name, ownerOf(loaded[index])]));
  const sharing = new Map<Layer | undefined, number>();
  for (const cluster of loaded) sharing.set(ownerOf(cluster), (sharing.get(ownerOf(cluster)) ?? 0) + 1);
  const places = new Map<Layer | undefined, Map<unknown, number>>();
  for (const { path, clusters: [name = ''] = [] } of unused) {
    const counts = places.get(owners.get(name)) ?? new Map<unknown, number>();
    places.set(owners.get(name), counts.set(path[1], (counts.get(path[1]) ?? 0) + 1));
  }
  return findings.filter(({ code, path, clusters: [name = ''] = [] }) => {
    const owner = owners.get(name);
    if (code !== 'ACCEPT_UNUSED' || owner === undefined) return true;
    return places.get(owner)?.get(path[1]) === sharing.get(owner);
  });
}

/** The layer whose list it is: lists are not merged. */
const ownerOf = (cluster: LoadedCluster | undefined): Layer | undefined =>
  [...(cluster?.layers ?? [])].reverse().find(layer => layer.has('accept'));
