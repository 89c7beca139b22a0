/** The lock beside the fleet file, compared with the fleet; findings get their places. */

import type { Finding } from '../../findings/finding';
import { sortFindings } from '../../findings/sort';
import type { FleetProblem } from '../../rules/fleet/fleet-rule';
import type { CheckedFleet } from '../check-fleet';
import { placeInFleet } from '../place';
import { compareLock, unreadableLock } from './compare';
import { type Lock, lockFileOf, readLock } from './lock-file';

/** The lock to be written, and all findings of the run. */
export interface CheckedLock {
  readonly file: string;
  readonly lock: Lock;
  readonly findings: readonly Finding[];
}

/** Compares with the lock, where the fleet is whole: a cluster that could not be read, or has no name, has not vanished. */
export function checkLock(checked: CheckedFleet): CheckedLock {
  const file = lockFileOf(checked.loaded.file);
  const before = readLock(file);
  if (before === undefined) return { file, lock: {}, findings: withPlaces(checked, [unreadableLock(file)]) };
  const whole =
    checked.loaded.root !== null &&
    checked.clusters.length === checked.loaded.clusters.length &&
    checked.clusters.every(({ name }) => name !== '');
  if (!whole || checked.loaded.findings.length > 0) return { file, lock: before, findings: checked.findings };
  const { lock, problems } = compareLock(before, checked.clusters, checked.fleet.acknowledge ?? []);
  return { file, lock, findings: withPlaces(checked, problems) };
}

function withPlaces(
  { loaded, clusters, findings }: CheckedFleet,
  problems: readonly FleetProblem[],
): readonly Finding[] {
  return sortFindings([...findings, ...placeInFleet(problems, loaded, clusters)]);
}
