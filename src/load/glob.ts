/** File patterns of `clusterFiles`: `*` and `?` within a name, `**` across folders. */

import { join } from 'node:path';
import { DISK, type Files, type FolderEntry } from './files';

/**
 * Files below `root` that match the pattern, sorted by code unit, with forward slashes. Reads no folder it need not;
 * names that begin with a dot must be asked for, and `**` does not follow links.
 *
 * @throws Error of the file system for a folder that is there and cannot be read.
 */
export function matchFiles(root: string, pattern: string, files: Files = DISK): readonly string[] {
  const segments = pattern.split('/').filter(segment => segment !== '' && segment !== '.');
  return [...new Set(walk({ root, files }, '', segments))].sort();
}

/** Whether the pattern names one file rather than many. */
export const isLiteral = (pattern: string): boolean => !/[*?]/.test(pattern);

/** Where the walk begins, and how its folders are read. */
interface Ground {
  readonly root: string;
  readonly files: Files;
}

function walk(ground: Ground, folder: string, segments: readonly string[]): string[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [];
  if (segment === '**') {
    const here = walk(ground, folder, rest.length > 0 ? rest : ['*']);
    const below = entries(ground, folder, segment).filter(entry => entry.isDirectory());
    return here.concat(below.flatMap(entry => walk(ground, `${folder}${entry.name}/`, segments)));
  }
  if (segment === '..') return walk(ground, `${folder}../`, rest);
  const matches = matcher(segment);
  const found = entries(ground, folder, segment).filter(entry => matches(entry.name));
  if (rest.length === 0)
    return found.filter(entry => !isFolder(ground, folder, entry)).map(({ name }) => folder + name);
  return found
    .filter(entry => isFolder(ground, folder, entry))
    .flatMap(({ name }) => walk(ground, `${folder}${name}/`, rest));
}

function isFolder({ root, files }: Ground, folder: string, entry: FolderEntry): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return files.isFolder(join(root, folder, entry.name));
}

function entries({ root, files }: Ground, folder: string, segment: string): readonly FolderEntry[] {
  try {
    const all = files.entries(join(root, folder));
    return segment.startsWith('.') ? all : all.filter(({ name }) => !name.startsWith('.'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

function matcher(segment: string): (name: string) => boolean {
  const expression = segment
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  const regex = new RegExp(`^${expression}$`);
  return name => regex.test(name);
}
