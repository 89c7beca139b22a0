/** What the takeover script reads: the Config as git has it, and what must not be in the live one. */

import type { FieldPath, TakeoverModel } from '../../model/jobs-model';

/** JSON of an object, its keys sorted, the same on every run. */
export const stableJson = (value: unknown): string => `${JSON.stringify(sorted(value), null, 2)}\n`;

/** The script's data, except for the Config itself. */
export const takeoverFiles = ({ remove, keep, fields }: TakeoverModel): Readonly<Record<string, string>> => ({
  'remove.json': remove.length === 0 ? '' : stableJson({ spec: nullsAt(remove) }),
  'remove.jsonpath': remove.map(path => `{.spec.${path.join('.')}}`).join(''),
  'keep.txt': lines(keep.map(({ path, keys }) => `${path.join('.')} ${keys.join(' ')}`)),
  'fields.txt': lines(fields),
});

const lines = (items: readonly string[]): string => items.map(item => `${item}\n`).join('');

interface Nulls {
  [key: string]: Nulls | null;
}

/** A merge patch that removes every field named. */
export function nullsAt(paths: readonly FieldPath[]): Nulls {
  const root: Nulls = {};
  for (const path of paths) {
    let node = root;
    for (const step of path.slice(0, -1)) {
      const next = node[step] ?? {};
      node[step] = next;
      node = next;
    }
    node[path.at(-1) ?? ''] = null;
  }
  return root;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
