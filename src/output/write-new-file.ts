/** Files that are not there yet. */

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';

/**
 * Writes a file, without a copy of the text as bytes: a large fleet has 100,000 files.
 *
 * @throws Error of the file system where there is a file already.
 */
export function writeNewFile(path: string, text: string): void {
  const handle = openSync(path, 'wx');
  try {
    const written = writeSync(handle, text);
    if (written < Buffer.byteLength(text)) writeFileSync(handle, Buffer.from(text).subarray(written));
  } finally {
    closeSync(handle);
  }
}
