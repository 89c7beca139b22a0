/** The lock beside the fleet file, compared with the fleet; findings get their places. */

import type { Inputs } from '../../config/inputs';
import { isPlainMap } from '../../config/plain-map';
import type { Finding } from '../../findings/finding';
import { sortFindings } from '../../findings/sort';
import type { LoadedFleet } from '../../load/load-fleet';
import { startOfChange } from '../../model/storage-change';
import type { FleetProblem } from '../../rules/fleet/fleet-rule';
import { type CheckedFleet, type CheckOptions, checkFleet } from '../check-fleet';
import { placeInFleet } from '../place';
import { compareLock, unreadableLock } from './compare';
import { EMPTY_LOCK, identityIn, type Lock, lockFileOf, readLock } from './lock-file';

/** The lock to be written, and all findings of the run. */
export interface CheckedLock {
  readonly file: string;
  readonly lock: Lock;
  readonly findings: readonly Finding[];
}

/** A fleet after its check, and the lock it leads to. */
export interface CheckedWithLock {
  readonly checked: CheckedFleet;
  readonly lock: CheckedLock;
}

/** Checks a fleet, and compares it with the lock beside its file. The lock is read first: it tells what is under way. */
export function checkWithLock(loaded: LoadedFleet, inputs: Inputs, options?: CheckOptions): CheckedWithLock {
  const file = lockFileOf(loaded.file);
  const before = readLock(file);
  const changes = changesUnderWay(loaded.root?.acknowledge, before ?? EMPTY_LOCK);
  const checked = checkFleet(loaded, { ...inputs, changes }, options);
  return { checked, lock: compareWith(before, file, checked) };
}

/** Acknowledged changes that have happened already, or that this run makes happen. */
function changesUnderWay(acknowledge: unknown, lock: Lock): readonly string[] {
  return acknowledgedChanges(acknowledge).filter(change => {
    const cluster = change.split(' ')[0] ?? '';
    const before = identityIn(lock, cluster);
    const happens = before !== undefined && change.startsWith(startOfChange(cluster, before));
    return happens || lock.acknowledged.includes(change);
  });
}

/** The changes that a fleet file acknowledges; its shape is not checked yet. */
export function acknowledgedChanges(acknowledge: unknown): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(acknowledge) ? acknowledge : [];
  return entries.flatMap(entry => (isPlainMap(entry) && typeof entry.change === 'string' ? [entry.change.trim()] : []));
}

/** The comparison, where the fleet is whole: a cluster that could not be read, or has no name, has not vanished. */
function compareWith(before: Lock | undefined, file: string, checked: CheckedFleet): CheckedLock {
  if (before === undefined) return { file, lock: EMPTY_LOCK, findings: withPlaces(checked, [unreadableLock(file)]) };
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
