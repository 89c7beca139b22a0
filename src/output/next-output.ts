/** The new output, aside: made only when something differs from the present one, whose unchanged files it shares. */

import { constants, copyFileSync, existsSync, linkSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder';
import type { OutputFile } from './manifest-file';
import type { OutputChanges } from './output-changes';
import { OWNER_FILE } from './owner-file';
import type { PresentOutput } from './present-output';

/** A folder of the present output whose files are those of the new one. */
export interface KeptFolder {
  /** Its path in the output. */
  readonly kept: string;
}

/** Takes in the files of the new output one by one. */
export class NextOutput {
  readonly #kept = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #counts = { same: 0, changed: 0, added: 0 };
  #isStarted = false;

  /** `folder` is where it is made; nothing may be there. `present` is the output in `shared`. */
  public constructor(
    private readonly folder: string,
    private readonly shared: string,
    private readonly present: PresentOutput,
  ) {}

  /** Takes a file. */
  public add({ path, text }: OutputFile): void {
    if (this.present.holds(path, text)) this.keep(path);
    else {
      this.#count(path, this.present.has(path) ? 'changed' : 'added');
      this.#write(path, text);
    }
  }

  /** Takes every file of a folder of the present output as it is. */
  public keepFolder({ kept }: KeptFolder): void {
    for (const path of this.present.within(kept)) this.keep(path);
  }

  /** Takes a file of the present output as it is. */
  public keep(path: string): void {
    this.#count(path, 'same');
    if (this.#isStarted) this.#share(path);
    else this.#kept.add(path);
  }

  /** Ends it, and says whether there is anything to put in place of the present output. */
  public finish(): boolean {
    if (this.#kept.size < this.present.size || !existsSync(this.shared)) this.#start();
    return this.#isStarted;
  }

  /** How it differs from the present output. */
  public changes(): OutputChanges {
    const { same, changed, added } = this.#counts;
    const present = this.present.size - (this.present.has(OWNER_FILE) ? 1 : 0);
    return { files: same + changed + added, changed, added, removed: present - same - changed };
  }

  #count(path: string, what: 'same' | 'changed' | 'added'): void {
    if (path !== OWNER_FILE) this.#counts[what] += 1;
  }

  #start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    mkdirSync(this.folder);
    for (const path of this.#kept) this.#share(path);
  }

  #write(path: string, text: string): void {
    this.#start();
    writeFileSync(this.#target(path), text, { flag: 'wx' });
  }

  /** One file in both folders, so that it keeps its times. Some file systems cannot do that; it is copied there. */
  #share(path: string): void {
    const [from, to] = [join(this.shared, path), this.#target(path)];
    try {
      linkSync(from, to);
    } catch {
      const { atime, mtime } = statSync(from);
      copyFileSync(from, to, constants.COPYFILE_EXCL);
      utimesSync(to, atime, mtime);
    }
  }

  #target(path: string): string {
    const target = join(this.folder, path);
    const parent = dirname(target);
    if (!this.#folders.has(parent)) makeFolder(parent);
    this.#folders.add(parent);
    return target;
  }
}
