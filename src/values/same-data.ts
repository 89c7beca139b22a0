/** Data by what is in it. */

import { isPlain } from './plain';
import { sameList } from './same-list';

/** Whether two values are the same data, their keys in the same order. What is not plain data is the same only as one object. */
export function sameData(some: unknown, other: unknown): boolean {
  if (Object.is(some, other)) return true;
  if (Array.isArray(some)) return Array.isArray(other) && sameItems(some, other);
  return isPlain(some) && isPlain(other) && sameMap(some, other);
}

const sameItems = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((item, index) => sameData(item, others[index]));

function sameMap(some: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(some);
  if (!sameList(keys, Object.keys(other))) return false;
  for (const key of keys) if (!sameData(some[key], other[key])) return false;
  return true;
}
