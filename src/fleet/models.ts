/** The models of a checked fleet, one at a time. */

import type { Cluster } from '../config/shape/cluster';
import type { RegistryModel } from '../model/model';
import { resolve } from '../model/resolve';
import type { ClusterSummary } from '../rules/fleet/fleet-rule';
import type { CheckedFleet } from './check-fleet';
import { readingsOf } from './readings';

/** Clusters by name, or those that are named. */
export const byName = ({ clusters }: CheckedFleet, only: readonly string[] = []): readonly ClusterSummary[] =>
  askedFor(clusters, only).sort((a, b) => (a.name < b.name ? -1 : 1));

/** The same, those of a platform one after the other: they are built a tenth faster, where nobody sees the order. */
export const byPlatform = ({ clusters }: CheckedFleet, only: readonly string[]): readonly ClusterSummary[] =>
  askedFor(clusters, only).sort((a, b) => (a.platform < b.platform ? -1 : a.platform > b.platform ? 1 : 0));

function askedFor(clusters: readonly ClusterSummary[], only: readonly string[]): ClusterSummary[] {
  const asked = new Set(only);
  return asked.size === 0 ? [...clusters] : clusters.filter(({ name }) => asked.has(name));
}

/** The model that its check kept, or the same resolved again, of a cluster without mistakes. */
export const modelOf = ({ loaded, inputs, models }: CheckedFleet, { index }: ClusterSummary): RegistryModel =>
  models.take(index) ?? resolve(loaded.clusters[index]?.merged() as Cluster, inputs);

/** The models of clusters by name, or of those that are named; of one with mistakes, as its check understood it. */
export function* modelsOf(checked: CheckedFleet, only: readonly string[]): Generator<RegistryModel> {
  const { loaded, inputs, models } = checked;
  for (const { index } of byName(checked, only)) {
    const understood = (): Cluster => readingsOf(loaded.clusters[index]?.merged()).clusters[0] as Cluster;
    yield models.take(index) ?? resolve(understood(), inputs);
  }
}
