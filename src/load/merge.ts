/** How defaults, profiles and a cluster become one: maps merge deep, lists and scalars replace, `null` removes. */

import { copyOf, hasEmptyKey, isPlainMap, type PlainMap } from '../config/plain-map';
import { setKey } from '../values/set-key';

/**
 * Merges the layers, the first at the bottom, without changing them. What only one layer says is not copied: it is the same
 * object in every cluster that has the layer, so that what was found out about it once holds for all of them.
 */
export function mergeLayers(layers: readonly unknown[]): unknown {
  return layers.reduce<unknown>((below, above) => mergeTwo(below, above), {});
}

/** The same of two, the lower of which was merged before: it has no key without a value. */
export function mergeTwo(below: unknown, above: unknown): unknown {
  if (!isPlainMap(above)) return above === undefined ? below : withoutNulls(above);
  if (!isPlainMap(below)) return withoutNulls(above);
  const merged = copyOf(below);
  for (const key of Object.keys(above)) {
    const value = above[key];
    if (value === null) delete merged[key];
    else if (typeof value === 'string') setKey(merged, key, value);
    else setKey(merged, key, mergeTwo(Object.hasOwn(merged, key) ? merged[key] : undefined, value));
  }
  return merged;
}

/** Empty list items are kept, so that the others keep their index and the check of the shape finds them. */
function withoutNulls(value: unknown): unknown {
  if (!hasEmptyKey(value)) return value;
  return Array.isArray(value) ? value.map(withoutNulls) : withoutEmptyKeys(value as PlainMap);
}

function withoutEmptyKeys(map: Readonly<PlainMap>): PlainMap {
  const copy: PlainMap = {};
  for (const [key, item] of Object.entries(map)) if (item !== null) setKey(copy, key, withoutNulls(item));
  return copy;
}
