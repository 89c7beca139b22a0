/** How defaults, profiles and a cluster become one: maps merge deep, lists and scalars replace, `null` removes. */

import { isPlainMap, type PlainMap, setKey } from '../config/plain-map';

/** Merges the layers, the first at the bottom, without changing them. */
export function mergeLayers(layers: readonly unknown[]): unknown {
  return layers.reduce<unknown>((below, above) => mergeTwo(below, above), {});
}

function mergeTwo(below: unknown, above: unknown): unknown {
  if (!isPlainMap(above)) return above === undefined ? below : withoutNulls(above);
  const merged: PlainMap = isPlainMap(below) ? { ...below } : {};
  for (const [key, value] of Object.entries(above)) {
    if (value === null) delete merged[key];
    else setKey(merged, key, mergeTwo(Object.hasOwn(merged, key) ? merged[key] : undefined, value));
  }
  return merged;
}

/** Empty list items are kept, so that the others keep their index and the check of the shape finds them. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isPlainMap(value)) return value;
  const copy: PlainMap = {};
  for (const [key, item] of Object.entries(value)) if (item !== null) setKey(copy, key, withoutNulls(item));
  return copy;
}
