/** Which folder is meant. */

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readlinkSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { OutputError } from './output-error';
import { tryRealpath } from './replace-file';

/**
 * The folder itself, whatever links lead to it: a link stays a link, and what it points to is replaced.
 *
 * @throws OutputError where a link leads nowhere, and for the root of the file system.
 */
export function realFolder(named: string): string {
  const path = resolve(named);
  const above = tryRealpath(dirname(path)) ?? dirname(path);
  if (lstatSync(named, { throwIfNoEntry: false }) === undefined) return join(above, basename(path));
  const folder = tryRealpath(named) ?? movedAside(join(above, basename(path)));
  if (folder === undefined) throw new OutputError(`${named} is a link to nothing; remove it, or create what it names`);
  if (dirname(folder) !== folder) return folder;
  throw new OutputError(`${named} is the root of the file system; choose a folder with -o`);
}

/** What a link points to, where a run that was killed, or has not ended, has moved it aside. */
function movedAside(link: string): string | undefined {
  if (!lstatSync(link).isSymbolicLink()) return undefined;
  const path = resolve(dirname(link), readlinkSync(link));
  const folder = join(tryRealpath(dirname(path)) ?? dirname(path), basename(path));
  return existsSync(writerLockOf(folder)) ? folder : undefined;
}

/** The file in which the run that writes an output folder has written down what it does. */
export const writerLockOf = (folder: string): string => join(dirname(folder), `.${basename(folder)}-lock`);

/**
 * Which folder it is, as a digest: a copy or a clone of it is another one, and so is the same path on another machine. Its
 * number alone is used again, and on machines that are made from one image it is the same.
 *
 * @throws Error of the file system where there is no such folder.
 */
export function folderIdentity(path: string): string {
  const { ino, birthtimeNs } = statSync(path, { bigint: true });
  return createHash('sha256').update(`${ino}\n${birthtimeNs}`).digest('hex').slice(0, 16);
}
