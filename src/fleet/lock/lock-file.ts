/** `fleet.lock.yaml`: where it is, and how it is read and written. */

import { lstatSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DISK, type Files } from '../../load/files';
import { replaceFile } from '../../output/replace-file';
import { EMPTY_LOCK, type Lock } from './lock';
import { isTrouble, type LockTrouble, lockText, noteText, parseLock } from './lock-text';

/** The lock beside a fleet file: `fleet.yaml` has `fleet.lock.yaml`. */
export const lockFileOf = (fleetFile: string): string =>
  join(dirname(fleetFile), `${basename(fleetFile).replace(/\.ya?ml$/, '')}.lock.yaml`);

/** The lock that a text is of, where that is known without reading it; nothing but `lockText` may have written it. */
export type KnownLock = (text: string) => Lock | undefined;

/** The lock on disk; empty if there is no file. */
export function readLock(file: string, files: Files = DISK, knownLock?: KnownLock): Lock | LockTrouble {
  try {
    const text = files.text(file);
    const known = knownLock?.(text);
    if (known !== undefined) noteText(known, text);
    const read = known ?? parseLock(text);
    if (!isTrouble(read)) SOURCES.set(read, text);
    return read;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !isLink(file, files)) return EMPTY_LOCK;
    return { trouble: `cannot be read${code === undefined ? '' : ` (${code})`}` };
  }
}

/** The text that a lock was read from. */
export const sourceOf = (lock: Lock): string | undefined => SOURCES.get(lock);
const SOURCES = new WeakMap<Lock, string>();

/** A broken link is not the same as no file: its target was removed. */
const isLink = (file: string, files: Files): boolean =>
  files === DISK && lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/**
 * Writes the lock if it changed, as a whole or not at all; only for some clusters, if they are named. `id` marks the
 * temporary files of this run.
 */
export function writeLock(file: string, lock: Lock, only: readonly string[] = [], id?: string): void {
  if (isCurrent(file, lock, only)) return;
  replaceFile(file, textFor(file, lock, only), id);
}

/** Whether the file is what `writeLock` would write. */
export const isCurrent = (file: string, lock: Lock, only: readonly string[] = []): boolean =>
  tryRead(file) === textFor(file, lock, only);

const textFor = (file: string, lock: Lock, only: readonly string[]): string =>
  lockText(only.length === 0 ? lock : inPart(file, lock, only));

/** The lock with only some clusters updated; changes of the others have not happened. */
function inPart(file: string, { clusters, acknowledged }: Lock, only: readonly string[]): Lock {
  const read = readLock(file);
  const before = isTrouble(read) ? EMPTY_LOCK : read;
  const named = Object.entries(clusters).filter(([name]) => only.includes(name));
  const happened = (change: string): boolean =>
    before.acknowledged.includes(change) || only.includes(change.split(' ')[0] ?? '');
  return {
    clusters: { ...before.clusters, ...Object.fromEntries(named) },
    acknowledged: acknowledged.filter(happened),
  };
}

function tryRead(file: string): string | undefined {
  try {
    return DISK.text(file);
  } catch {
    return undefined;
  }
}
