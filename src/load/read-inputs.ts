/** Reads the files and environment variables a configuration refers to; each file once. */

import { readFileSync } from 'node:fs';
import type { Inputs } from '../config/inputs';

/** Inputs from this machine, with its clock. */
export function readInputs(): Inputs {
  const files = new Map<string, string | undefined>();
  const file = (path: string): string | undefined => {
    if (!files.has(path)) files.set(path, tryRead(path));
    return files.get(path);
  };
  return { now: new Date(), file, env: name => process.env[name] };
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
