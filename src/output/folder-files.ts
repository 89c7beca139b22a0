/** What is directly in each folder of an output. */

/** The files of a folder. */
export interface FolderFiles {
  /** Their names, sorted. Many folders have files of the same names, and share one list. */
  readonly names: readonly string[];
  /** Their bytes, all together. */
  readonly bytes: number;
}

/** Folders by their path in the output, with forward slashes; its top has an empty one. */
export type OutputFolders = ReadonlyMap<string, FolderFiles>;

/** The same, as far as names are known. */
export type FilesByFolder = ReadonlyMap<string, Pick<FolderFiles, 'names'>>;

/** The folder of a path in an output; empty at its top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folders that a folder is in, from the inner to the outer ones; without the top. */
export function foldersAbove(folder: string): readonly string[] {
  const above: string[] = [];
  for (let path = folderOf(folder); path !== ''; path = folderOf(path)) above.push(path);
  return above;
}

/** Lists of names, each of which there is once. */
export class ListsOfNames {
  readonly #known = new Map<string, readonly string[]>();

  /** The list of these names, sorted. */
  public of(names: readonly string[]): readonly string[] {
    const text = [...names].sort().join('/');
    // The names are parts of one text then, which takes less memory than the longer ones that they came from.
    const list = this.#known.get(text) ?? (text === '' ? [] : text.split('/'));
    this.#known.set(text, list);
    return list;
  }
}
