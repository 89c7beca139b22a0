/**
 * What is kept of the output: the names of its files, how long they are, and when runs of ours wrote them. A file that anyone
 * changed, replaced or moved since was changed at another time, by its inode, and so was a folder that got or lost one.
 */

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { looksLikeCredential } from '../../findings/credential-text';
import type { FolderFiles, OutputFolders } from '../../output/folder-files';
import { Positions } from '../../values/positions';
import { Look } from './look';
import { isAllWithin } from './system-find';
import { type Span, within } from './times';

/** An output as a run left it. */
export interface KeptOutput {
  /** The times in which its files, and the folders below it, were changed last. */
  readonly spans: readonly Span[];
  /** Its folders; a digest of them, where names must not be kept: then all names have to be asked for, which takes longer. */
  readonly folders: NamedFolders | string;
}

/** Folders and what is in them. Many have files of the same names: each name is there once, and each list of names. */
interface NamedFolders {
  readonly names: readonly string[];
  /** Positions of names. */
  readonly lists: readonly (readonly number[])[];
  /** Each folder, the position of its list, and the bytes of its files. */
  readonly folders: readonly string[];
  readonly listOf: readonly number[];
  readonly bytes: readonly number[];
}

/**
 * An output, to be kept; `isNamed` is whether its names may be, where they do not look like credentials. Those of the output
 * `before` were looked at.
 */
export function keptOutput(
  folders: OutputFolders,
  spans: readonly Span[],
  isNamed: boolean,
  before?: KeptOutput,
): KeptOutput {
  if (!isNamed) return { spans, folders: digestOf(folders) };
  const named = namedFolders(folders);
  const known = new Set(namesIn(before?.folders));
  const others = namesIn(named).filter(name => !known.has(name));
  return { spans, folders: looksLikeCredential(others.join('\n')) ? digestOf(folders) : named };
}

const namesIn = (folders: KeptOutput['folders'] = ''): readonly string[] =>
  typeof folders === 'string' ? [] : [...folders.names, ...folders.folders];

/** Folders of an output that another program looks through faster than Node, its start included. */
const MANY_FOLDERS = 2_000;

/**
 * The folders of an output, where it is still as it was left; `many` is how many of them are not looked at one by one.
 *
 * @throws Error of the file system, as where a file is not there.
 */
export function foldersAsLeft(
  root: string,
  { folders: kept, spans }: KeptOutput,
  many: number = MANY_FOLDERS,
): OutputFolders | undefined {
  const isOurs = within(spans);
  if (typeof kept === 'string') {
    const look = new Look(root);
    look.below();
    return look.times.every(isOurs) && digestOf(look.folders) === kept ? look.folders : undefined;
  }
  const folders = foldersIn(kept);
  if (!hasTop(root, folders)) return undefined;
  const isLeft = folders.size < many ? undefined : isAllWithin(root, spans);
  if (isLeft !== undefined) return isLeft ? folders : undefined;
  for (const [folder, files] of folders) if (!isSame(root, folder, files, isOurs)) return undefined;
  return folders;
}

/** Whether nothing is directly in the output but what was there: it is moved to its place when all is written. */
function hasTop(root: string, folders: OutputFolders): boolean {
  const above = [...folders.keys()].filter(folder => folder !== '' && !folder.includes('/'));
  const known = [...above, ...(folders.get('')?.names ?? [])];
  return readdirSync(root).sort().join('/') === known.sort().join('/');
}

/** Whether a folder has what it had, and nothing else. */
function isSame(
  root: string,
  folder: string,
  { names, bytes }: FolderFiles,
  isOurs: (time: number) => boolean,
): boolean {
  const place = folder === '' ? root : `${root}/${folder}`;
  if (folder !== '' && !isOurs(lstatSync(place).ctimeMs)) return false;
  let size = 0;
  for (const name of names) {
    const stats = lstatSync(`${place}/${name}`);
    if (!isOurs(stats.ctimeMs)) return false;
    size += stats.size;
  }
  return size === bytes;
}

function namedFolders(folders: OutputFolders): NamedFolders {
  const lists = new Positions<readonly string[]>();
  const listOf = [...folders.values()].map(({ names }) => lists.of(names));
  const names = new Positions<string>();
  return {
    lists: lists.values().map(list => list.map(name => names.of(name))),
    names: names.values(),
    folders: [...folders.keys()],
    listOf,
    bytes: [...folders.values()].map(({ bytes }) => bytes),
  };
}

function foldersIn({ names, lists, folders, listOf, bytes }: NamedFolders): OutputFolders {
  const known = lists.map(list => list.map(position => names[position] ?? ''));
  return new Map(
    folders.map((folder, index) => [folder, { names: known[listOf[index] ?? -1] ?? [], bytes: bytes[index] ?? 0 }]),
  );
}

function digestOf(folders: OutputFolders): string {
  // No name has a zero byte or a slash: what belongs to which folder is certain.
  const lines = [...folders].map(([folder, { names, bytes }]) => `${folder}\0${names.join('/')}\0${bytes}`);
  return createHash('sha256').update(lines.sort().join('\0')).digest('base64');
}
