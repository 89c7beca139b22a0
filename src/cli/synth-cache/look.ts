/** What the file system says of a folder and what is in it, without reading files. */

import { lstatSync, readdirSync } from 'node:fs';
import { type FolderFiles, ListsOfNames } from '../../output/folder-files';
import { OWNER_FILE } from '../../output/owner-file';

/** Looks into folders of an output; links are not followed. */
export class Look {
  readonly #lists = new ListsOfNames();
  /** What was found. */
  public readonly folders = new Map<string, FolderFiles>();
  /**
   * When each file, and each folder below the output, was changed, by its inode, in milliseconds: no program can set that time
   * back, unlike the one people see.
   */
  public readonly times: number[] = [];
  /** The last of them; undefined where nothing was found. */
  public newest: number | undefined;
  /** How many files were written at or after the given time; the one that says whose output it is does not count. */
  public written = 0;

  /** `from` is the time from which files count as written, in milliseconds. */
  public constructor(
    private readonly root: string,
    private readonly from = Number.POSITIVE_INFINITY,
  ) {}

  /** When a folder was changed; undefined where it is not there. */
  public timeOf(folder: string): number | undefined {
    return lstatSync(this.#placeOf(folder), { throwIfNoEntry: false })?.ctimeMs;
  }

  /**
   * Looks into a folder, and gives the paths of those in it.
   *
   * @throws Error of the file system.
   */
  public into(folder: string): readonly string[] {
    const place = this.#placeOf(folder);
    if (folder !== '') this.#note(lstatSync(place).ctimeMs);
    const names: string[] = [];
    const below: string[] = [];
    let bytes = 0;
    const entries = readdirSync(place);
    const isFolder = foldersAmong(place, entries);
    for (const name of entries) {
      const file = `${place}/${name}`;
      const stats = isFolder?.has(name) === true ? undefined : lstatSync(file);
      if (stats === undefined || stats.isDirectory()) below.push(folder === '' ? name : `${folder}/${name}`);
      else {
        names.push(name);
        bytes += stats.size;
        this.#note(stats.ctimeMs);
        if (stats.mtimeMs >= this.from && name !== OWNER_FILE) this.written += 1;
      }
    }
    this.folders.set(folder, { names: this.#lists.of(names), bytes });
    return below;
  }

  /**
   * Looks into a folder and all folders below it.
   *
   * @throws Error of the file system.
   */
  public below(folder = ''): void {
    for (const path of this.into(folder)) this.below(path);
  }

  #note(time: number): void {
    this.times.push(time);
    if (this.newest === undefined || time > this.newest) this.newest = time;
  }

  #placeOf(folder: string): string {
    return folder === '' ? this.root : `${this.root}/${folder}`;
  }
}

/**
 * The names that are of folders; undefined where all look like those of files, as almost everywhere: what the file system
 * says of each shows the folders among them, and to ask it before takes as long as many of them.
 */
function foldersAmong(place: string, names: readonly string[]): ReadonlySet<string> | undefined {
  if (names.every(name => name.includes('.'))) return undefined;
  const entries = readdirSync(place, { withFileTypes: true });
  return new Set(entries.filter(entry => entry.isDirectory()).map(({ name }) => name));
}
