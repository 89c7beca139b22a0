/** What is directly in each folder of an output. */

/** The files of a folder. */
export interface FolderFiles {
  /** Their names, sorted. Many folders have files of the same names, and share one list. */
  readonly names: readonly string[];
  /** Their bytes, all together. */
  readonly bytes: number;
}

/** All files of a folder as they are to be written. */
export interface NewFolder {
  /** Its path in the output, with forward slashes; empty for the top. */
  readonly folder: string;
  /** Their names, no two the same. Folders that follow each other often have one list. */
  readonly names: readonly string[];
  /** The text of each. */
  readonly texts: readonly string[];
}

/** Folders by their path in the output, with forward slashes; its top has an empty one. */
export type OutputFolders = ReadonlyMap<string, FolderFiles>;

/** The same, as far as names are known. */
export type FilesByFolder = ReadonlyMap<string, Pick<FolderFiles, 'names'>>;

/** The folder of a path in an output; empty at its top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The path of a file in a folder. */
export const pathIn = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** The folders that a folder is in, from the inner to the outer ones; without the top. */
export function foldersAbove(folder: string): readonly string[] {
  const above: string[] = [];
  for (let path = folderOf(folder); path !== ''; path = folderOf(path)) above.push(path);
  return above;
}

/** Lists of names, each of which there is once. */
export class ListsOfNames {
  readonly #known = new Map<string, readonly string[]>();
  /** The names that were asked for last, and their list. */
  #last: readonly string[] = [];
  #list: readonly string[] = [];

  /** The list of these names, sorted. They are looked at once where the same ones are asked for again. */
  public of(names: readonly string[]): readonly string[] {
    if (names !== this.#last) this.#list = this.#find(names);
    this.#last = names;
    return this.#list;
  }

  #find(names: readonly string[]): readonly string[] {
    const text = [...names].sort().join('/');
    // The names are parts of one text then, which takes less memory than the longer ones that they came from.
    const list = this.#known.get(text) ?? (text === '' ? [] : text.split('/'));
    this.#known.set(text, list);
    return list;
  }
}
