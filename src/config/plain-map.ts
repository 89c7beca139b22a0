/** Maps as YAML and JSON know them. */

import { setKey } from '../values/set-key';

/** A map with any values. */
export type PlainMap = Record<string, unknown>;

/** Whether the value is a map, and neither a list nor nothing. */
export const isPlainMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy to add keys to: V8 takes ten times as long to add them to a copy that was made by spreading. */
export function copyOf(map: Readonly<PlainMap>): PlainMap {
  const copy: PlainMap = {};
  for (const key of Object.keys(map)) setKey(copy, key, map[key]);
  return copy;
}

/** Whether a key of it, or of a map in it, has no value. */
export function hasEmptyKey(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasEmptyKey);
  if (!isPlainMap(value)) return false;
  for (const key of Object.keys(value)) {
    const below = value[key];
    if (below === null || (typeof below === 'object' && hasEmptyKey(below))) return true;
  }
  return false;
}
