/** Writes files that do not exist yet. */

import { lstatSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder, removeEmpty } from '../../output/make-folder';
import { asOutputError, OutputError } from '../../output/output-error';
import type { NewFile } from './repository';

/**
 * Writes all files, or none.
 *
 * @throws OutputError where one of them already exists, with its name, or cannot be written.
 */
export function writeNew(folder: string, files: readonly NewFile[]): void {
  const present = files.map(({ path }) => join(folder, path)).find(isThere);
  if (present !== undefined) throw new OutputError(`${present} already exists: nothing was written`);
  const made: (() => void)[] = [];
  for (const { path, text, executable } of files) {
    const file = join(folder, path);
    try {
      const folders = makeFolder(dirname(file));
      made.push(() => removeEmpty(folders));
      writeFileSync(file, text, { flag: 'wx', mode: executable ? 0o777 : 0o666 });
      made.push(() => rmSync(file, { force: true }));
    } catch (error) {
      for (const undo of made.reverse()) undo();
      throw asOutputError(file, error);
    }
  }
}

/** A broken link exists, too. */
function isThere(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
}
