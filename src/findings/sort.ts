/** The order in which findings are shown: by place, then by code; what is found in one place for many clusters is one finding. */

import { type Finding, formatPath } from './finding';
import { generalProblem } from './general-codes';

/** One for each cluster of a very large fleet; nobody reads more, and a hostile file has millions. */
export const MOST_OF_A_CODE = 10_000;

/** A finding, and every cluster that has it where it was found more than once. */
interface Together {
  readonly finding: Finding;
  clusters?: Set<string>;
}

/** Sorted, and without repetitions: a mistake in the defaults is one mistake, which names every cluster that has it. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  if (SORTED.has(findings)) return findings;
  const counts = new Map<string, number>();
  const together: Together[] = [];
  // Those of one place and code follow each other: only these can be the same.
  let here = new Map<string, Together>();
  const sorted = [...findings].sort(compare);
  sorted.forEach((finding, index) => {
    const { code, what, path, acknowledge } = finding;
    const isFirst = !isSamePlace(finding, sorted[index - 1]);
    const isAlone = isFirst && !isSamePlace(finding, sorted[index + 1]);
    if (isFirst && here.size > 0) here = new Map();
    const count = counts.get(code) ?? 0;
    if (count < MOST_OF_A_CODE) {
      const key = isAlone ? '' : JSON.stringify([what, formatPath(path), acknowledge]);
      const known = here.get(key);
      if (known !== undefined) {
        known.clusters ??= new Set(known.finding.clusters);
        for (const cluster of finding.clusters ?? []) known.clusters.add(cluster);
        return;
      }
      const found: Together = { finding };
      if (!isAlone) here.set(key, found);
      together.push(found);
    }
    counts.set(code, count + 1);
  });
  const cut = [...counts].filter(([, count]) => count > MOST_OF_A_CODE).sort(([a], [b]) => text(a, b));
  const all = together.map(withAll);
  if (cut.length > 0) return [...all, ...cut.map(([code, count]) => cutOff(code, count - MOST_OF_A_CODE))];
  SORTED.add(all);
  return all;
}

/** What was sorted, and nothing left out: it is as it would be again. */
const SORTED = new WeakSet<readonly Finding[]>();

function withAll({ finding, clusters }: Together): Finding {
  const own = finding.clusters ?? [];
  const all = clusters ?? (own.length > 1 ? new Set(own) : undefined);
  return all === undefined || all.size === own.length ? finding : { ...finding, clusters: [...all].sort() };
}

function cutOff(code: string, more: number): Finding {
  const what =
    more === 1
      ? `1 more finding is ${code}, and is not listed`
      : `${more} more findings are ${code}, and are not listed`;
  return generalProblem('FINDINGS_LIMIT', [], what);
}

const isSamePlace = ({ code, place }: Finding, other: Finding | undefined): boolean =>
  code === other?.code &&
  place?.line === other.place?.line &&
  place?.column === other.place?.column &&
  place?.file === other.place?.file;

function compare(a: Finding, b: Finding): number {
  return (
    text(a.place?.file ?? '', b.place?.file ?? '') ||
    (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
    (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
    text(a.code, b.code) ||
    text(a.clusters?.[0] ?? '', b.clusters?.[0] ?? '') ||
    text(a.what, b.what)
  );
}

/** By code unit, the same on every machine. */
const text = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
