/** A revision as files: paths are relative to the working folder, as they are on disk. Links are not followed. */

import { isAbsolute, join, normalize, relative } from 'node:path';
import type { Files, FolderEntry } from '../files';
import { LIMITS } from '../yaml/yaml-problem';
import { askLine } from './git';
import type { Revision } from './revision';

/** The files of a revision. All files of a folder are read together, because a folder of clusters is read as a whole. */
export function filesAt(revision: Revision): Files {
  const prefix = askLine(['rev-parse', '--show-prefix']) ?? '';
  const top = askLine(['rev-parse', '--show-toplevel']) ?? '';
  const inRepository = (path: string): string => repositoryPath(path, prefix, top);
  const folders = foldersOf(revision);
  const read = new Map<string, string>();
  const textOf = (name: string): string | undefined => {
    if (!read.has(name)) {
      const folder = name.split('/').slice(0, -1).join('/');
      const names = [...(folders.get(folder)?.values() ?? [])].filter(entry => !entry.isDirectory());
      const beside = names.map(entry => (folder === '' ? entry.name : `${folder}/${entry.name}`));
      for (const [path, text] of revision.texts(withinReach(name, revision.sizes(beside)))) read.set(path, text);
    }
    return read.get(name);
  };
  return {
    text: path => {
      const name = inRepository(path);
      if (folders.has(name)) throw failure('EISDIR', path);
      const blob = revision.blobs.get(name);
      const text = blob === undefined || blob.isLink ? undefined : textOf(name);
      if (text === undefined) throw failure('ENOENT', path);
      return text;
    },
    entries: folder => {
      const found = folders.get(inRepository(folder));
      if (found === undefined) throw failure('ENOENT', folder);
      return [...found.values()];
    },
    isFolder: path => folders.has(inRepository(path)),
  };
}

/** The file, and as many of those beside it as are small enough: a repository may have large files. */
function withinReach(name: string, sizes: ReadonlyMap<string, number>): readonly string[] {
  if ((sizes.get(name) ?? 0) > LIMITS.fileBytes) throw failure('EFBIG', name);
  let left = BESIDE_BYTES;
  const others = [...sizes].filter(([path, size]) => {
    if (path === name || size > left) return false;
    left -= size;
    return true;
  });
  return [name, ...others.map(([path]) => path)];
}

/** How many bytes are read together with a wanted file. */
const BESIDE_BYTES = 32 * 1024 * 1024;

/** The path from the top of the repository; a path outside matches no blob. */
export function repositoryPath(path: string, prefix: string, top: string): string {
  const whole = isAbsolute(path) ? relative(top, path) : join(prefix, path);
  const clean = normalize(whole).replace(/\\/g, '/').replace(/\/$/, '');
  return clean === '.' ? '' : clean;
}

function foldersOf({ blobs }: Revision): ReadonlyMap<string, ReadonlyMap<string, FolderEntry>> {
  const folders = new Map<string, Map<string, FolderEntry>>([['', new Map()]]);
  for (const { path, isLink } of blobs.values()) {
    const parts = path.split('/');
    parts.forEach((name, depth) => {
      const parent = parts.slice(0, depth).join('/');
      const entries = folders.get(parent) ?? new Map<string, FolderEntry>();
      folders.set(parent, entries);
      const isLast = depth === parts.length - 1;
      entries.set(name, { name, isDirectory: () => !isLast, isSymbolicLink: () => isLast && isLink });
    });
  }
  return folders;
}

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code, path });
