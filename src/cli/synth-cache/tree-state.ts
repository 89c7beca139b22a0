/** The state of a folder by what the file system says of its files, without reading them. */

import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder, all of it. */
export interface TreeState {
  /** A digest of every path with its kind, size, times, inode and mode. */
  readonly digest: string;
  /** When anything in it last changed, in nanoseconds; by its inode, which no program can set back. */
  readonly newest: bigint;
  /** Paths of the files that were looked at, and of those among them that were written at or after a given time. */
  readonly looked: readonly string[];
  readonly written: readonly string[];
  /** What is directly in each folder. */
  readonly folders: ReadonlyMap<string, FolderState>;
}

/** What is directly in a folder. */
interface FolderState {
  /** Paths of folders. */
  readonly below: readonly string[];
  /** A digest of the files. */
  readonly files: string;
}

/** A state of a moment ago, and the folders in which something changed since. */
export interface Since {
  readonly state: Pick<TreeState, 'folders' | 'newest'>;
  readonly touched: ReadonlySet<string>;
}

/** What is looked at. */
interface Looks {
  readonly isMeant?: (name: string) => boolean;
  readonly since?: Since;
  /** The time from which files count as written, in nanoseconds. */
  readonly written?: bigint;
}

/**
 * Looks at every file below a folder, or at those in touched folders; links are not followed.
 *
 * @throws Error of the file system.
 */
export function treeState(root: string, { isMeant = () => true, since, written: from }: Looks = {}): TreeState {
  const hash = createHash('sha256');
  const looked: string[] = [];
  const written: string[] = [];
  const folders = new Map<string, FolderState>();
  let newest = since?.state.newest ?? 0n;
  const look = (folder: string): FolderState => {
    const below: string[] = [];
    let files = '';
    for (const entry of sorted(readdirSync(join(root, folder), { withFileTypes: true }))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) below.push(path);
      else if (isMeant(entry.name)) {
        const { size, mtimeNs, ctimeNs, ino, dev, mode } = lstatSync(`${root}/${path}`, { bigint: true });
        files += `${path}\0${size} ${mtimeNs} ${ctimeNs} ${ino} ${dev} ${mode}\n`;
        if (ctimeNs > newest) newest = ctimeNs;
        looked.push(path);
        if (from !== undefined && mtimeNs >= from) written.push(path);
      }
    }
    return { below, files: createHash('sha256').update(files).digest('base64') };
  };
  const walk = (folder: string): void => {
    const before = since?.touched.has(folder) === true ? undefined : since?.state.folders.get(folder);
    const state = before ?? look(folder);
    folders.set(folder, state);
    hash.update(`${folder}/\0${state.files}\n`);
    for (const path of state.below) walk(path);
  };
  walk('');
  return { digest: hash.digest('base64'), newest, looked, written, folders };
}

const sorted = (entries: Dirent[]): readonly Dirent[] => entries.sort((a, b) => (a.name < b.name ? -1 : 1));
