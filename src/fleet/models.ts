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
  const sorted = [...clusters].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { index, name } of sorted) {
    if (only.length > 0 && !only.includes(name)) continue;
    yield resolve(loaded.clusters[index]?.merged() as Cluster, inputs);
  }
}
