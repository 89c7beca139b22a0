/** `accept`: findings a cluster has good reason to live with. */

import { suggestion } from '../config/nearest';
import type { Acceptance } from '../config/shape/cluster';
import type { CatalogueEntry } from '../findings/catalogue-entry';
import type { Problem } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';

/** The problems that remain, and what is wrong with the acceptances themselves. */
export function applyAcceptances(
  problems: readonly Problem[],
  accept: readonly Acceptance[],
  catalogue: ReadonlyMap<string, CatalogueEntry>,
): readonly Problem[] {
  const accepted = new Set<string>();
  const complaints = accept.flatMap(({ code, reason }, index): Problem[] => {
    const row = catalogue.get(code);
    const path = ['accept', index, 'code'];
    if (row === undefined) {
      const what = `there is no finding "${code}".${suggestion(code, [...catalogue.keys()])}`;
      return [generalProblem('ACCEPT_UNKNOWN', path, what)];
    }
    if (row.acceptable === false) return [generalProblem('ACCEPT_REFUSED', path, `${code} cannot be accepted`)];
    if (!/\S/.test(reason ?? '')) {
      return [generalProblem('VALUE_MISSING', ['accept', index, 'reason'], `the reason to accept ${code} is empty`)];
    }
    accepted.add(code);
    const used = problems.some(problem => problem.code === code);
    return used ? [] : [generalProblem('ACCEPT_UNUSED', path, `${code} does not occur on this cluster`)];
  });
  return [...problems.filter(({ code }) => !accepted.has(code)), ...complaints];
}
