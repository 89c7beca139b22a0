/** `accept`: findings a cluster has good reason to live with. */

import { suggestion } from '../config/nearest';
import type { Acceptance } from '../config/shape/cluster';
import type { CatalogueEntry } from '../findings/catalogue-entry';
import type { Problem } from '../findings/finding';

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
      return [complaint('ACCEPT_UNKNOWN', path, what, catalogue)];
    }
    if (row.acceptable === false) return [complaint('ACCEPT_REFUSED', path, `${code} cannot be accepted`, catalogue)];
    if (!/\S/.test(reason ?? '')) {
      return [
        complaint('VALUE_MISSING', ['accept', index, 'reason'], `the reason to accept ${code} is empty`, catalogue),
      ];
    }
    accepted.add(code);
    const used = problems.some(problem => problem.code === code);
    return used ? [] : [complaint('ACCEPT_UNUSED', path, `${code} does not occur on this cluster`, catalogue)];
  });
  return [...problems.filter(({ code }) => !accepted.has(code)), ...complaints];
}

function complaint(
  code: string,
  path: Problem['path'],
  what: string,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
): Problem {
  const row = catalogue.get(code);
  return { code, severity: row?.severity ?? 'error', path, what, why: row?.why ?? '', fix: row?.fix ?? '' };
}
