/** Folders, one level at a time: where a file system refuses new ones, Node's own recursion never ends. */

import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder and those above it; returns the ones it made, the innermost first. */
export function makeFolder(folder: string, mode?: number): readonly string[] {
  try {
    mkdirSync(folder, { mode });
    return [folder];
  } catch (error) {
    if (existsSync(folder)) return [];
    const parent = dirname(folder);
    if (existsSync(parent)) throw error;
    const above = makeFolder(parent, mode);
    mkdirSync(folder, { mode });
    return [folder, ...above];
  }
}

/** Removes folders as far as they are empty. */
export function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of folders) rmdirSync(folder);
  } catch {
    // Something is in it by now.
  }
}
