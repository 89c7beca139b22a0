/** `--cluster`: the findings that concern the clusters that are named, where all of them exist. */

import type { Finding } from '../findings/finding';
import { ofClusters } from '../findings/select';
import type { PreparedFleet } from '../main';
import { unknownCluster } from './usage-error';

/** Whether every cluster could be understood: only then are they compared with one another, and with the lock. */
export const isWhole = ({ checked: { clusters, loaded } }: PreparedFleet): boolean =>
  loaded.root !== null && loaded.findings.length === 0 && clusters.length === loaded.clusters.length;

/**
 * The findings of these clusters, or of all where none is named.
 *
 * @throws UsageError for a cluster that is not in the fleet.
 */
export function concerned(
  fleet: PreparedFleet,
  names: readonly string[],
  findings: readonly Finding[] = fleet.findings,
): readonly Finding[] {
  if (names.length > 0) refuseUnknown(fleet, names);
  return ofClusters(findings, names);
}

/** A fleet that cannot be read may well have the cluster. */
function refuseUnknown({ checked: { clusters, loaded }, findings }: PreparedFleet, names: readonly string[]): void {
  const named = [...clusters.map(({ name }) => name), ...findings.flatMap(each => each.clusters ?? [])];
  const known = [...new Set(named)].filter(name => name !== '');
  const unknown = names.find(name => !known.includes(name));
  if (unknown === undefined || loaded.root === null || loaded.findings.length > 0) return;
  throw unknownCluster(unknown, known.sort());
}
