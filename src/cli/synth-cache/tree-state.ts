/** The state of a folder by what the file system says of its files, without reading them. */

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder, all of it. */
export interface TreeState {
  /** A digest of every path with its kind, size, times, inode and mode. */
  readonly digest: string;
  /** When anything in it last changed, in nanoseconds; by its inode, which no program can set back. */
  readonly newest: bigint;
  /** Modification times of the files by path. */
  readonly modified: ReadonlyMap<string, bigint>;
}

/**
 * Looks at every file below a folder; links are not followed.
 *
 * @throws Error of the file system.
 */
export function treeState(root: string, isMeant: (name: string) => boolean = () => true): TreeState {
  const hash = createHash('sha256');
  const modified = new Map<string, bigint>();
  let newest = 0n;
  const walk = (folder: string): void => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        hash.update(`${path}/\n`);
        walk(path);
      } else if (isMeant(entry.name)) {
        const { size, mtimeNs, ctimeNs, ino, dev, mode } = lstatSync(join(root, path), { bigint: true });
        hash.update(`${path}\0${size} ${mtimeNs} ${ctimeNs} ${ino} ${dev} ${mode}\n`);
        if (ctimeNs > newest) newest = ctimeNs;
        modified.set(path, mtimeNs);
      }
    }
  };
  walk('');
  return { digest: hash.digest('base64'), newest, modified };
}
