/** Files that carry our mark: the only ones that are ever replaced or removed. */

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { MARK } from './manifest-file';

/** The content of a file that begins with our mark, read only then; links and devices are not opened. */
export function readMarked(file: string): Buffer | undefined {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const state = fstatSync(handle);
    if (!state.isFile() || state.size < MARK.length || state.size > MOST_BYTES) return undefined;
    const start = Buffer.alloc(MARK.length);
    readSync(handle, start, 0, start.length, 0);
    if (start.toString('latin1') !== MARK) return undefined;
    const content = Buffer.alloc(state.size);
    return content.subarray(0, readSync(handle, content, 0, state.size, 0));
  } finally {
    closeSync(handle);
  }
}

/** No manifest comes near it. */
const MOST_BYTES = 64 * 1024 * 1024;
