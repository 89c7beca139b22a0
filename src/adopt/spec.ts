/** The spec of a live object without null, and without zero values that mean the same as an absent field. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import type { LiveObject } from './live';

/** How many levels below a key have zero values without meaning; elsewhere, as in an empty selector, they count. */
const LEVELS: Readonly<Record<string, number>> = { proxy: 1, requests: 2, storage: 2, registrySources: 1 };

/** Keys whose zero value has a meaning. */
const CHOICES = ['affinity', 'replicas', 'resources'];

/** The spec, or an empty one. */
export function specOf({ kind, value }: LiveObject): PlainMap {
  const spec = isPlainMap(value.spec) ? value.spec : {};
  // A pruner with 0 keeps nothing.
  if (kind === 'ImagePruner') return withoutNulls(spec);
  const entries = Object.entries(spec).map(([key, item]): readonly [string, unknown] => {
    const levels = Object.hasOwn(LEVELS, key) ? (LEVELS[key] ?? 0) : 0;
    // The key alone names the backend.
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
