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
      const used = keys(cluster);
      for (let position = 0; position < used.length; position += 1) {
        const owner = first.get(used[position] as string);
        if (owner === undefined) first.set(used[position] as string, cluster);
        else if (owner.index !== cluster.index) hits.push(hitOf(cluster, owner, details(cluster, position)));
      }
    }
  }
  return hits;
}

const hitOf = ({ index }: ClusterSummary, { name }: ClusterSummary, { used, ...hit }: UseDetails): FleetHit => ({
  ...hit,
  cluster: index,
  what: `cluster "${name}" already has ${used}`,
});
