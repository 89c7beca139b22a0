/** The order in which findings are shown: by place, then by code; what is said of the same place twice is said once. */

import { type Finding, formatPath } from './finding';

/** Sorted, and without repetitions: a mistake in the defaults is one mistake, however many clusters inherit it. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(compare);
  const seen = new Set<string>();
  return sorted.filter(finding => {
    const { place, code, what, path, acknowledge } = finding;
    const key = JSON.stringify([place?.file, place?.line, place?.column, code, what, formatPath(path), acknowledge]);
    return !seen.has(key) && seen.add(key);
  });
}

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
