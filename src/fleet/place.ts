/** Problems get their places, file by file: the syntax tree of a file is held only while it is being asked. */

import { type ConfigPath, type Finding, formatPath, type Place } from '../findings/finding';
import type { LoadedFleet } from '../load/load-fleet';
import type { ClusterSummary, FleetProblem } from '../rules/fleet/fleet-rule';

/** Findings about all clusters together, with names and places. */
export function placeInFleet(
  problems: readonly FleetProblem[],
  loaded: LoadedFleet,
  clusters: readonly ClusterSummary[],
): readonly Finding[] {
  if (problems.length === 0) return [];
  const names = new Map(clusters.map(({ index, name }) => [index, name]));
  const earlierPlaces = placesOfEarlier(problems, loaded);
  return inOrder(problems, ({ cluster = -1 }) => cluster).map(({ cluster: index, earlier, ...problem }): Finding => {
    const owner = index === undefined ? undefined : loaded.clusters[index];
    const cluster = index === undefined ? undefined : names.get(index);
    const before = earlier === undefined ? undefined : earlierPlaces.get(keyOf(earlier, problem.path));
    return {
      ...problem,
      what: before === undefined ? problem.what : `${problem.what}: ${before.file}:${before.line}`,
      ...(cluster ? { clusters: [cluster] } : {}),
      place: owner ? owner.locate(problem.path) : loaded.locate(problem.path),
    };
  });
}

/** Where earlier clusters have the same, each looked up once. */
function placesOfEarlier(problems: readonly FleetProblem[], loaded: LoadedFleet): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const repeating = problems.filter(({ earlier }) => earlier !== undefined);
  for (const { earlier = -1, path } of inOrder(repeating, problem => problem.earlier ?? -1)) {
    const place = places.has(keyOf(earlier, path)) ? undefined : loaded.clusters[earlier]?.locate(path);
    if (place !== undefined) places.set(keyOf(earlier, path), place);
  }
  return places;
}

const keyOf = (cluster: number, path: ConfigPath): string => `${cluster} ${formatPath(path)}`;

const inOrder = (problems: readonly FleetProblem[], of: (problem: FleetProblem) => number): readonly FleetProblem[] =>
  [...problems].sort((a, b) => of(a) - of(b));
