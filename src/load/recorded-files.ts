/** What a run read, and a digest of what it saw: a run that sees the same again gives the same again. */

import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { FileStates } from './file-state';
import { DISK, type Files } from './files';

/** A file that was read: its path as it was named, a digest of its text, or the error, and its state where it is certain. */
export type Seen = readonly [path: string, digest: string, state?: string];

/** Files that remember which texts were read of them. */
export interface RecordedFiles extends Files {
  /** A digest of a file as this run read it; it is read where it was not. */
  readonly digestOf: (path: string) => string;
  /** Every file that was read; undefined where one changed meanwhile. */
  readonly seen: () => readonly Seen[] | undefined;
  /** Whether the disk has the same file now: by its state, or it is read for this run then. */
  readonly isAsSeen: (seen: Seen) => boolean;
}

/** Reads from the disk, and remembers it. */
export function recordedFiles(): RecordedFiles {
  const known = new Map<string, Seen>();
  const states = new FileStates();
  let isSteady = true;
  const remember = (path: string, digest: string, state?: string): void => {
    if ((known.get(path)?.[1] ?? digest) !== digest) isSteady = false;
    known.set(path, state === undefined ? [path, digest] : [path, digest, state]);
  };
  const text = (path: string): string => {
    try {
      // First the state: where the file changes before it is read, no file has that state any more.
      const found = states.of(path);
      const content = DISK.text(path);
      remember(path, digestOfText(content, found?.place ?? realpathSync(path)), found?.state);
      return content;
    } catch (error) {
      remember(path, digestOfError(error));
      throw error;
    }
  };
  const read = (path: string): void => {
    try {
      text(path);
    } catch {
      // What it was is known all the same.
    }
  };
  const isAsSeen = ([path, digest, state]: Seen): boolean => {
    if (state !== undefined && states.of(path)?.state === state) remember(path, digest, state);
    else read(path);
    return known.get(path)?.[1] === digest;
  };
  const digestOf = (path: string): string => {
    if (!known.has(path)) read(path);
    return known.get(path)?.[1] ?? '';
  };
  return { ...DISK, text, digestOf, seen: () => (isSteady ? [...known.values()] : undefined), isAsSeen };
}

/** Of a text, and of where its file really is: a file that the run reads must not be in its output. */
const digestOfText = (text: string, place: string): string =>
  createHash('sha256').update(`${place}\0`).update(text).digest('base64');

const digestOfError = (error: unknown): string => `error ${(error as NodeJS.ErrnoException).code ?? ''}`;
