/** What cdk8s leaves out of every object it writes: null and undefined, at every depth. */

import { type PlainMap, setKey } from '../../config/plain-map';

/** The same value without keys that are null or undefined; the very same object where nothing has to go. */
export const withoutAbsent = <T>(value: T): T => present(value) as T;

function present(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  if (Array.isArray(value)) return presentItems(value);
  return Object.getPrototypeOf(value) === Object.prototype ? presentKeys(value as PlainMap) : value;
}

function presentItems(list: readonly unknown[]): readonly unknown[] {
  const items = list.map(present);
  return items.every((item, index) => item === list[index]) ? list : items;
}

function presentKeys(map: PlainMap): PlainMap {
  const keys = Object.keys(map);
  const values = keys.map(key => present(map[key]));
  if (keys.every((key, index) => values[index] !== undefined && values[index] === map[key])) return map;
  const copy: PlainMap = {};
  for (const [index, key] of keys.entries()) if (values[index] !== undefined) setKey(copy, key, values[index]);
  return copy;
}
