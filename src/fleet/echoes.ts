/** Findings of rules at a place where the shape is already refused. */

import type { ConfigPath, Problem } from '../findings/finding';

/** A place that is already refused, and why. */
export interface Refused {
  readonly kind: string;
  readonly path: ConfigPath;
  /** The nearest known word. */
  readonly nearest?: string;
}

/**
 * Drops what a rule finds in a value that is missing or already refused, or in a map as a whole that lacks a refused
 * value.
 */
export function withoutEchoes<Told extends Problem>(
  problems: readonly Told[],
  issues: readonly Refused[],
): readonly Told[] {
  if (issues.length === 0) return problems;
  const refused = new Set(issues.flatMap(placesOf).map(keyOf));
  const lacking = new Set(issues.map(({ path }) => keyOf(path.slice(0, -1))));
  const isBelow = (path: ConfigPath): boolean => path.some((_, index) => refused.has(keyOf(path.slice(0, index + 1))));
  return problems.filter(({ path }) => !isBelow(path) && !lacking.has(keyOf(path)));
}

const keyOf = (path: ConfigPath): string => JSON.stringify(path);
const isUnknown = ({ kind }: Refused): boolean => kind === 'unknown-key';

/** Where the issue is, and the path of the key that was probably meant. */
const placesOf = (issue: Refused): readonly ConfigPath[] =>
  isUnknown(issue) && issue.nearest !== undefined
    ? [issue.path, [...issue.path.slice(0, -1), issue.nearest]]
    : [issue.path];
