/** What the file system says of files, without reading them. */

import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A regular file, as the file system knows it. */
export interface FileState {
  /** Where it really is, links among its folders followed. */
  readonly place: string;
  /**
   * Names its content: where a file has the same state later, nobody changed, replaced or moved it. It has the time at which
   * its inode was changed, which no program can set. Absent where that is not certain: another change right after this one
   * could have the same time.
   */
  readonly state?: string;
}

/** File systems note times no finer than this, in milliseconds. */
export const GRAIN = 20;

/**
 * Whether what is changed from now on has a different time, both in milliseconds; a file system that notes whole
 * milliseconds may note whole seconds.
 */
export const isPast = (time: number, now: number): boolean => time + GRAIN < now && !Number.isInteger(time);

/** Looks at files, and once at the place of each folder. */
export class FileStates {
  readonly #folders = new Map<string, string>();

  /** Undefined for a link, for a folder and the like, and where it cannot be looked at. */
  public of(path: string): FileState | undefined {
    const asked = Date.now();
    try {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats?.isFile() ? this.#stateOf(path, stats, asked) : undefined;
    } catch {
      return undefined;
    }
  }

  #stateOf(path: string, { dev, ino, size, mtimeMs, ctimeMs }: Stats, asked: number): FileState {
    const place = join(this.#placeOf(dirname(path)), basename(path));
    return isPast(ctimeMs, asked) ? { place, state: [dev, ino, size, mtimeMs, ctimeMs, place].join(' ') } : { place };
  }

  #placeOf(folder: string): string {
    const place = this.#folders.get(folder) ?? realpathSync(folder);
    this.#folders.set(folder, place);
    return place;
  }
}
