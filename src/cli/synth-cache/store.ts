/** The file of the cache for one fleet: private, replaced as a whole, and believed only where nothing is doubtful. */

import { createHash, hash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { isOutside } from '../../load/files-within';
import { realFolder } from '../../output/folder-name';
import { makeFolder } from '../../output/make-folder';
import { writeNewFile } from '../../output/write-new-file';

/**
 * Where the cache is, as the XDG base directories have it.
 *
 * @throws Error where there is no home: a relative folder would be in the repository.
 */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME: named = '' } = process.env;
  const folder = isAbsolute(named) ? named : join(homedir(), '.cache');
  if (!isAbsolute(folder)) throw new Error('HOME is not an absolute path');
  return join(folder, 'registry-gitops');
}

/** Whether the cache is in a folder, as far as links are known. */
export function isCacheWithin(folder: string): boolean {
  const cache = cacheFolder();
  const place = lstatSync(cache, { throwIfNoEntry: false }) === undefined ? cache : realpathSync(cache);
  return !isOutside(relative(realFolder(folder), place));
}

/** The file for a fleet; what is kept of its parts is in a folder beside it, whose name has an end of its own. */
export const placeOf = (fleetFile: string): string => join(cacheFolder(), `synth-${nameOf(realpathSync(fleetFile))}`);

/** The name of what is kept of a file. */
export const nameOf = (file: string): string => createHash('sha256').update(file).digest('hex').slice(0, 32);

/** A digest of a value that JSON can hold. */
export const digestOf = (value: unknown): string => textDigest(JSON.stringify(value));

/** A digest of a text; in one call, which takes half the time for a short one, where Node has it: from 20.12 on. */
export const textDigest: (text: string) => string =
  hash === undefined
    ? text => createHash('sha256').update(text).digest('base64')
    : text => hash('sha256', text, 'base64');

/** Nothing depends on the cache: where it fails, the run is one without it. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Longest file that is read: the output of ten thousand clusters takes a fiftieth of it, and their findings are far below it. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * What a file holds; undefined where it is damaged, a link, or others can write it or its folder, or where another digest is
 * wanted.
 *
 * @throws Error where the file does not exist.
 */
export function load(file: string, wanted?: string): unknown {
  if (!isPrivateFolder(dirname(file))) return undefined;
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const state = fstatSync(handle);
    if (!state.isFile() || state.size > MOST_BYTES || !isOwn(state) || (state.mode & OF_OTHERS) !== 0) return undefined;
    const [digest, text] = split(readFileSync(handle, 'utf8'));
    return digest === textDigest(text) && digest === (wanted ?? digest) ? JSON.parse(text) : undefined;
  } finally {
    closeSync(handle);
  }
}

/**
 * Replaces the file as a whole, and returns its digest; undefined where it is too large, or its folder is not private.
 *
 * @throws Error of the file system.
 */
export function save(file: string, value: unknown): string | undefined {
  const text = JSON.stringify(value);
  if (text.length > MOST_BYTES / 4) return undefined;
  const folder = dirname(file);
  if (!existsSync(folder)) makeFolder(folder, 0o700);
  if (!isPrivateFolder(folder)) return undefined;
  const digest = textDigest(text);
  const next = `${file}-${randomBytes(8).toString('hex')}`;
  try {
    writeNewFile(next, `${digest}\n${text}`, 0o600);
    renameSync(next, file);
    return digest;
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
}

function split(content: string): readonly [string, string] {
  const end = content.indexOf('\n');
  return [content.slice(0, end), content.slice(end + 1)];
}

/** Modes that let others read or write, and those that let them write. */
const OF_OTHERS = 0o077;
const WRITTEN_BY_OTHERS = 0o022;

const isOwn = ({ uid }: { readonly uid: number }): boolean => process.getuid === undefined || uid === process.getuid();

function isPrivateFolder(folder: string): boolean {
  const state = lstatSync(folder);
  return state.isDirectory() && isOwn(state) && (state.mode & WRITTEN_BY_OTHERS) === 0;
}

/** Removes the files of a folder that are not named; what is not there is removed. */
export function removeOthers(folder: string, named: ReadonlySet<string>): void {
  if (!existsSync(folder) || !isPrivateFolder(folder)) return;
  for (const name of readdirSync(folder)) if (!named.has(name)) rmSync(join(folder, name), { force: true });
}
