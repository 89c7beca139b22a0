/** What a run wrote into a folder where nothing was before: nobody needs to look at it to know what is there. */

import { type FolderFiles, foldersAbove, ListsOfNames, type OutputFolders } from './folder-files';

/** All files of an output. */
export interface WrittenOutput {
  readonly folders: OutputFolders;
  /** The paths of the files that were written before and after all others. */
  readonly first: string;
  readonly last: string;
}

/** Takes in files one by one, in the order in which they are written; those of a folder mostly follow each other. */
export class WrittenFiles {
  readonly #folders = new Map<string, FolderFiles>();
  readonly #lists = new ListsOfNames();
  /** The folder of the last file, and what was written there since the file before was in another one. */
  #folder = '';
  #names: string[] = [];
  #bytes = 0;
  #first: string | undefined;
  #last = '';

  /** Takes a file, whose path has forward slashes, in the folder of that path. */
  public add(folder: string, path: string, text: string): void {
    if (folder !== this.#folder) this.#close(folder);
    this.#names.push(folder === '' ? path : path.slice(folder.length + 1));
    this.#bytes += Buffer.byteLength(text);
    this.#first ??= path;
    this.#last = path;
  }

  /** What was written; undefined where nothing was. */
  public end(): WrittenOutput | undefined {
    if (this.#first === undefined) return undefined;
    this.#close('');
    return { folders: this.#folders, first: this.#first, last: this.#last };
  }

  #close(next: string): void {
    this.#put(this.#folder, this.#names, this.#bytes);
    for (const folder of foldersAbove(this.#folder)) if (!this.#folders.has(folder)) this.#put(folder, [], 0);
    this.#folder = next;
    this.#names = [];
    this.#bytes = 0;
  }

  #put(folder: string, added: readonly string[], more: number): void {
    const { names, bytes } = this.#folders.get(folder) ?? { names: [], bytes: 0 };
    this.#folders.set(folder, { names: this.#lists.of([...names, ...added]), bytes: bytes + more });
  }
}
