/** Which keys of a type's schema a value says nothing of. */

import { definition, dereference, type Schema } from '../../src/config/schema';

/** A part of the configuration. */
export type Fields = Readonly<Record<string, unknown>>;

/** Paths of the keys that none of the values sets. */
export function unsetKeys(type: string, values: readonly unknown[]): readonly string[] {
  return unset(definition(type), values, '');
}

function unset(node: Schema, values: readonly unknown[], path: string): readonly string[] {
  const { properties, items } = dereference(node);
  const set = values.filter(value => value !== undefined);
  if (items) return unset(items, set.flat(), `${path}[]`);
  return Object.entries(properties ?? {}).flatMap(([key, child]) => {
    const below = set.map(value => (value as Fields)[key]).filter(value => value !== undefined);
    const name = path === '' ? key : `${path}.${key}`;
    return below.length === 0 ? [name] : unset(child, below, name);
  });
}
