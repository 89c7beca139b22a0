/** One file, written as a whole or not at all. */

import { randomBytes } from 'node:crypto';
import { lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asOutputError, OutputError } from './output-error';

/**
 * Writes the text beside the file and puts it in its place. A link stays a link, and the file keeps its mode.
 *
 * @param id part of the name of what is made beside the file
 * @throws OutputError where it cannot be written; the file is as before then.
 */
export function replaceFile(named: string, text: string, id = randomBytes(8).toString('hex')): void {
  let next = '';
  let made = false;
  try {
    const file = targetOf(named);
    next = besideFile(file, id);
    const mode = statSync(file, { throwIfNoEntry: false })?.mode;
    writeFileSync(next, '', { flag: 'wx', mode });
    made = true;
    writeFileSync(next, text);
    renameSync(next, file);
  } catch (error) {
    if (made) tryRemove(next);
    throw asOutputError(named, error);
  }
}

/** What is made beside a file that is being replaced. */
export const besideFile = (file: string, id: string): string => join(dirname(file), `.${basename(file)}-${id}`);

function targetOf(named: string): string {
  const state = lstatSync(named, { throwIfNoEntry: false });
  if (state === undefined) return named;
  const target = state.isSymbolicLink() ? tryRealpath(named) : named;
  if (target === undefined) throw new OutputError(`${named} is a link to nothing; remove it, or create what it names`);
  if (!statSync(target).isFile()) throw new OutputError(`${named} cannot be written: it is not a file`);
  return target;
}

/** What a link leads to; undefined where it leads nowhere. */
export function tryRealpath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function tryRemove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}
