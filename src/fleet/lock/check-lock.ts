/** The lock beside the fleet file, or at a revision, compared with the fleet; findings get their places. */

import type { Inputs } from '../../config/inputs';
import { isPlainMap } from '../../config/plain-map';
import type { Finding } from '../../findings/finding';
import { sortFindings } from '../../findings/sort';
import { DISK, type Files } from '../../load/files';
import type { LoadedFleet } from '../../load/load-fleet';
import { realFolder } from '../../output/folder-name';
import { OutputError } from '../../output/output-error';
import { isOthersOutput } from '../../output/owner-file';
import { journalsBeside } from '../../output/writer-lock';
import type { FleetProblem } from '../../rules/fleet/fleet-rule';
import { type CheckedFleet, type CheckOptions, checkFleet } from '../check-fleet';
import { placeInFleet } from '../place';
import { lockProblem } from './change';
import { compareLock } from './compare';
import { openLedger } from './ledger';
import { EMPTY_LOCK, type Lock } from './lock';
import { isCurrent, type KnownLock, lockFileOf, readLock, sourceOf } from './lock-file';
import { isTrouble, type LockTrouble, lockText } from './lock-text';
import { departures } from './moves';
import { type OutputClusters, outputClusters } from './output-clusters';

/** The lock to write, and all findings of the run. */
export interface CheckedLock {
  readonly file: string;
  readonly lock: Lock;
  readonly findings: readonly Finding[];
  /** Whether it was compared with itself: its file is what it leads to. */
  readonly isSame?: boolean;
  /** Whether the fleet, compared with it, is known to lead to it and to nothing to say of it. */
  readonly isStable?: boolean;
}

/** A fleet after its check, and the lock it leads to. */
export interface CheckedWithLock {
  readonly checked: CheckedFleet;
  readonly lock: CheckedLock;
}

/** A revision of the repository to compare with, instead of the files on disk. */
export interface Against {
  /** As the user wrote it. */
  readonly name: string;
  readonly files: Files;
}

/** What is compared with the fleet besides its lock. */
export interface LockOptions extends Partial<CheckOptions> {
  /** The output folder, if its clusters are compared too. */
  readonly output?: string;
  readonly against?: Against;
  /** Whether the fleet has no lock: it comes from standard input. */
  readonly lockless?: boolean;
  /** The lock of the last run, where its text is still the same. */
  readonly knownLock?: KnownLock;
  /** Whether the output is known to have no cluster that this lock does not have. */
  readonly hasOutput?: (lock: Lock) => boolean;
}

/** Checks a fleet, and compares it with the lock. The lock is read first: it shows which changes are under way. */
export function checkWithLock(loaded: LoadedFleet, inputs: Inputs, options: LockOptions = {}): CheckedWithLock {
  const file = lockFileOf(loaded.file);
  const { infos = true, output, against, progress, known, knownLock, hasOutput, checksOnly } = options;
  if (options.lockless === true) {
    const states = acknowledgedChanges(loaded.root?.acknowledge);
    const checked = checkFleet(loaded, { ...inputs, states }, { infos, progress, checksOnly });
    return { checked, lock: { file, lock: EMPTY_LOCK, findings: checked.findings } };
  }
  const files = against?.files ?? DISK;
  const read = readLock(file, files, knownLock);
  const meant = meantBy(acknowledgedChanges(loaded.root?.acknowledge), isTrouble(read) ? EMPTY_LOCK : read);
  const checked = checkFleet(loaded, { ...inputs, ...meant }, { infos, progress, known, checksOnly });
  const isOurs = output !== undefined && !isOthersOutput(output, loaded.file);
  const mayHaveMore = isOurs && !isTrouble(read) && hasOutput?.(read) !== true;
  const there = mayHaveMore ? clustersThere(output, files, read, against) : NO_OUTPUT;
  const lock = compareWith(read, file, checked, there, against);
  const isSame =
    there.names.length === 0 &&
    against === undefined &&
    !isTrouble(read) &&
    sourceOf(read) === lockText(lock.lock, read);
  return { checked, lock: { ...lock, isSame } };
}

const NO_OUTPUT: OutputClusters = { folder: '', names: [] };

/** A run writes beside the folder itself, whatever links lead there. A revision has no interrupted run. */
function clustersThere(output: string, files: Files, lock: Lock, against: Against | undefined): OutputClusters {
  if (against !== undefined) return outputClusters(output, files, lock, []);
  const folder = tryRealFolder(output);
  return folder === undefined
    ? NO_OUTPUT
    : { ...outputClusters(folder, files, lock, journalsBeside(folder)), folder: output };
}

/** A link to nothing is refused by those who write; nothing is in it. */
function tryRealFolder(output: string): string | undefined {
  try {
    return realFolder(output);
  } catch (error) {
    if (error instanceof OutputError) return undefined;
    throw error;
  }
}

/** Whether a run with the lock that is on disk now would find the same, and lead to the same lock: nothing is left to happen. */
export function isSettled({ checked, lock }: CheckedWithLock): boolean {
  const isWritten = isCurrent(lock.file, lock.lock);
  if (lock.isSame === true && isWritten) return true;
  const read = isWritten ? lock.lock : readLock(lock.file);
  if (isTrouble(read)) return false;
  const { changes, states } = checked.inputs;
  const next = meantBy(acknowledgedChanges(checked.loaded.root?.acknowledge), read);
  if (JSON.stringify([next.changes, next.states]) !== JSON.stringify([changes, states])) return false;
  if (isWritten && lock.isStable === true) return true;
  const again = compareWith(read, lock.file, checked, NO_OUTPUT, undefined);
  const isAlike = again.findings === lock.findings || JSON.stringify(again.findings) === JSON.stringify(lock.findings);
  return isAlike && lockText(again.lock) === lockText(lock.lock);
}

/**
 * Moves that have happened or happen in this run, in order; and states that persist, or are acknowledged and not used.
 */
function meantBy(entries: readonly string[], lock: Lock): Pick<Inputs, 'changes' | 'states'> {
  const ledger = openLedger(entries, lock.acknowledged);
  const left = ledger.left();
  const movable = left.length === 0 ? [] : Object.entries(lock.clusters);
  const moves = movable.flatMap(([name, { storage }]) => departures(left, name, storage));
  const lasting: string[] = [];
  for (const { states } of Object.values(lock.clusters)) for (const state of states) lasting.push(state);
  return { changes: [...ledger.used(), ...moves], states: [...lasting, ...left] };
}

/** The changes that a fleet file acknowledges; its shape is not checked yet. */
export function acknowledgedChanges(acknowledge: unknown): readonly string[] {
  const entries: readonly unknown[] = Array.isArray(acknowledge) ? acknowledge : [];
  return entries.flatMap(entry => (isPlainMap(entry) && typeof entry.change === 'string' ? [entry.change.trim()] : []));
}

/** The comparison, if the whole fleet was read: a cluster that could not be read, or has no name, has not vanished. */
function compareWith(
  before: Lock | LockTrouble,
  file: string,
  checked: CheckedFleet,
  output: OutputClusters,
  against: Against | undefined,
): CheckedLock {
  const named = against === undefined ? file : `${against.name}:${file}`;
  if (isTrouble(before))
    return { file, lock: EMPTY_LOCK, findings: withPlaces(checked, [unreadable(before, file, named)]) };
  const whole =
    checked.loaded.root !== null &&
    checked.clusters.length === checked.loaded.clusters.length &&
    checked.clusters.every(({ name }) => name !== '');
  if (!whole || checked.loaded.findings.length > 0) return { file, lock: before, findings: checked.findings };
  const acknowledge = checked.fleet.acknowledge ?? [];
  const { lock, problems, isStable } = compareLock(before, checked.clusters, acknowledge, { file, output });
  // With an error left, it is not known which lock the fleet leads to.
  const isRefused = [...checked.findings, ...problems].some(({ severity }) => severity === 'error');
  const differs = against === undefined || isRefused ? [] : differenceOf(file, lock, against);
  return { file, lock, findings: withPlaces(checked, [...problems, ...differs]), isStable };
}

/** The clusters of the lock on disk must follow from the revision's lock and this fleet, step by step or at once. */
function differenceOf(file: string, wanted: Lock, { name }: Against): readonly FleetProblem[] {
  const here = readLock(file);
  if (isTrouble(here)) return [unreadable(here, file, file)];
  const clustersOf = ({ clusters }: Lock): string => lockText({ clusters, acknowledged: [] });
  if (clustersOf(here) === clustersOf(wanted)) return [];
  const what = `${file} does not match ${name} and this fleet`;
  const fix = `run git checkout ${name} -- ${file}, then synth; if ${name} has no such file, delete it and run synth`;
  return [lockProblem('LOCK_DIFFERS', [], what, { fix })];
}

function unreadable({ trouble, fix }: LockTrouble, file: string, named: string): FleetProblem {
  const words = fix?.replaceAll('FILE', file) ?? `restore it from git: git checkout HEAD -- ${file}`;
  return lockProblem('LOCK_UNREADABLE', [], `${named} ${trouble}`, { fix: words });
}

function withPlaces(
  { loaded, clusters, findings }: CheckedFleet,
  problems: readonly FleetProblem[],
): readonly Finding[] {
  const placed = placeInFleet(problems, loaded, clusters);
  return sortFindings(placed.length === 0 ? findings : [...findings, ...placed]);
}
