/** The lock beside the fleet file, compared with the fleet; findings get their places. */

import type { Finding } from '../findings/finding';
import { sortFindings } from '../findings/sort';
import { compareLock, type LockProblem, unreadableLock } from '../lock/compare';
import { type Lock, lockFileOf, readLock } from '../lock/lock-file';
import type { CheckedFleet } from './check-fleet';

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
  problems: readonly LockProblem[],
): readonly Finding[] {
  const placed = problems.map(({ cluster, ...problem }): Finding => {
    const owner = cluster === undefined ? undefined : loaded.clusters[cluster];
    const name = clusters.find(({ index }) => index === cluster)?.name;
    const place = owner ? owner.locate(problem.path) : loaded.locate(problem.path);
    return { ...problem, ...(name === undefined ? {} : { cluster: name }), place };
  });
  return sortFindings([...findings, ...placed]);
}
