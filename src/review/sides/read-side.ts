/** What an argument of review means: an existing path, otherwise a revision. */

import { statSync } from 'node:fs';
import { DISK } from '../../load/files';
import { fleetSide, isFleetText } from './fleet';
import { fileSide, folderSide, read } from './folder';
import { gitSide } from './git';
import type { Side } from './side';

/**
 * Reads a side.
 *
 * @param fleetFile - the fleet file of a revision without a path
 * @throws ReviewError, GitError if it cannot be read; BrokenFleet if it cannot be built.
 */
export function readSide(argument: string, fleetFile: string): Side {
  const found = statSync(argument, { throwIfNoEntry: false });
  if (found === undefined) return gitSide(argument, fleetFile);
  if (found.isDirectory()) return folderSide(argument);
  const text = read(argument);
  return isFleetText(text) ? fleetSide(argument, argument, DISK) : fileSide(argument, text);
}
