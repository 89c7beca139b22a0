/** The new output, aside: made only when something differs from the present one, whose unchanged files it shares. */

import { constants, copyFileSync, existsSync, linkSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Differences } from './exchange';
import { folderOf, type NewFolder, pathIn } from './folder-files';
import { makeFolder } from './make-folder';
import type { OutputChanges } from './output-changes';
import { OWNER_FILE } from './owner-file';
import type { PresentOutput } from './present-output';
import { writeNewFile } from './write-new-file';
import { WrittenFiles, type WrittenOutput } from './written-files';

/** A folder of the present output whose files are those of the new one. */
export interface KeptFolder {
  /** Its path in the output. */
  readonly kept: string;
}

/** While files are exchanged there is no output folder: more would take longer than people do not notice. */
const MOST_EXCHANGED = 1_000;
/** How many times as many files must stay. */
const LARGER = 16;

/** Takes in the files of the new output, folder by folder. */
export class NextOutput {
  readonly #kept = new Set<string>();
  readonly #keptFolders = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #counts = { same: 0, changed: 0, added: 0 };
  /** The first of those that are counted; more are never exchanged. */
  readonly #changed: string[] = [];
  readonly #added: string[] = [];
  readonly #written = new WrittenFiles();
  #isStarted = false;

  /** `folder` is where it is made; nothing may be there. `present` is the output in `shared`. */
  public constructor(
    private readonly folder: string,
    private readonly shared: string,
    private readonly present: PresentOutput,
  ) {}

  /** Takes the files of a folder. */
  public add(files: NewFolder): void {
    const { folder, names, texts } = files;
    for (const [index, name] of names.entries()) this.#take(folder, pathIn(folder, name), texts[index] ?? '');
    if (!this.#isShared) this.#written.add(files);
  }

  #take(folder: string, path: string, text: string): void {
    if (this.present.holds(path, text)) this.keep(path);
    else {
      const isThere = this.present.has(path);
      this.#count(path, isThere ? 'changed' : 'added');
      const differing = isThere ? this.#changed : this.#added;
      if (differing.length <= MOST_EXCHANGED) differing.push(path);
      this.#start();
      this.#make(folder);
      writeNewFile(`${this.folder}/${path}`, text);
    }
  }

  /** Takes every file of a folder of the present output as it is. */
  public keepFolder({ kept }: KeptFolder): void {
    this.#keptFolders.add(kept);
    this.#counts.same += this.present.countWithin(kept);
  }

  /** Takes a file of the present output as it is. */
  public keep(path: string): void {
    this.#count(path, 'same');
    this.#kept.add(path);
  }

  /**
   * Ends it, and says what is to be put in place of the present output: nothing where they are the same, the few files that
   * differ, or the folder as a whole.
   */
  public finish(): 'nothing' | 'whole' | Differences {
    const isThere = existsSync(this.shared);
    if (!this.#isStarted && isThere && this.#kept.has(OWNER_FILE) && this.changes().removed === 0) return 'nothing';
    this.#start();
    const few = isThere ? this.#fewDifferences() : undefined;
    if (few !== undefined) return few;
    for (const path of this.#kept) this.#share(path);
    for (const folder of this.#keptFolders) for (const path of this.present.within(folder)) this.#share(path);
    return 'whole';
  }

  /** How it differs from the present output. */
  public changes(): OutputChanges {
    const { same, changed, added } = this.#counts;
    const present = this.present.size - (this.present.has(OWNER_FILE) ? 1 : 0);
    return { files: same + changed + added, changed, added, removed: present - same - changed };
  }

  /** All of it, where nothing is shared with the present output. */
  public written(): WrittenOutput | undefined {
    return this.#isShared ? undefined : this.#written.end();
  }

  /** Whether anything of the present output is taken. */
  get #isShared(): boolean {
    return this.#kept.size > 0 || this.#keptFolders.size > 0;
  }

  #fewDifferences(): Differences | undefined {
    const { changed, added, removed } = this.changes();
    const differing = changed + added + removed;
    if (differing > MOST_EXCHANGED || differing * LARGER > this.present.size || !this.#kept.has(OWNER_FILE))
      return undefined;
    const taken = new Set(this.#changed);
    // Twice the same path is an error, which the file system reports.
    if (this.#changed.some(path => this.#isKept(path))) return undefined;
    const left = removed === 0 ? [] : [...this.present.paths()].filter(path => !this.#isKept(path) && !taken.has(path));
    return { changed: this.#changed, added: this.#added, removed: left };
  }

  #isKept(path: string): boolean {
    return this.#kept.has(path) || this.#keptFolders.has(folderOf(path));
  }

  #count(path: string, what: 'same' | 'changed' | 'added'): void {
    if (path !== OWNER_FILE) this.#counts[what] += 1;
  }

  #start(): void {
    if (!this.#isStarted) mkdirSync(this.folder);
    this.#isStarted = true;
  }

  /** One file in both folders, so that it keeps its times. Some file systems cannot do that; it is copied there. */
  #share(path: string): void {
    this.#make(folderOf(path));
    const [from, to] = [join(this.shared, path), `${this.folder}/${path}`];
    try {
      linkSync(from, to);
    } catch {
      const { atime, mtime } = statSync(from);
      copyFileSync(from, to, constants.COPYFILE_EXCL);
      utimesSync(to, atime, mtime);
    }
  }

  /** Makes a folder of the output where it is not there yet. */
  #make(folder: string): void {
    if (this.#folders.has(folder)) return;
    makeFolder(`${this.folder}/${folder}`);
    this.#folders.add(folder);
  }
}
