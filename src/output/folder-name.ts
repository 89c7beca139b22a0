/** Which folder is meant. */

import { lstatSync } from 'node:fs';
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
  const folder = tryRealpath(named);
  if (folder === undefined) throw new OutputError(`${named} is a link to nothing; remove it, or create what it names`);
  if (dirname(folder) !== folder) return folder;
  throw new OutputError(`${named} is the root of the file system; choose a folder with -o`);
}
