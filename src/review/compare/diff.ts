/** The fields in which two objects differ. */

import { isPlainMap } from '../../config/plain-map';
import type { FieldPath } from '../change';
import { listKeys } from './lists';

/** One difference; a part that only one side has is one difference for each value in it. */
export interface FieldDiff {
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
  readonly leaves: readonly Leaf[];
}

/** A value that is neither a map nor a list that is compared by item. */
export interface Leaf {
  readonly path: FieldPath;
  readonly before: unknown;
  readonly after: unknown;
}

/** How two objects are compared. */
export interface DiffOptions {
  readonly kind: string;
  /** Only what this side sets counts; absent if both sides are complete. */
  readonly partial?: 'before' | 'after';
}

/** All differences, in the order of the keys. */
export function diff(
  before: unknown,
  after: unknown,
  options: DiffOptions,
  path: FieldPath = [],
): readonly FieldDiff[] {
  if (options.partial === 'before' && after !== undefined && before === undefined) return [];
  if (options.partial === 'after' && before !== undefined && after === undefined) return [];
  if (before === undefined || after === undefined)
    return before === after ? [] : [oneSided(before, after, options, path)];
  if (isPlainMap(before) && isPlainMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap(key => diff(own(before, key), own(after, key), options, [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, options, path);
  return same(before, after) ? [] : [atOnce(before, after, path)];
}

const own = (map: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(map, key) ? map[key] : undefined;

const atOnce = (before: unknown, after: unknown, path: FieldPath): FieldDiff => ({
  ...{ path, before, after },
  leaves: [{ path, before, after }],
});

function oneSided(before: unknown, after: unknown, options: DiffOptions, path: FieldPath): FieldDiff {
  const leaves = leavesOf(before ?? after, options.kind, path).map(([place, value]) =>
    after === undefined ? { path: place, before: value, after } : { path: place, before, after: value },
  );
  return { path, before, after, leaves };
}

function leavesOf(value: unknown, kind: string, path: FieldPath): readonly (readonly [FieldPath, unknown])[] {
  if (isPlainMap(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, item]) => leavesOf(item, kind, [...path, key]));
  }
  const keys = Array.isArray(value) ? listKeys(kind, path) : undefined;
  if (!Array.isArray(value) || keys === undefined || keys.length === 0 || value.length === 0) return [[path, value]];
  return value.flatMap(item => leavesOf(item, kind, [...path, nameOf(item, keys)]));
}

function diffLists(
  before: readonly unknown[],
  after: readonly unknown[],
  options: DiffOptions,
  path: FieldPath,
): readonly FieldDiff[] {
  const keys = listKeys(options.kind, path);
  if (keys === undefined) return same(before, after) ? [] : [atOnce(before, after, path)];
  const old = byName(before, keys);
  const now = byName(after, keys);
  if (keys.length > 0) {
    // Two items of the same name cannot be distinguished.
    if (old.size < before.length || now.size < after.length) {
      return same(before, after) ? [] : [atOnce(before, after, path)];
    }
    const names = [...new Set([...old.keys(), ...now.keys()])].sort();
    // A missing item is removed: a list is always set as a whole.
    const whole: DiffOptions = { kind: options.kind };
    return names.flatMap(name => diff(old.get(name), now.get(name), whole, [...path, name]));
  }
  const gone = [...old].filter(([name]) => !now.has(name)).map(([, item]) => item);
  const come = [...now].filter(([name]) => !old.has(name)).map(([, item]) => item);
  if (gone.length === 0 && come.length === 0) return [];
  return [{ path, before: gone, after: come, leaves: [{ path, before, after }] }];
}

const byName = (list: readonly unknown[], keys: readonly string[]): ReadonlyMap<string, unknown> =>
  new Map(list.map(item => [nameOf(item, keys), item]));

function nameOf(item: unknown, keys: readonly string[]): string {
  if (keys.length === 0) return stable(item);
  const parts = keys.map(key => (isPlainMap(item) ? own(item, key) : undefined)).filter(part => part !== undefined);
  return `[${parts.map(String).join('/')}]`;
}

/** Whether two values are the same; maps whatever the order of their keys. */
export const same = (a: unknown, b: unknown): boolean => a === b || stable(a) === stable(b);

/** JSON with sorted keys. */
export function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (!isPlainMap(value)) return JSON.stringify(value) ?? 'undefined';
  const keys = Object.keys(value).sort();
  return `{${keys.map(key => `${JSON.stringify(key)}:${stable(value[key])}`).join(',')}}`;
}
