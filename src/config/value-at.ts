/** Reaching into a configuration by path. */

import type { ConfigPath } from '../findings/finding';
import { isPlainMap } from './plain-map';

/** The value at the path, or undefined where it does not lead that far. */
export function valueAt(root: unknown, path: ConfigPath): unknown {
  let below = root;
  for (const key of path) {
    if (Array.isArray(below)) below = below[Number(key)];
    else if (isPlainMap(below) && Object.hasOwn(below, key)) below = below[key];
    else return undefined;
  }
  return below;
}

/** The same value with another one at the path; maps that are missing on the way are made. */
export function withValue(root: unknown, [key, ...rest]: ConfigPath, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(root)) return root.map((item, index) => (index === key ? withValue(item, rest, value) : item));
  const map = isPlainMap(root) ? root : {};
  return { ...map, [key]: withValue(map[key], rest, value) };
}
