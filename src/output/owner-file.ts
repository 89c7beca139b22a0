/** Whose output a folder is: a small file in it that names the fleet file. */

import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { hideCredentials } from '../findings/credential-text';
import { realFolder } from './folder-name';
import { MARK } from './manifest-file';
import { readMarked } from './marked-file';
import { OutputError } from './output-error';
import { tryRealpath } from './replace-file';

/** Its name; no generator over `clusters/*` sees it, and no kubectl reads it. */
export const OWNER_FILE = '.registry-gitops';

/** Its text for this folder and fleet file: the same on every machine. */
export const ownerText = (folder: string, fleetFile: string): string =>
  `${MARK}the output of this fleet file, and of no other.\n${JSON.stringify(fleetNameFor(folder, fleetFile))}\n`;

/**
 * The fleet file as seen from the folder that holds the output, where it is below that; else its name alone: the way there
 * from anywhere else depends on where a machine keeps its files.
 */
function fleetNameFor(folder: string, fleetFile: string): string {
  const above = dirname(resolve(fleetFile));
  const file = join(tryRealpath(above) ?? above, basename(fleetFile));
  const path = relative(dirname(folder), file);
  const isBelow = path !== '..' && !path.startsWith(`..${sep}`);
  return hideCredentials(isBelow ? path.split(sep).join('/') : basename(file));
}

/**
 * Refuses a folder that says it is the output of another fleet.
 *
 * @throws OutputError
 */
export function refuseOthersOutput(named: string, fleetFile: string): void {
  const { owner, own } = ownersOf(named, fleetFile);
  if (owner === undefined || owner === own) return;
  throw new OutputError(
    `${named} is the output of ${owner}, not of ${own}; choose another folder with -o, or delete ${join(named, OWNER_FILE)} where the fleet file was renamed`,
  );
}

/** Whether the folder says that it is the output of another fleet; false where it cannot be asked. */
export function isOthersOutput(named: string, fleetFile: string): boolean {
  try {
    const { owner, own } = ownersOf(named, fleetFile);
    return owner !== undefined && owner !== own;
  } catch {
    return false;
  }
}

/** Whose output the folder says that it is, and what it would say of this fleet. */
function ownersOf(named: string, fleetFile: string) {
  const folder = realFolder(named);
  return { owner: ownerOf(textOf(folder)), own: ownerOf(ownerText(folder, fleetFile)) };
}

/** The fleet file that is named. */
const ownerOf = (text: string | undefined): string | undefined => text?.split('\n')[1];

function textOf(folder: string): string | undefined {
  try {
    return readMarked(join(folder, OWNER_FILE))?.toString('utf8');
  } catch {
    return undefined;
  }
}
