/** What a run wrote into a folder where nothing was before: nobody needs to look at it to know what is there. */

import {
  type FolderFiles,
  foldersAbove,
  ListsOfNames,
  type NewFolder,
  type OutputFolders,
  pathIn,
} from './folder-files';

/** All files of an output. */
export interface WrittenOutput {
  readonly folders: OutputFolders;
  /** The paths of the files that were written before and after all others. */
  readonly first: string;
  readonly last: string;
}

const NOTHING: FolderFiles = { names: [], bytes: 0 };

/** Takes in folders in the order in which their files are written. */
export class WrittenFiles {
  readonly #folders = new Map<string, FolderFiles>([['', NOTHING]]);
  readonly #lists = new ListsOfNames();
  #first: string | undefined;
  #last = '';

  /** Takes the files of a folder. */
  public add({ folder, names, texts }: NewFolder): void {
    const [first] = names;
    if (first === undefined) return;
    this.#put(folder, names, bytesOf(texts));
    for (const above of foldersAbove(folder)) if (!this.#folders.has(above)) this.#folders.set(above, NOTHING);
    this.#first ??= pathIn(folder, first);
    this.#last = pathIn(folder, names.at(-1) ?? first);
  }

  /** What was written; undefined where nothing was. */
  public end(): WrittenOutput | undefined {
    return this.#first === undefined ? undefined : { folders: this.#folders, first: this.#first, last: this.#last };
  }

  #put(folder: string, names: readonly string[], bytes: number): void {
    const before = this.#folders.get(folder) ?? NOTHING;
    const all = before.names.length === 0 ? names : [...before.names, ...names];
    this.#folders.set(folder, { names: this.#lists.of(all), bytes: before.bytes + bytes });
  }
}

function bytesOf(texts: readonly string[]): number {
  let bytes = 0;
  for (const text of texts) bytes += Buffer.byteLength(text);
  return bytes;
}
