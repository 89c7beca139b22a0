/** The output folder, for those who look at it. */

import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { realFolder, writerLockOf } from './folder-name';
import type { OutputFile } from './manifest-file';
import { OutputError } from './output-error';
import { OWNER_FILE } from './owner-file';
import type { Shard } from './shard';

/** Removes an output folder in which nothing was written, as cdk8s makes one for its standard output. */
export function withdraw(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}

/** Whether a run writes the folder now, or was killed while it did. */
export const isBeingWritten = (folder: string): boolean => existsSync(writerLockOf(realFolder(folder)));

/** Paths of whatever is below a folder but folders, relative to it, sorted; an empty list where the folder does not exist. */
export const pathsBelow = (folder: string): readonly string[] => entriesOf(folder).map(({ path }) => path);

/** Files, and links, pipes and the like, which Argo CD may follow. */
function entriesOf(folder: string): readonly { readonly path: string; readonly isFile: boolean }[] {
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) throw new OutputError(`${folder} is not a folder`);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => ({
      path: relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join('/'),
      isFile: entry.isFile(),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** How the folder differs from the files: what is missing, left over, or other; of some clusters or one shard alone, where they are named. */
export function differences(
  folder: string,
  files: Iterable<OutputFile>,
  only: readonly string[] = [],
  shard?: Shard,
): readonly string[] {
  const ours = (path: string): boolean =>
    shard?.compares(path) ?? (only.length === 0 || only.some(name => path.startsWith(`clusters/${name}/`)));
  const isListed = (path: string): boolean => path !== OWNER_FILE && ours(path);
  const present = entriesOf(folder).filter(({ path }) => isListed(path));
  const there = new Set(present.filter(({ isFile }) => isFile).map(({ path }) => path));
  const found: string[] = [];
  for (const { path, text } of files) {
    if (!there.delete(path)) found.push(`missing: ${path}`);
    else if (!hasText(join(folder, path), text)) found.push(`differs: ${path}`);
  }
  const others = present.filter(({ isFile }) => !isFile).map(({ path }) => path);
  return [...found, ...[...there, ...others].map(path => `left over: ${path}`)].sort();
}

/** Whether a file says exactly this; one of another size is not read. */
const hasText = (file: string, text: string): boolean =>
  statSync(file).size === Buffer.byteLength(text) && readFileSync(file, 'utf8') === text;
