/** Values of data as texts. */

/**
 * The text of a scalar; a map or list has none. `String` fails on a map with the key `toString`, which is data like any other.
 */
export const textOf = (value: unknown): string => (typeof value === 'object' && value !== null ? '' : String(value));
