/** Places in objects: patterns that match them, and how they are shown. */

import type { FieldPath } from '../change';

/** Segments of a pattern: `*` is any one segment, `**` at the end any number of them, also zero. */
export type Pattern = readonly string[];

/** A pattern from text with dots; keys with dots are written as a list. */
export const patternOf = (text: string | Pattern): Pattern => (typeof text === 'string' ? text.split('.') : text);

/** Whether the path matches the pattern. */
export function matches(pattern: Pattern, path: FieldPath): boolean {
  const open = pattern[pattern.length - 1] === '**';
  const fixed = open ? pattern.slice(0, -1) : pattern;
  if (open ? path.length < fixed.length : path.length !== fixed.length) return false;
  return fixed.every((segment, index) => segment === '*' || segment === path[index]);
}

/** `spec.routes[public].hostname`, `metadata.annotations["a.b/c"]`. */
export function showPath(path: FieldPath): string {
  return path
    .map((segment, index) => {
      if (segment.startsWith('[')) return segment;
      const quoted = /[^\w-]/.test(segment) ? `[${JSON.stringify(segment)}]` : segment;
      return index === 0 || quoted.startsWith('[') ? quoted : `.${quoted}`;
    })
    .join('');
}

/** The value at a place of an object, or undefined. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Readonly<Record<string, unknown>>)[key];
  }
  return here;
}

/** The text at a place, or undefined if there is no text. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}
