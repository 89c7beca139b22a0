/**
 * A few files of a large output are exchanged: making all of it again beside the folder would take longer than the rest of the run.
 *
 * Nobody sees a folder that is half old and half new: it is moved aside as `open`, its files are exchanged one by one, and it
 * is moved back. What was there before is in `undo`, from before the first file is exchanged until the fleet's lock is written:
 * `old` has files that are replaced or removed, `added` an entry for each that is new.
 */

import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder';
import { MARK } from './manifest-file';
import { pathsBelow } from './output-folder';

/** How the new output differs from the present one: paths of files. */
export interface Differences {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** The folders beside the output in which one run does it. */
export interface ExchangeFolders {
  /** Files that are changed or added, as they are to be. */
  readonly next: string;
  readonly open: string;
  readonly undo: string;
  /** What is left of the old output when all is done. */
  readonly done: string;
}

/** Where there is a file for each that an exchange adds. */
export const addedIn = ({ undo }: Pick<ExchangeFolders, 'undo'>): string => join(undo, 'added');
const oldIn = ({ undo }: Pick<ExchangeFolders, 'undo'>): string => join(undo, 'old');

/**
 * Exchanges the files and then commits. Where it fails, or the process is killed, `undoExchange` puts the old output back.
 *
 * @throws Error of the file system.
 */
export function exchange(
  folder: string,
  folders: ExchangeFolders,
  { changed, added, removed }: Differences,
  commit: () => void,
): void {
  const { next, open, undo, done } = folders;
  mkdirSync(undo);
  for (const path of added) {
    const entry = join(addedIn(folders), path);
    makeFolder(dirname(entry));
    writeFileSync(entry, `${MARK}it was not there before.\n`);
  }
  renameSync(folder, open);
  for (const path of [...changed, ...removed]) move(path, open, oldIn(folders));
  for (const path of [...changed, ...added]) move(path, next, open);
  for (const path of removed) removeEmptyAbove(open, path);
  renameSync(open, folder);
  commit();
  renameSync(undo, done);
  rmSync(next, { recursive: true, force: true });
}

/** Puts back what an exchange changed, however far it came. */
export function undoExchange(folder: string, folders: ExchangeFolders): void {
  const { open, undo } = folders;
  if (!existsSync(open) && existsSync(folder)) renameSync(folder, open);
  if (existsSync(open)) putBack(folder, folders);
  rmSync(undo, { recursive: true, force: true });
}

function putBack(folder: string, folders: ExchangeFolders): void {
  const { next, open } = folders;
  for (const path of pathsBelow(addedIn(folders))) {
    rmSync(join(open, path), { force: true });
    removeEmptyAbove(open, path);
  }
  for (const path of pathsBelow(oldIn(folders))) move(path, oldIn(folders), open);
  // Another one was made since.
  if (existsSync(folder)) {
    rmSync(next, { recursive: true, force: true });
    renameSync(folder, next);
  }
  renameSync(open, folder);
}

function move(path: string, from: string, to: string): void {
  const target = join(to, path);
  makeFolder(dirname(target));
  renameSync(join(from, path), target);
}

/** Removes the folders of a file as far as they are empty. */
function removeEmptyAbove(root: string, path: string): void {
  const folder = dirname(path);
  const place = join(root, folder);
  if (folder === '.' || !existsSync(place) || readdirSync(place).length > 0) return;
  rmdirSync(place);
  removeEmptyAbove(root, folder);
}
