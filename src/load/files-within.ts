/** Files below one folder: nothing else can be read, whatever a path or link points to. */

import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { DISK, type Files } from './files';

/** Reads only below the folder; everything outside fails with EACCES. */
export function filesWithin(folder: string): Files {
  const root = rootOf(folder);
  const inside = (path: string): string => {
    const real = realpathSync(path);
    if (isOutside(relative(root, real)))
      throw Object.assign(new Error('outside of the folder'), { code: 'EACCES', path });
    return real;
  };
  return {
    text: path => DISK.text(inside(path)),
    entries: path => DISK.entries(inside(path)),
    isFolder: path => {
      try {
        return DISK.isFolder(inside(path));
      } catch {
        return false;
      }
    },
  };
}

/** A missing folder is treated as empty. */
function rootOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

/** Whether a relative path leaves its folder. */
export const isOutside = (path: string): boolean => path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
