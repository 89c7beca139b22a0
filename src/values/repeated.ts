/** What a list has twice, in a time that grows with the list and not with its square. */

/** The position of each item whose key an earlier one has, with the first of these. */
export function repeated<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<number, T> {
  const first = new Map<string, T>();
  const found = new Map<number, T>();
  for (const [index, item] of list.entries()) {
    const key = keyOf(item);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, item);
    else found.set(index, earlier);
  }
  return found;
}
