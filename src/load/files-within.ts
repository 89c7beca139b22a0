/** Files of one folder and of what is below it: nothing else can be read, whatever a name or a link says. */

import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { DISK, type Files } from './files';

/** Reads below the folder alone; everything outside looks as if it must not be read. */
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

/** A folder that is not there holds nothing. */
function rootOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

/** Whether a relative path leads out of where it begins. */
export const isOutside = (path: string): boolean => path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path);
