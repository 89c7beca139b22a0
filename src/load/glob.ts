/** File patterns of `clusterFiles`: `*` and `?` within a name, `**` across folders. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files below `root` that match the pattern, sorted by code unit, with forward slashes. Reads no folder it need not. */
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
    const here = rest.length > 0 ? walk(root, folder, rest) : walk(root, folder, ['*']);
    return here.concat(
      entries(root, folder)
        .filter(isFolder)
        .flatMap(entry => walk(root, `${folder}${entry.name}/`, segments)),
    );
  }
  if (segment === '..') return walk(root, `${folder}../`, rest);
  const matches = matcher(segment);
  const found = entries(root, folder).filter(entry => matches(entry.name));
  if (rest.length > 0) {
    return found.filter(isFolder).flatMap(entry => walk(root, `${folder}${entry.name}/`, rest));
  }
  return found.filter(entry => !isFolder(entry)).map(entry => folder + entry.name);
}

interface Entry {
  readonly name: string;
  isDirectory(): boolean;
}

const isFolder = (entry: Entry): boolean => entry.isDirectory();

function entries(root: string, folder: string): readonly Entry[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).filter(entry => !entry.name.startsWith('.'));
  } catch {
    return [];
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
