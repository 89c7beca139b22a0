/** Values that are still placeholders: one finding each, and no other finding about them. */

import { PLACEHOLDER, placeholdersIn } from '../config/placeholders';
import type { ShapeIssue } from '../config/shape-check';
import { valueAt } from '../config/value-at';
import type { ConfigPath, Problem } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';

/** A place with the placeholder. */
export interface Unfilled {
  readonly kind: 'unfilled';
  readonly path: ConfigPath;
}

/** Every such place. */
export const unfilled = (written: unknown): readonly Unfilled[] =>
  placeholdersIn(written).map(path => ({ kind: 'unfilled', path }));

/** The issues of the shape that are not about a placeholder. */
export function filledIn(issues: readonly ShapeIssue[], places: readonly Unfilled[]): readonly ShapeIssue[] {
  if (places.length === 0) return issues;
  const held = new Set(places.map(({ path }) => JSON.stringify(path)));
  return issues.filter(({ kind, path }) => kind === 'unknown-key' || !held.has(JSON.stringify(path)));
}

/** One problem for each place. */
export const placeholderProblems = (written: unknown, places: readonly Unfilled[]): readonly Problem[] =>
  places.map(({ path }) => {
    const value = valueAt(written, path);
    const name = path.filter(key => typeof key === 'string').at(-1) ?? '';
    const what =
      typeof value === 'string'
        ? `${name} ${value === PLACEHOLDER ? 'is still' : `"${value}" still contains`} ${PLACEHOLDER}`
        : `the key ${name} still contains ${PLACEHOLDER}`;
    return generalProblem('PLACEHOLDER', path, what);
  });

/** The fleet without the settings of its clusters, which are checked on their own. */
export const ownSettings = ({ clusters, defaults, profiles, ...own }: Readonly<Record<string, unknown>>): object => own;
