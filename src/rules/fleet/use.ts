/** Things of which each cluster of a fleet has its own. */

import type { ClusterSummary, FleetHit } from './fleet-rule';

/** A kind of thing that clusters use. */
export interface Use {
  /** What a cluster uses of it: the same text for two clusters that use the same. */
  readonly keys: (cluster: ClusterSummary) => readonly string[];
  /** What the finding says of the use with this position among the keys. */
  readonly details: (cluster: ClusterSummary, position: number) => UseDetails;
}

/** What the finding says of a use: where it is written, and what it is. */
export interface UseDetails extends Omit<FleetHit, 'cluster' | 'what'> {
  /** What is used, in words. */
  readonly used: string;
}

/** Of a cluster that uses nothing of the kind. */
export const NO_KEYS: readonly string[] = [];

/** Every use that is not the first of its key, those of one kind after the other; each names the first. */
export function repeated(clusters: readonly ClusterSummary[], ...kinds: readonly Use[]): readonly FleetHit[] {
  const first = new Map<string, ClusterSummary>();
  const hits: FleetHit[] = [];
  for (const { keys, details } of kinds) {
    for (const cluster of clusters) {
      keys(cluster).forEach((key, position) => {
        const owner = first.get(key);
        if (owner === undefined) first.set(key, cluster);
        if (owner === undefined || owner.index === cluster.index) return;
        const { used, ...hit } = details(cluster, position);
        hits.push({ ...hit, cluster: cluster.index, what: `cluster "${owner.name}" already has ${used}` });
      });
    }
  }
  return hits;
}
