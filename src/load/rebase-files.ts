/** File names in the configuration are relative to the file that says them; merged settings come from several. */

import { isAbsolute, join } from 'node:path';
import { isPlainMap } from '../config/plain-map';

/** The same value with every `pemFile`, and every file of a plain Secret, relative to the working folder. */
export function rebaseFiles(value: unknown, folder: string): unknown {
  if (folder === '.' || folder === '') return value;
  return rebase(value, name => (isAbsolute(name) ? name : join(folder, name)));
}

function rebase(value: unknown, move: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map(item => rebase(item, move));
  if (!isPlainMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'pemFile' && typeof item === 'string') return [key, move(item)];
      if (key === 'secret' && isPlainMap(item) && isPlainMap(item.files))
        return [key, { ...item, files: moveAll(item.files, move) }];
      return [key, rebase(item, move)];
    }),
  );
}

const moveAll = (files: Readonly<Record<string, unknown>>, move: (name: string) => string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(files).map(([key, name]) => [key, typeof name === 'string' ? move(name) : name]));
