/** Values that are still to be filled in, as the starting files of `registry-gitops init` have them. */

import type { ConfigPath } from '../findings/finding';
import { isPlainMap } from './plain-map';

/** The word in place of a value; also within a longer text. */
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
