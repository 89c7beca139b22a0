/** Files that are generated and committed: compared in a test, and written anew with UPDATE_GOLDEN=1. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The committed text, after writing it where an update was asked for. */
export function committed(file: string, generated: string): string {
  const path = join(ROOT, file);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, generated);
  }
  return readFileSync(path, 'utf8');
}

/** The text with what stands between two marks replaced. */
export function between(text: string, mark: string, content: string): string {
  const [begin, end] = [`<!-- ${mark}: begin -->`, `<!-- ${mark}: end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`there are no marks "${mark}"`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}

/** A file of the repository. */
export const fileOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The path of a file of the repository. */
export const pathInRoot = (file: string): string => join(ROOT, file);
