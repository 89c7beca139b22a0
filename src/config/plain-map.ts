/** Maps as YAML and JSON know them. */

/** A map with any values. */
export type PlainMap = Record<string, unknown>;

/** Whether the value is a map, and neither a list nor nothing. */
export const isPlainMap = (value: unknown): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
