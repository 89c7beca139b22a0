/** File patterns of `clusterFiles`: `*` and `?` within a name, `**` across folders. */

import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Files below `root` that match the pattern, sorted by code unit, with forward slashes. Reads no folder it need not;
 * names that begin with a dot must be asked for, and `**` does not follow links.
 *
 * @throws Error of the file system for a folder that is there and cannot be read.
 */
export function matchFiles(root: string, pattern: string): readonly string[] {
  const segments = pattern.split('/').filter(segment => segment !== '' && segment !== '.');
  return [...new Set(walk(root, '', segments))].sort();
}

/** Whether the pattern names one file rather than many. */
export const isLiteral = (pattern: string): boolean => !/[*?]/.test(pattern);

function walk(root: string, folder: string, segments: readonly string[]): string[] {
  const [segment, ...rest] = segments;
  if (segment === undefined) return [];
  if (segment === '**') {
    const here = walk(root, folder, rest.length > 0 ? rest : ['*']);
    const below = entries(root, folder, segment).filter(entry => entry.isDirectory());
    return here.concat(below.flatMap(entry => walk(root, `${folder}${entry.name}/`, segments)));
  }
  if (segment === '..') return walk(root, `${folder}../`, rest);
  const matches = matcher(segment);
  const found = entries(root, folder, segment).filter(entry => matches(entry.name));
  if (rest.length === 0) return found.filter(entry => !isFolder(root, folder, entry)).map(({ name }) => folder + name);
  return found
    .filter(entry => isFolder(root, folder, entry))
    .flatMap(({ name }) => walk(root, `${folder}${name}/`, rest));
}

function isFolder(root: string, folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return statSync(join(root, folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function entries(root: string, folder: string, segment: string): readonly Dirent[] {
  try {
    const all = readdirSync(join(root, folder), { withFileTypes: true });
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
