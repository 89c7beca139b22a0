/** Lists by what is in them. */

/** Whether two lists have the same texts in the same order. */
export function sameList(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) if (some[index] !== others[index]) return false;
  return true;
}
