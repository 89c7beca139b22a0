/** File names in the configuration are relative to the file they are in; merged settings come from several. */

import { isAbsolute, join } from 'node:path';
import { isPlainMap, type PlainMap } from '../config/plain-map';

/** The same value with every `pemFile`, and every file of a plain Secret, relative to the working folder. */
export function rebaseFiles(value: unknown, folder: string): unknown {
  if (folder === '.' || folder === '') return value;
  return rebase(value, name => (isAbsolute(name) ? name : join(folder, name)));
}

/** Unchanged values stay the same objects, so that what aliases share is not copied. */
function rebase(value: unknown, move: (name: string) => string): unknown {
  return namesFiles(value) ? rebaseParts(value, move) : value;
}

const KEYS: readonly string[] = ['pemFile', 'secret'];

/** What a text has in it that names files, where its keys are written as they are. */
export const FILE_KEYS = new RegExp(KEYS.join('|'));

/** Whether a key that may hold names of files is anywhere in it: most configurations have none, and nothing is made of them. */
function namesFiles(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const key of Object.keys(value)) {
    if (KEYS.includes(key)) return true;
    const below = (value as PlainMap)[key];
    if (typeof below === 'object' && namesFiles(below)) return true;
  }
  return false;
}

function rebaseParts(value: unknown, move: (name: string) => string): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => rebaseParts(item, move));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isPlainMap(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, rebaseEntry(key, item, move)] as const);
  return entries.every(([key, item]) => item === value[key]) ? value : Object.fromEntries(entries);
}

function rebaseEntry(key: string, item: unknown, move: (name: string) => string): unknown {
  if (key === 'pemFile' && typeof item === 'string') return move(item);
  if (key === 'secret' && isPlainMap(item) && isPlainMap(item.files)) {
    return { ...item, files: moveAll(item.files, move) };
  }
  return rebaseParts(item, move);
}

const moveAll = (files: Readonly<Record<string, unknown>>, move: (name: string) => string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(files).map(([key, name]) => [key, typeof name === 'string' ? move(name) : name]));
