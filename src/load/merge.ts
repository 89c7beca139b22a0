/** How defaults, profiles and a cluster become one: maps merge deep, lists and scalars replace, `null` removes. */

import { isPlainMap, type PlainMap } from '../config/plain-map';

/** Merges the layers, the first at the bottom; the layers stay as they are. */
export function mergeLayers(layers: readonly unknown[]): unknown {
  return layers.reduce<unknown>((below, above) => mergeTwo(below, above), {});
}

function mergeTwo(below: unknown, above: unknown): unknown {
  if (!isPlainMap(above)) return above === undefined ? below : withoutNulls(above);
  const merged: PlainMap = isPlainMap(below) ? { ...below } : {};
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete merged[key];
    else define(merged, key, mergeTwo(merged[key], value));
  }
  return merged;
}

/** Lists replace as a whole, but nothing in them may be null either. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter(item => item !== null).map(withoutNulls);
  if (!isPlainMap(value)) return value;
  const copy: PlainMap = {};
  for (const [key, item] of Object.entries(value)) if (item !== null) define(copy, key, withoutNulls(item));
  return copy;
}

/** A key called `__proto__` is data like any other. */
function define(target: PlainMap, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true });
  else target[key] = value;
}
