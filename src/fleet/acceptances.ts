/** `accept`: findings that a cluster accepts for a reason. */

import { didYouMean } from '../config/nearest';
import type { Acceptance } from '../config/shape/acceptance';
import type { CatalogueEntry } from '../findings/catalogue-entry';
import type { ConfigPath, Problem } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import { isDay, isOver, isPlaceholder } from '../values/reason';

/** What decides whether an acceptance holds. */
export interface AcceptanceContext {
  readonly catalogue: ReadonlyMap<string, CatalogueEntry>;
  readonly now: Date;
  /** Codes of problems that are found later, in all clusters together. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether it comes from a program, which has no fleet file for acknowledgements. */
  readonly inProgram: boolean;
}

/** Guessing what was meant is the slowest part. */
const MOST_GUESSED = 100;

/** The problems that remain, and what is wrong with the acceptances themselves. */
export function applyAcceptances(
  problems: readonly Problem[],
  accept: readonly Acceptance[],
  { catalogue, now, elsewhere, inProgram }: AcceptanceContext,
): readonly Problem[] {
  if (accept.length === 0) return problems;
  const accepted = new Set<string>();
  const complaints = accept.flatMap(({ code, reason, until }, index): readonly Problem[] => {
    const row = catalogue.get(code);
    const at = (key: string): ConfigPath => ['accept', index, key];
    if (row === undefined) {
      const meant = index < MOST_GUESSED ? didYouMean(code, [...catalogue.keys()]) : '';
      const what = `there is no finding "${code}"${meant}`;
      const fix = meant === '' ? 'correct the code: registry-gitops explain lists all of them' : undefined;
      return [generalProblem('ACCEPT_UNKNOWN', at('code'), what, fix)];
    }
    if (row.acceptable === false || (row.acceptable === 'inPrograms' && !inProgram)) {
      const fix = row.acceptable ? 'remove it, and acknowledge the state as the fix of the finding says' : undefined;
      return [generalProblem('ACCEPT_REFUSED', at('code'), `${code} cannot be accepted`, fix)];
    }
    const unreasoned = reasonProblems(reason, at('reason'), `accept ${code}`);
    if (unreasoned.length > 0) return unreasoned;
    accepted.add(code);
    if (!elsewhere.has(code) && !problems.some(problem => problem.code === code)) {
      return [generalProblem('ACCEPT_UNUSED', at('code'), `${code} does not occur on this cluster`)];
    }
    return until === undefined ? [] : dayProblems(until, at('until'), code, now);
  });
  return [...problems.filter(({ code }) => !accepted.has(code)), ...complaints];
}

/** A reason that is empty or a placeholder; `to` is what it is the reason for. */
export function reasonProblems(reason: string | undefined, path: ConfigPath, to: string): readonly Problem[] {
  const text = reason ?? '';
  if (!/\S/.test(text)) return [generalProblem('VALUE_MISSING', path, `the reason to ${to} is empty`)];
  if (!isPlaceholder(text)) return [];
  return [generalProblem('REASON_PLACEHOLDER', path, `the reason to ${to} is only a placeholder: "${text.trim()}"`)];
}

function dayProblems(until: string, path: ConfigPath, code: string, now: Date): readonly Problem[] {
  if (!isDay(until)) return [generalProblem('ACCEPT_UNTIL', path, `until "${until}" is not a valid date`)];
  return isOver(until, now)
    ? [generalProblem('ACCEPT_EXPIRED', path, `the acceptance of ${code} expired on ${until}`)]
    : [];
}
