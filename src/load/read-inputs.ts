/** Reads the files and environment variables a configuration refers to; each file once. */

import type { Inputs } from '../config/inputs';
import { now } from './clock';
import { DISK, type Files } from './files';

/** Inputs from this machine, with its clock or `SOURCE_DATE_EPOCH`; files from elsewhere if given. */
export function readInputs(source: Files = DISK): Inputs {
  const files = new Map<string, string | undefined>();
  const file = (path: string): string | undefined => {
    if (!files.has(path)) files.set(path, tryRead(source, path));
    return files.get(path);
  };
  // Every object has a name such as constructor.
  const env = (name: string): string | undefined => (Object.hasOwn(process.env, name) ? process.env[name] : undefined);
  return { now: now(), file, env, changes: [], states: [] };
}

function tryRead(source: Files, path: string): string | undefined {
  try {
    return source.text(path);
  } catch {
    return undefined;
  }
}
