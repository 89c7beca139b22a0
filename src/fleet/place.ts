/** Problems get their places, file by file: the syntax tree of a file is held only while it is being asked. */

import type { Finding } from '../findings/finding';
import type { LoadedFleet } from '../load/load-fleet';
import type { ClusterSummary, FleetProblem } from '../rules/fleet/fleet-rule';

/** Findings about all clusters together, with names and places. */
export function placeInFleet(
  problems: readonly FleetProblem[],
  loaded: LoadedFleet,
  clusters: readonly ClusterSummary[],
): readonly Finding[] {
  const names = new Map(clusters.map(({ index, name }) => [index, name]));
  const ordered = [...problems].sort((a, b) => (a.cluster ?? -1) - (b.cluster ?? -1));
  return ordered.map(({ cluster: index, ...problem }): Finding => {
    const owner = index === undefined ? loaded : (loaded.clusters[index] ?? loaded);
    const cluster = index === undefined ? undefined : names.get(index);
    return { ...problem, ...(cluster ? { clusters: [cluster] } : {}), place: owner.locate(problem.path) };
  });
}
