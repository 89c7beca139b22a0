/** Lists in which much repeats, as they are kept: each value once, and the list by position. Read again, they share them. */

import type { Finding } from '../../findings/finding';

/** A list of values. */
export interface Listed<T> {
  readonly values: readonly T[];
  /** The position of each item in `values`. */
  readonly items: readonly number[];
}

/** The list as it is kept. */
export function listed<T>(list: readonly T[]): Listed<T> {
  const positions = new Map<string, number>();
  const values: T[] = [];
  const items = list.map(item => {
    const text = JSON.stringify(item);
    const position = positions.get(text) ?? values.push(item) - 1;
    positions.set(text, position);
    return position;
  });
  return { values, items };
}

/** The list as it was. */
export const unlisted = <T>({ values, items }: Listed<T>): readonly T[] => items.map(item => values[item] as T);

/** Findings: their words, which repeat, and where each is. */
export interface ListedFindings {
  readonly words: Listed<Words>;
  readonly places: readonly Omit<Finding, keyof Words>[];
}

type Words = Pick<Finding, 'code' | 'severity' | 'what' | 'why' | 'fix' | 'acknowledge'>;

/** The findings as they are kept. */
export const listedFindings = (findings: readonly Finding[]): ListedFindings => ({
  words: listed(
    findings.map(({ code, severity, what, why, fix, acknowledge }) => ({
      code,
      severity,
      what,
      why,
      fix,
      acknowledge,
    })),
  ),
  places: findings.map(({ code, severity, what, why, fix, acknowledge, ...place }) => place),
});

/** The findings as they were. */
export const unlistedFindings = ({ words, places }: ListedFindings): readonly Finding[] =>
  unlisted(words).map((each, index): Finding => ({ ...each, ...(places[index] as Omit<Finding, keyof Words>) }));
