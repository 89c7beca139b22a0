/** Data, as opposed to objects of a class. */

/** Whether a value is a map of data: no list, and no object of a class. */
export const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
