/** Things of which each cluster of a fleet has its own. */

import type { ClusterSummary, FleetHit } from './fleet-rule';

/** A cluster's use of something, if it uses it. */
export interface Use {
  readonly cluster: ClusterSummary;
  readonly key: string;
  readonly hit: Omit<FleetHit, 'cluster' | 'what'>;
  readonly what: string;
}

/** Every use that is not the first of its key; each names the first. */
export function repeated(uses: readonly Use[]): readonly FleetHit[] {
  const first = new Map<string, ClusterSummary>();
  return uses.flatMap(({ cluster, key, hit, what }): readonly FleetHit[] => {
    const owner = first.get(key);
    if (owner === undefined) first.set(key, cluster);
    if (owner === undefined || owner.index === cluster.index) return [];
    return [{ ...hit, cluster: cluster.index, what: `cluster "${owner.name}" already has ${what}` }];
  });
}
