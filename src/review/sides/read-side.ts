/** What an argument of review means: an existing path, otherwise a revision. */

import { type Stats, statSync } from 'node:fs';
import { DISK } from '../../load/files';
import { whyUnreadable } from '../../load/yaml/open-yaml';
import { ReviewError } from '../review-error';
import { fleetSide, isFleetText } from './fleet';
import { fileSide, folderSide, read } from './folder';
import { gitSide } from './git';
import type { Side } from './side';

/** What is at a path; nothing where no path can have this name, which a revision may. */
function pathState(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE') return undefined;
    throw new ReviewError(`${path} cannot be read: ${whyUnreadable(error)}`);
  }
}

/**
 * Reads a side.
 *
 * @param fleetFile - the fleet file of a revision without a path
 * @throws ReviewError, GitError if it cannot be read; BrokenFleet if it cannot be built.
 */
export function readSide(argument: string, fleetFile: string): Side {
  const found = pathState(argument);
  if (found === undefined) return gitSide(argument, fleetFile);
  if (found.isDirectory()) return folderSide(argument);
  const text = read(argument);
  return isFleetText(text) ? fleetSide(argument, argument, DISK) : fileSide(argument, text);
}
