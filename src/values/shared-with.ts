/** Values that are much the same, held in the memory of one. */

import { isPlain } from './plain';
import { sameList } from './same-list';

/**
 * The value, with each part that equals the part at the same place of another one replaced by that. Neither is changed; what is
 * not plain data stays as it is.
 */
export function sharedWith<T>(value: T, other: unknown): T {
  if (Object.is(value, other)) return value;
  if (Array.isArray(value)) return (Array.isArray(other) ? listWith(value, other) : value) as T;
  return isPlain(value) && isPlain(other) ? mapWith(value, other) : value;
}

function listWith(list: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  let isSame = list.length === other.length;
  let changed: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    const before = other[index];
    if (Object.is(item, before)) continue;
    const shared = sharedWith(item, before);
    if (!Object.is(shared, before)) isSame = false;
    if (shared === item) continue;
    changed ??= [...list];
    changed[index] = shared;
  }
  return isSame ? other : (changed ?? list);
}

function mapWith<Map extends Record<string, unknown>>(map: Map, other: Record<string, unknown>): Map {
  let isSame = true;
  let changed: Record<string, unknown> | undefined;
  for (const key in map) {
    const item = map[key];
    const before = other[key];
    if (Object.is(item, before)) continue;
    const shared = sharedWith(item, before);
    if (!Object.is(shared, before)) isSame = false;
    if (shared === item) continue;
    changed ??= { ...map };
    changed[key] = shared;
  }
  // In the same order, too: it is the one in which they are written.
  return (isSame && sameList(Object.keys(map), Object.keys(other)) ? other : (changed ?? map)) as Map;
}
