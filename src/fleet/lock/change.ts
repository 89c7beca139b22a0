/** What is refused until the fleet acknowledges it, and the line that does. */

import { type OwnWords, problemOf } from '../../findings/catalogue-entry';
import type { ConfigPath } from '../../findings/finding';
import { LOCK_CODES } from '../../findings/lock-codes';
import type { FleetProblem } from '../../rules/fleet/fleet-rule';

/** A change that is not acknowledged. */
export interface Change {
  readonly problem: FleetProblem;
  /** What to do before, as the beginning of the fix. */
  readonly first: string;
  /** The change in the words of its acknowledgement. */
  readonly change: string;
}

/** A problem of the lock; of one cluster if its position is given. */
export const lockProblem = (
  code: keyof typeof LOCK_CODES,
  path: ConfigPath,
  what: string,
  { cluster, ...own }: OwnWords & { readonly cluster?: number } = {},
): FleetProblem => ({ ...problemOf(LOCK_CODES[code], path, what, own), ...(cluster === undefined ? {} : { cluster }) });

/** Fixes that can be pasted: a list for the only change, otherwise one entry for each change. */
export function withFixes(changes: readonly Change[], listed: boolean): readonly FleetProblem[] {
  const alone = changes.length === 1 && !listed;
  return changes.map(({ problem, first, change }) => ({ ...problem, fix: `${first} ${entryFor(change, alone)}` }));
}

/** Where an entry goes, and the entry itself; people write the reason. */
export function entryFor(change: string, alone: boolean): string {
  const entry = `{change: ${JSON.stringify(change)}, reason: "…"}`;
  return alone
    ? `add to the fleet file: acknowledge: [${entry}]`
    : `add to the list acknowledge of the fleet file: - ${entry}`;
}

/** `images-2` after `images`, `images-3` after that. */
export function nextName(name: string): string {
  const [, stem = name, number] = /^(.*)-(\d{1,3})$/.exec(name) ?? [];
  return number === undefined ? `${name}-2` : `${stem}-${Number(number) + 1}`;
}
