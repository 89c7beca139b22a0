/** The order in which findings are shown: by place, then by code; what two findings say alike of one place is shown once. */

import { type Finding, formatPath } from './finding';
import { generalProblem } from './general-codes';

/** One for each cluster of a very large fleet; nobody reads more, and a hostile file has millions. */
export const MOST_OF_A_CODE = 10_000;

/** Sorted, and without repetitions: a mistake in the defaults is one mistake, however many clusters inherit it. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(compare);
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  const kept = sorted.filter(finding => {
    const { place, code, what, path, acknowledge } = finding;
    const count = counts.get(code) ?? 0;
    if (count < MOST_OF_A_CODE) {
      const key = JSON.stringify([place?.file, place?.line, place?.column, code, what, formatPath(path), acknowledge]);
      if (seen.has(key)) return false;
      seen.add(key);
    }
    counts.set(code, count + 1);
    return count < MOST_OF_A_CODE;
  });
  const cut = [...counts].filter(([, count]) => count > MOST_OF_A_CODE).sort(([a], [b]) => text(a, b));
  return [...kept, ...cut.map(([code, count]) => cutOff(code, count - MOST_OF_A_CODE))];
}

const cutOff = (code: string, more: number): Finding =>
  generalProblem('FINDINGS_LIMIT', [], `${more} more findings are ${code}, and are not listed`);

function compare(a: Finding, b: Finding): number {
  return (
    text(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    text(a.code, b.code) ||
    text(a.cluster ?? '', b.cluster ?? '') ||
    text(a.what, b.what)
  );
}

/** By code unit, the same on every machine. */
const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
