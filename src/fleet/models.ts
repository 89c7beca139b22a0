/** The models of a checked fleet, resolved one at a time. */

import type { Cluster } from '../config/shape/cluster';
import type { RegistryModel } from '../model/model';
import { resolve } from '../model/resolve';
import type { CheckedFleet } from './check-fleet';

/** Resolves each cluster again: holding thousands of models would cost more than resolving them twice. */
export function* modelsOf(
  { loaded, clusters, inputs }: CheckedFleet,
  only: readonly string[],
): Generator<RegistryModel> {
  const asked = new Set(only);
  const sorted = [...clusters].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { index, name } of sorted) {
    if (asked.size > 0 && !asked.has(name)) continue;
    yield resolve(loaded.clusters[index]?.merged() as Cluster, inputs);
  }
}
