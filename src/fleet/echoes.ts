/** What rules say of a place where the shape is not in order already. */

import type { ConfigPath, Problem } from '../findings/finding';

/** A place that was refused already, and why. */
export interface Refused {
  readonly kind: string;
  readonly path: ConfigPath;
  /** The known word that is near it. */
  readonly nearest?: string;
}

/**
 * A rule has nothing to say of a value that is missing or was refused already, of anything in it, nor of a map as a
 * whole that lacks what was refused in it.
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

/** Where the issue is, and where the key belongs that was probably meant. */
const placesOf = (issue: Refused): readonly ConfigPath[] =>
  isUnknown(issue) && issue.nearest !== undefined
    ? [issue.path, [...issue.path.slice(0, -1), issue.nearest]]
    : [issue.path];
