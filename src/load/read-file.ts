/** Reads one file within limits: anything but a regular file is refused before it is read. */

import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { LIMITS } from './yaml/yaml-problem';

/**
 * The content of a regular file as text.
 *
 * @throws Error with a `code`: of the file system, or `ENOTREG` for a device, a pipe or a socket, or `EFBIG`.
 */
export function readTextFile(path: string, limit: number = LIMITS.fileBytes): string {
  // Opening a device may have side effects, and opening a pipe may block.
  refuse(path, statSync(path), limit);
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const state = fstatSync(handle);
    refuse(path, state, limit);
    return readAll(handle, path, limit, state.size).toString('utf8');
  } finally {
    closeSync(handle);
  }
}

/**
 * The content of a file that may be a pipe too, such as that of `<(command)`, whose other end is waited for.
 *
 * @throws Error with a `code`: of the file system, or `EFBIG`.
 */
export function readTextOnce(path: string, limit: number = LIMITS.fileBytes): string {
  const handle = openSync(path, constants.O_RDONLY);
  try {
    if (fstatSync(handle).isDirectory()) throw failure('EISDIR', path);
    return readAll(handle, path, limit).toString('utf8');
  } finally {
    closeSync(handle);
  }
}

/**
 * What standard input brings, to its end.
 *
 * @throws Error with the `code` `EFBIG` where it brings more.
 */
export const readStandardInput = (limit: number = LIMITS.fileBytes): string =>
  readAll(STANDARD_INPUT, '-', limit).toString('utf8');

const STANDARD_INPUT = 0;

interface FileState {
  readonly size: number;
  readonly isFile: () => boolean;
  readonly isDirectory: () => boolean;
}

function refuse(path: string, state: FileState, limit: number): void {
  if (state.isDirectory()) throw failure('EISDIR', path);
  if (!state.isFile()) throw failure('ENOTREG', path);
  if (state.size > limit) throw failure('EFBIG', path);
}

/** Some files, such as those in /proc, have content but size 0, and some grow while they are read. */
function readAll(handle: number, path: string, limit: number, size = 0): Buffer {
  const parts: Buffer[] = [];
  // One byte more shows that nothing follows.
  let part = Buffer.allocUnsafe(size === 0 ? PART_BYTES : size + 1);
  let filled = 0;
  let length = 0;
  for (;;) {
    const read = readSync(handle, part, filled, part.length - filled, null);
    if (read === 0) {
      const rest = part.subarray(0, filled);
      return parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
    }
    filled += read;
    length += read;
    if (length > limit) throw failure('EFBIG', path);
    if (filled < part.length) continue;
    parts.push(part);
    part = Buffer.allocUnsafe(PART_BYTES);
    filled = 0;
  }
}

const PART_BYTES = 64 * 1024;

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code, path });
