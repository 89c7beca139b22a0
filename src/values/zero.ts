/** Zero values, which a Go type leaves out when it is written. */

import { setKey } from './set-key';

/** The object without the values that a Go type leaves out when it is written: false, zero, empty strings, lists and maps. */
export function withoutZeros<T extends object>(value: T): Partial<T> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = value[key as keyof T];
    if (!isZero(item)) setKey(kept, key, item);
  }
  return kept as Partial<T>;
}

function isZero(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
