/** File patterns of `clusterFiles`: `*` and `?` within a name, `**` across folders. */

import { join } from 'node:path';
import { DISK, type Files, type FolderEntry } from './files';

/**
 * Files below `root` that match the pattern, sorted by code unit, with forward slashes. Reads no folder that cannot match;
 * names that begin with a dot must be written out, and `**` does not follow links.
 *
 * @throws Error of the file system for a folder that exists and cannot be read.
 */
export function matchFiles(root: string, pattern: string, files: Files = DISK): readonly string[] {
  if (pattern.length > LONGEST) throw Object.assign(new Error(), { code: 'ENAMETOOLONG' });
  const segments = pattern.split('/').filter(segment => segment !== '' && segment !== '.');
  return [...new Set(walk({ root, files, seen: new Set() }, '', segments))].sort();
}

/** The longest path on Linux. */
const LONGEST = 4096;

/** Whether the pattern names one file rather than many. */
export const isLiteral = (pattern: string): boolean => !/[*?]/.test(pattern);

/** Where the walk begins, and how its folders are read. */
interface Ground {
  readonly root: string;
  readonly files: Files;
  /** Folders already walked with the same rest of the pattern: with several `**` there are many ways to a folder. */
  readonly seen: Set<string>;
}

function walk(ground: Ground, folder: string, segments: readonly string[]): string[] {
  const [segment, ...rest] = segments;
  const here = `${segments.length} ${segment} ${folder}`;
  if (segment === undefined || ground.seen.has(here)) return [];
  ground.seen.add(here);
  if (segment === '**') {
    const found = walk(ground, folder, rest.length > 0 ? rest : ['*']);
    const below = entries(ground, folder, segment).filter(entry => entry.isDirectory());
    return found.concat(below.flatMap(entry => walk(ground, `${folder}${entry.name}/`, segments)));
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

/** On a mismatch goes back only to the last `*`: earlier ones need not be tried again. */
function matcher(segment: string): (name: string) => boolean {
  return name => {
    let [at, pattern] = [0, 0];
    let [star, tried] = [-1, 0];
    while (at < name.length) {
      const wanted = segment[pattern];
      if (wanted === '*') {
        star = pattern++;
        tried = at;
      } else if (wanted === '?' || wanted === name[at]) {
        at += 1;
        pattern += 1;
      } else if (star >= 0) {
        pattern = star + 1;
        at = ++tried;
      } else return false;
    }
    while (segment[pattern] === '*') pattern += 1;
    return pattern === segment.length;
  };
}
