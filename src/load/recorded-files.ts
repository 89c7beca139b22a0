/** What a run read, and a digest of what it saw: a run that sees the same again gives the same again. */

import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { DISK, type Files } from './files';

/** A file that was read: its path as it was named, and a digest of its text, or the error. */
export type Seen = readonly [path: string, digest: string];

/** Files that remember which texts were read of them. */
export interface RecordedFiles extends Files {
  /** A digest of a file as this run read it; it is read where it was not. */
  readonly digestOf: (path: string) => string;
  /** Every file that was read; undefined where one changed meanwhile. */
  readonly seen: () => readonly Seen[] | undefined;
  /** Whether the disk has the same file now; it was read for this run then. */
  readonly isAsSeen: (seen: Seen) => boolean;
}

/** Reads from the disk, and remembers it. */
export function recordedFiles(): RecordedFiles {
  const known = new Map<string, string>();
  let isSteady = true;
  const remember = (path: string, digest: string): void => {
    if ((known.get(path) ?? digest) !== digest) isSteady = false;
    known.set(path, digest);
  };
  const text = (path: string): string => {
    try {
      const content = DISK.text(path);
      remember(path, digestOfText(content, path));
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
  const isAsSeen = ([path, digest]: Seen): boolean => {
    read(path);
    return known.get(path) === digest;
  };
  const digestOf = (path: string): string => {
    if (!known.has(path)) read(path);
    return known.get(path) ?? '';
  };
  return { ...DISK, text, digestOf, seen: () => (isSteady ? [...known] : undefined), isAsSeen };
}

/** A file with this text: with what a link leads to, as a file that the run reads must not be in its output. */
export const digestOfText = (text: string, path: string): string =>
  createHash('sha256')
    .update(`${realpathSync(path)}\0`)
    .update(text)
    .digest('base64');

const digestOfError = (error: unknown): string => `error ${(error as NodeJS.ErrnoException).code ?? ''}`;
