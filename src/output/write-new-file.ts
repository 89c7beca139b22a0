/** Files that are not there yet. */

import { writeFileSync } from 'node:fs';

/**
 * Writes a file, with this mode as far as the mask of the process allows it. With each option, Node hands the text to the file
 * system as it is: a large fleet has 100,000 files.
 *
 * @throws Error of the file system where there is a file already.
 */
export const writeNewFile = (path: string, text: string, mode = 0o666): void =>
  writeFileSync(path, text, { flag: 'wx', encoding: 'utf8', mode, flush: false });
