/** The spec of a live object without what says nothing: null, and zero values where an absent field means the same. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import type { LiveObject } from './live';

/** How many levels below a key hold zero values that say nothing; elsewhere, as in an empty selector, they count. */
const LEVELS: Readonly<Record<string, number>> = { proxy: 1, requests: 2, storage: 2, registrySources: 1 };

/** Keys whose zero value is a choice. */
const CHOICES = ['affinity', 'replicas', 'resources'];

/** The spec, or an empty one. */
export function specOf({ kind, value }: LiveObject): PlainMap {
  const spec = isPlainMap(value.spec) ? value.spec : {};
  // A pruner that keeps nothing says so with a zero.
  if (kind === 'ImagePruner') return withoutNulls(spec);
  const entries = Object.entries(spec).map(([key, item]): readonly [string, unknown] => {
    const levels = Object.hasOwn(LEVELS, key) ? (LEVELS[key] ?? 0) : 0;
    // A backend is said by its key alone.
    return [key, isPlainMap(item) ? withoutZeros(item, levels, key === 'storage') : nonNull(item)];
  });
  return Object.fromEntries(entries.filter(([key, item]) => CHOICES.includes(key) || !saysNothing(item)));
}

function withoutZeros(map: PlainMap, levels: number, keepMaps: boolean): unknown {
  if (levels === 0) return withoutNulls(map);
  const entries = Object.entries(map).map(([key, item]): readonly [string, unknown] => [
    key,
    isPlainMap(item) ? withoutZeros(item, levels - 1, false) : nonNull(item),
  ]);
  return Object.fromEntries(entries.filter(([, item]) => (keepMaps && isPlainMap(item)) || !saysNothing(item)));
}

const withoutNulls = (map: PlainMap): PlainMap =>
  Object.fromEntries(
    Object.entries(map)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, nonNull(item)]),
  );

function nonNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nonNull);
  return isPlainMap(value) ? withoutNulls(value) : value;
}

function saysNothing(value: unknown): boolean {
  if (value === null || value === false || value === 0 || value === '' || value === '0s') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
