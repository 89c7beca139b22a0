/**
 * The swap of the output folder, and what a killed run left of one.
 *
 * Beside the folder a run makes `next`, moves the folder to `last`, and `next` to its place; then the fleet's lock is
 * written, and `last` becomes `done`. So `last` is whole wherever it exists, and the lock tells which of the two counts.
 * Where a run changes only a few files of many, these are exchanged instead (`exchange.ts`).
 */

import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readTextFile } from '../load/read-file';
import { type ExchangeFolders, undoExchange } from './exchange';
import { readMarked } from './marked-file';
import { digestOf } from './present-output';
import { besideFile, tryRealpath } from './replace-file';
import type { Journal } from './writer-lock';

/** What one run makes beside the folder; the random part of the names keeps them apart from everything else. */
interface Aside extends ExchangeFolders {
  readonly last: string;
}

/** The folders of one run beside the output folder. */
export function asideOf(folder: string, { id }: Pick<Journal, 'id'>): Aside {
  const named = (suffix: string): string => join(dirname(folder), `.${basename(folder)}-${suffix}-${id}`);
  return { next: named('next'), last: named('last'), done: named('done'), open: named('open'), undo: named('undo') };
}

/** Puts the new output in place, and back where `commit` fails. The old output is in `done` afterwards. */
export function swap(folder: string, { next, last, done }: Aside, commit: () => void): void {
  if (existsSync(folder)) renameSync(folder, last);
  else mkdirSync(last);
  try {
    renameSync(next, folder);
    commit();
  } catch (error) {
    if (existsSync(folder)) renameSync(folder, next);
    putBack(last, folder);
    throw error;
  }
  renameSync(last, done);
}

/** Finishes or undoes what a killed run began, and removes what it left. */
export function recover(folder: string, journal: Journal): void {
  const aside = asideOf(folder, journal);
  const { next, last, done, undo } = aside;
  const fleetLock = resolve(dirname(folder), journal.fleetLock);
  const isCommitted = digestOfFile(fleetLock) !== journal.before;
  if (isFolder(undo)) {
    if (isFolder(folder) && isCommitted) renameSync(undo, done);
    else undoExchange(folder, aside);
  }
  if (isFolder(last)) {
    if (isFolder(folder) && isCommitted) renameSync(last, done);
    else {
      if (isFolder(folder)) renameSync(folder, next);
      putBack(last, folder);
    }
  }
  if (isFolder(next)) rmSync(next, { recursive: true, force: true });
  if (isFolder(done)) removeMarked(done);
  rmSync(besideFile(tryRealpath(fleetLock) ?? fleetLock, journal.id), { force: true });
}

/** An empty one stands for a folder that was not there. */
function putBack(last: string, folder: string): void {
  if (readdirSync(last).length === 0) rmdirSync(last);
  else renameSync(last, folder);
}

/**
 * Removes an old output, file by file, and leaves what is not ours.
 *
 * @throws Error of the file system for what is left.
 */
export function removeMarked(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeMarked(path);
    else if (entry.isFile() && readMarked(path) !== undefined) rmSync(path);
  }
  rmdirSync(folder);
}

/** A digest of a file's content; of nothing where it cannot be read. */
export function digestOfFile(file: string): string {
  try {
    return digestOf(readTextFile(file));
  } catch {
    return '';
  }
}

/** A link is not a folder. */
const isFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
