/** Plain data that reports what is read of it. */

/** Stands for the keys of a map, or the length of a list, as such. */
export const KEYS = Symbol('keys');

/** Whether it is a list or a map whose values can be watched; anything else is compared as one value. */
export function isData(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The same data; `read` is called with each key, and the map or list that has it, before its value is given. */
export function watched<Data extends object>(data: Data, read: (holder: object, key: PropertyKey) => void): Data {
  const known = new WeakMap<object, object>();
  const watch = (value: unknown): unknown => {
    if (!isData(value)) return value;
    const before = known.get(value);
    if (before !== undefined) return before;
    const proxy = new Proxy(value, handler);
    known.set(value, proxy);
    return proxy;
  };
  const handler: ProxyHandler<object> = {
    get(holder, key) {
      if (!Array.isArray(holder)) read(holder, key);
      else if (Object.hasOwn(holder, key)) read(holder, key === 'length' ? KEYS : key);
      else if (!(key in holder)) read(holder, KEYS);
      return watch(Reflect.get(holder, key));
    },
    has(holder, key) {
      read(holder, KEYS);
      return Reflect.has(holder, key);
    },
    ownKeys(holder) {
      read(holder, KEYS);
      return Reflect.ownKeys(holder);
    },
    getOwnPropertyDescriptor(holder, key) {
      read(holder, KEYS);
      const found = Reflect.getOwnPropertyDescriptor(holder, key);
      if (found?.configurable !== true) return found;
      // Most who ask want to know whether the key is there, and not its value.
      return { get: () => handler.get?.(holder, key, holder), enumerable: found.enumerable, configurable: true };
    },
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
    setPrototypeOf: refuse,
  };
  return watch(data) as Data;
}

/** What is watched is input, and input is never changed. */
function refuse(): never {
  throw new Error('input must not be changed');
}

/** Reads everything in it: what a result refers to counts as read. */
export function readAll(value: unknown): void {
  if (isData(value)) for (const below of Object.values(value)) readAll(below);
}
