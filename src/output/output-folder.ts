/** The output folder: written aside as a whole, then swapped, so that it is either the old one or the new one. */

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { OutputFile } from './manifest-file';
import { asOutputError, OutputError } from './output-error';

/** Folders at the top of an output folder. A folder that holds anything else is not ours to replace. */
const OWN_ENTRIES: ReadonlySet<string> = new Set(['clusters', 'argocd', 'hub']);

/** The folder in which the new output is made, and the one the old output is moved to. */
const asideOf = (folder: string): { readonly next: string; readonly last: string } => {
  const name = basename(folder);
  return { next: join(dirname(folder), `.${name}-next`), last: join(dirname(folder), `.${name}-last`) };
};

/**
 * Replaces the folder by the files; where `only` names clusters, the folders of the others stay as they are.
 *
 * @throws OutputError when the folder holds files of somebody else, or cannot be written.
 */
export function replaceFolder(named: string, files: Iterable<OutputFile>, only: readonly string[] = []): void {
  // A link stays a link: what it points to is replaced.
  const folder = existsSync(named) ? realpathSync(named) : named;
  const { next, last } = asideOf(folder);
  try {
    recover(folder, last);
    refuseForeign(folder);
    rmSync(next, { recursive: true, force: true });
    if (only.length > 0) copyOthers(folder, next, only);
    writeFiles(next, files);
    if (existsSync(folder)) renameSync(folder, last);
    renameSync(next, folder);
    rmSync(last, { recursive: true, force: true });
  } catch (error) {
    tidyUp(folder, next, last);
    throw asOutputError(named, error);
  }
}

/** What stands in the way of writing may stand in the way of tidying up too; the next run does it then. */
function tidyUp(folder: string, next: string, last: string): void {
  try {
    rmSync(next, { recursive: true, force: true });
    recover(folder, last);
  } catch {}
}

/** Puts the old output back where a run was killed between its two renames. */
function recover(folder: string, last: string): void {
  if (!existsSync(last)) return;
  if (existsSync(folder)) rmSync(last, { recursive: true, force: true });
  else renameSync(last, folder);
}

/** Refuses a folder with anything in it that an earlier run cannot have written. */
function refuseForeign(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new OutputError(`${folder} is not a folder`);
  const foreign = readdirSync(folder).find(entry => !OWN_ENTRIES.has(entry));
  if (foreign === undefined) return;
  throw new OutputError(`${folder} holds "${foreign}", which is not ours; choose a folder of its own for the output`);
}

function copyOthers(folder: string, next: string, only: readonly string[]): void {
  if (!existsSync(folder)) return;
  const remade = new Set(only.map(name => join('clusters', name)));
  cpSync(folder, next, { recursive: true, filter: path => !remade.has(relative(folder, path)) });
}

function writeFiles(folder: string, files: Iterable<OutputFile>): void {
  const made = new Set<string>();
  makeFolder(folder);
  for (const { path, text } of files) {
    const target = join(folder, path);
    const parent = dirname(target);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    writeFileSync(target, text);
  }
}

/** One level at a time: where a file system refuses new folders, Node's own recursion never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Removes an output folder in which nothing was written, as cdk8s makes one for its standard output. */
export function withdraw(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

/** Paths of all files below a folder, relative to it, sorted. */
export function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw new OutputError(`${folder} is not a folder`);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** How the folder differs from the files: what is missing, left over, or other; of some clusters alone, where they are named. */
export function differences(
  folder: string,
  files: Iterable<OutputFile>,
  only: readonly string[] = [],
): readonly string[] {
  const ours = (path: string): boolean => only.length === 0 || only.some(name => path.startsWith(`clusters/${name}/`));
  const there = new Set(listFiles(folder).filter(ours));
  const found: string[] = [];
  for (const { path, text } of files) {
    if (!there.delete(path)) found.push(`missing: ${path}`);
    else if (readFileSync(join(folder, path), 'utf8') !== text) found.push(`differs: ${path}`);
  }
  return [...found, ...[...there].map(path => `left over: ${path}`)].sort();
}
