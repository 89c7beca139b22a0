/** Values that are much the same, held in the memory of one. */

/**
 * The value, with each part that equals the part at the same place of another one replaced by that. Neither is changed; what is
 * not plain data stays as it is.
 */
export function sharedWith<T>(value: T, other: unknown): T {
  if (Object.is(value, other) || !isComposite(value) || !isComposite(other)) return value;
  if (Array.isArray(value)) return (Array.isArray(other) ? sharedList(value, other) : value) as T;
  return (isMap(value) && isMap(other) ? sharedMap(value, other) : value) as T;
}

type PlainMap = Readonly<Record<string, unknown>>;

const isComposite = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isMap = (value: object): value is PlainMap => Object.getPrototypeOf(value) === Object.prototype;

function sharedList(list: readonly unknown[], other: readonly unknown[]): readonly unknown[] {
  const shared = list.map((item, index) => sharedWith(item, other[index]));
  return list.length === other.length && shared.every((item, index) => Object.is(item, other[index])) ? other : shared;
}

function sharedMap(map: PlainMap, other: PlainMap): PlainMap {
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
  return isSame && haveSameKeys(map, other) ? other : (changed ?? map);
}

/** In the same order, in which they are written. */
function haveSameKeys(map: PlainMap, other: PlainMap): boolean {
  const keys = Object.keys(map);
  const others = Object.keys(other);
  return keys.length === others.length && keys.every((key, index) => key === others[index]);
}
