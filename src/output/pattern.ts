/**
 * What objects have in common that differ in nothing but texts: a value with a place for each text that differs. Keys, lists and
 * all other values are those of the objects.
 */

import { isPlain } from '../values/plain';
import { sameList } from '../values/same-list';
import { setKey } from '../values/set-key';
import { Place } from './place';
import type { Json, JsonMap } from './yaml';

/**
 * The value with places for all texts in which another one differs, and for those that it has places for already. Undefined where
 * they differ in anything else. `written` is for the new places.
 */
export function patternOf(value: Json, other: Json, written: Place[]): Json {
  if (value === other) return value;
  if (isPlace(value) || typeof value === 'string') return typeof other === 'string' ? placeIn(written) : undefined;
  if (!isHolder(value) || !isHolder(other) || !haveSameKeys(value, other)) return undefined;
  const pattern: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const [item, otherItem] = [value[key], other[key]];
    const below = patternOf(item, otherItem, written);
    if (below === undefined && item !== otherItem) return undefined;
    setKey(pattern, key, below);
  }
  return Array.isArray(value) ? Object.values(pattern) : pattern;
}

/** Whether a value differs from a pattern in nothing but texts at its places; puts these into `texts`, by index of the place. */
export function fits(value: Json, pattern: Json, texts: string[]): boolean {
  if (value === pattern) return true;
  if (isPlace(pattern)) {
    if (typeof value !== 'string') return false;
    texts[pattern.index] = value;
    return true;
  }
  if (!isHolder(value) || !isHolder(pattern) || !haveSameKeys(value, pattern)) return false;
  for (const key of Object.keys(pattern)) if (!fits(value[key], pattern[key], texts)) return false;
  return true;
}

const isPlace = (value: unknown): value is Place => value instanceof Place;

const placeIn = (written: Place[]): Json => new Place(written) as object as JsonMap;

/** The same keys in the same order. */
const haveSameKeys = (some: JsonMap, other: JsonMap): boolean =>
  Array.isArray(some) === Array.isArray(other) && sameList(Object.keys(some), Object.keys(other));

/** A map, or a list by position. Nothing is known of what is in an object of a class. */
const isHolder = (value: unknown): value is JsonMap => Array.isArray(value) || isPlain(value);
