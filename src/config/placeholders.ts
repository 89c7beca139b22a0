/** Values that are still to be filled in, as the starting files of `registry-gitops init` have them. */

import type { ConfigPath } from '../findings/finding';
import { isPlainMap, type PlainMap } from './plain-map';

/** The word in place of a value; also within a longer text. */
export const PLACEHOLDER = 'CHANGE_ME';

/** Where the word is, in a value or in a key. */
export const placeholdersIn = (value: unknown): readonly ConfigPath[] =>
  hasPlaceholder(value) ? placesIn(value, []) : [];

/** Most configurations have none, and no path is made for them. */
function hasPlaceholder(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(PLACEHOLDER);
  if (typeof value !== 'object' || value === null) return false;
  for (const key of Object.keys(value)) {
    if (key.includes(PLACEHOLDER) || hasPlaceholder((value as PlainMap)[key])) return true;
  }
  return false;
}

function placesIn(value: unknown, path: ConfigPath): readonly ConfigPath[] {
  if (typeof value === 'string') return value.includes(PLACEHOLDER) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesIn(item, [...path, index]));
  if (!isPlainMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...path, key];
    return key.includes(PLACEHOLDER) ? [here] : placesIn(item, here);
  });
}
