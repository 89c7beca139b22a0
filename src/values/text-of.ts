/** Values of data as texts. */

/**
 * The text of a scalar; null, a map and a list have none. `String` fails on a map with the key `toString`, which is data like any
 * other.
 */
export const textOf = (value: unknown): string => (typeof value === 'object' ? '' : String(value));
