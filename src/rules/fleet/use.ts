/** Things of which each cluster of a fleet has its own. */

import type { ClusterSummary, FleetHit } from './fleet-rule';

/** A use of something. */
export interface Use {
  /** The same for two clusters that use the same. */
  readonly key: string;
  /** What is used, and where that is written: worked out where another cluster uses it too. */
  readonly details: () => UseDetails;
}

/** What the finding says of a use. */
export interface UseDetails extends Omit<FleetHit, 'cluster' | 'what'> {
  /** What is used, in words. */
  readonly used: string;
}

/** What a cluster uses. */
type UsesOf = (cluster: ClusterSummary) => readonly Use[];

/** Of a cluster that uses nothing of the kind. */
export const NO_USES: readonly Use[] = [];

/** Every use that is not the first of its key, those of one kind after the other; each names the first. */
export function repeated(clusters: readonly ClusterSummary[], ...kinds: readonly UsesOf[]): readonly FleetHit[] {
  const first = new Map<string, ClusterSummary>();
  const hits: FleetHit[] = [];
  for (const usesOf of kinds) {
    for (const cluster of clusters) {
      for (const { key, details } of usesOf(cluster)) {
        const owner = first.get(key);
        if (owner === undefined) first.set(key, cluster);
        if (owner === undefined || owner.index === cluster.index) continue;
        const { used, ...hit } = details();
        hits.push({ ...hit, cluster: cluster.index, what: `cluster "${owner.name}" already has ${used}` });
      }
    }
  }
  return hits;
}
