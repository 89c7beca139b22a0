/** Values that somebody has still to fill in, as the starting files of `registry-gitops init` have them. */

import type { ConfigPath } from '../findings/finding';
import { isPlainMap } from './plain-map';

/** The word that stands where a value belongs; part of a longer text, too. */
export const PLACEHOLDER = 'CHANGE_ME';

/** Where the word is, in a value or in a key. */
export function placeholdersIn(value: unknown, path: ConfigPath = []): readonly ConfigPath[] {
  if (typeof value === 'string') return value.includes(PLACEHOLDER) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placeholdersIn(item, [...path, index]));
  if (!isPlainMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, key];
    return key.includes(PLACEHOLDER) ? [here] : placeholdersIn(item, here);
  });
}
