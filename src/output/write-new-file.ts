/** Files that are not there yet. */

import { writeFileSync } from 'node:fs';

/** With each option, Node hands the text to the file system as it is: a large fleet has 100,000 files. */
const NEW = { flag: 'wx', encoding: 'utf8', mode: 0o666, flush: false } as const;

/**
 * Writes a file.
 *
 * @throws Error of the file system where there is a file already.
 */
export const writeNewFile = (path: string, text: string): void => writeFileSync(path, text, NEW);
