/** Where files of a configuration are read: on disk, or at a revision of a repository. */

import { readdirSync, statSync } from 'node:fs';
import { readTextFile } from './read-file';

/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isDirectory: () => boolean;
  readonly isSymbolicLink: () => boolean;
}

/** Reads files and folders; each throws an error with a `code` of the file system, such as `ENOENT`. */
export interface Files {
  readonly text: (path: string) => string;
  readonly entries: (folder: string) => readonly FolderEntry[];
  /** Whether the path is a folder, links followed; false if it does not exist. */
  readonly isFolder: (path: string) => boolean;
}

/** The disk of this machine. */
export const DISK: Files = {
  text: path => readTextFile(path),
  entries: folder => readdirSync(folder, { withFileTypes: true }),
  isFolder: path => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
};
