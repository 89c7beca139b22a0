/** The output folder: written aside as a whole, then swapped, so that it is either the old one or the new one. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { OutputFile } from './manifest-file';

/** Folders at the top of an output folder. A folder that holds anything else is not ours to replace. */
const OWN_ENTRIES: ReadonlySet<string> = new Set(['clusters', 'argocd', 'hub']);

/** The output folder cannot be used. */
export class OutputError extends Error {}

/** The folder in which the new output is made, and the one the old output is moved to. */
const asideOf = (folder: string): { readonly next: string; readonly last: string } => {
  const name = basename(folder);
  return { next: join(dirname(folder), `.${name}-next`), last: join(dirname(folder), `.${name}-last`) };
};

/**
 * Replaces the folder by the files.
 *
 * @throws OutputError when the folder holds files of somebody else, or cannot be written.
 */
export function replaceFolder(folder: string, files: Iterable<OutputFile>): void {
  const { next, last } = asideOf(folder);
  recover(folder, last);
  refuseForeign(folder);
  try {
    rmSync(next, { recursive: true, force: true });
    writeFiles(next, files);
    if (existsSync(folder)) renameSync(folder, last);
    renameSync(next, folder);
    rmSync(last, { recursive: true, force: true });
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    recover(folder, last);
    throw error instanceof OutputError
      ? error
      : new OutputError(`${folder} cannot be written: ${(error as Error).message}`);
  }
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

function writeFiles(folder: string, files: Iterable<OutputFile>): void {
  const made = new Set<string>();
  mkdirSync(folder, { recursive: true });
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

/** Removes an output folder in which nothing was written, as cdk8s makes one for its standard output. */
export function withdraw(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

/** Paths of all files below a folder, relative to it, sorted. */
export function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .sort();
}

/** How the folder differs from the files: what is missing, left over, or other. */
export function differences(folder: string, files: Iterable<OutputFile>): readonly string[] {
  const there = new Set(listFiles(folder));
  const found: string[] = [];
  for (const { path, text } of files) {
    if (!there.delete(path)) found.push(`missing: ${path}`);
    else if (readFileSync(join(folder, path), 'utf8') !== text) found.push(`differs: ${path}`);
  }
  return [...found, ...[...there].map(path => `left over: ${path}`)].sort();
}
