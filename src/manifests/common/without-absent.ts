/** What cdk8s leaves out of every object it writes: null and undefined, at every depth. */

import type { PlainMap } from '../../config/plain-map';
import { isPlain } from '../../values/plain';
import { setKey } from '../../values/set-key';

/** The same value without keys that are null or undefined; the very same object where nothing has to go. */
export const withoutAbsent = <T>(value: T): T => present(value) as T;

function present(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value)) return withItems(value, present);
  return isPlain(value) ? withKeys(value, present) : value;
}

/** The list with every item changed; the very same list where none differs. */
export function withItems(list: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const items = list.map(change);
  return items.every((item, index) => item === list[index]) ? list : items;
}

/** The map with every value changed, and without those that are absent then; the very same map where nothing differs. */
export function withKeys(
  map: PlainMap,
  change: (value: unknown, key: string) => unknown,
  nameOf: (key: string) => string = sameName,
): PlainMap {
  let copy: PlainMap | undefined;
  for (const key of Object.keys(map)) {
    const value = change(map[key], key);
    const name = nameOf(key);
    if (copy === undefined && (value === undefined || value !== map[key] || name !== key)) copy = keysBefore(map, key);
    if (copy !== undefined && value !== undefined) setKey(copy, name, value);
  }
  return copy ?? map;
}

const sameName = (key: string): string => key;

function keysBefore(map: PlainMap, end: string): PlainMap {
  const copy: PlainMap = {};
  for (const key of Object.keys(map)) {
    if (key === end) break;
    setKey(copy, key, map[key]);
  }
  return copy;
}
