/** An entry without texts that look like credentials, which do not belong in git. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { hideCredentials, looksLikeCredential } from '../findings/credential-text';
import { formatPath } from '../findings/finding';

/** The entry, and the paths of what was removed. */
export interface Cleaned {
  readonly entry: PlainMap;
  readonly removed: readonly string[];
}

/** Removes every setting with such a text in it. */
export function withoutCredentials(entry: PlainMap): Cleaned {
  const removed: string[] = [];
  const isSecret = (text: string): boolean => looksLikeCredential(text) || hideCredentials(text) !== text;
  const clean = (value: unknown, path: readonly (string | number)[]): unknown => {
    if (typeof value === 'string' && isSecret(value)) {
      removed.push(hideCredentials(formatPath(path)));
      return undefined;
    }
    if (Array.isArray(value)) {
      return value.map((item, index) => clean(item, [...path, index])).filter(item => item !== undefined);
    }
    if (!isPlainMap(value)) return value;
    const entries = Object.entries(value).map(([key, item]) =>
      isSecret(key) ? [key, clean(key, [...path, 'key'])] : [key, clean(item, [...path, key])],
    );
    const kept = entries.filter(([, item]) => item !== undefined);
    return kept.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(kept);
  };
  return { entry: (clean(entry, []) ?? {}) as PlainMap, removed };
}
