/** Lists in which much repeats, as they are kept: each value once, and the list by position. Read again, they share them. */

import type { Finding } from '../../findings/finding';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';

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

/** Summaries of clusters that follow each other in the fleet: what most have in common with another one, and what each has of its own. */
export interface ListedSummaries {
  /** Position of the first in the fleet. */
  readonly first: number;
  readonly common: Listed<CommonSummary>;
  readonly own: readonly (readonly [name: string, images: ClusterSummary['images'], domain?: string])[];
}

type CommonSummary = Omit<ClusterSummary, 'index' | 'name' | 'images' | 'domain'>;

/** The summaries as they are kept. */
export const listedSummaries = (summaries: readonly ClusterSummary[]): ListedSummaries => ({
  first: summaries[0]?.index ?? 0,
  common: listed(summaries.map(({ index, name, images, domain, ...common }): CommonSummary => common)),
  own: summaries.map(({ name, images, domain }) => (domain === undefined ? [name, images] : [name, images, domain])),
});

/** The summaries as they were. */
export const unlistedSummaries = ({ first, common, own }: ListedSummaries): readonly ClusterSummary[] =>
  unlisted(common).map((each, position) => {
    const [name, images, domain] = own[position] as (typeof own)[number];
    return { index: first + position, name, images, domain, ...each };
  });

/** Findings: what repeats of them, which are their words and files; and where in a file each is. */
export interface ListedFindings {
  readonly words: Listed<Words>;
  readonly places: readonly PlaceInFile[];
}

type Words = Pick<Finding, 'code' | 'severity' | 'what' | 'why' | 'fix' | 'acknowledge'> & { readonly file?: string };

type PlaceInFile = Pick<Finding, 'path' | 'clusters' | 'construct'> & {
  /** Line and column. */
  readonly at?: readonly [number, number];
};

/** The findings as they are kept. */
export const listedFindings = (findings: readonly Finding[]): ListedFindings => ({
  words: listed(
    findings.map(({ path, clusters, construct, place, ...words }): Words => ({ ...words, file: place?.file })),
  ),
  places: findings.map(({ path, clusters, construct, place }): PlaceInFile => {
    return { path, clusters, construct, at: place && [place.line, place.column] };
  }),
});

/** The findings as they were. */
export function unlistedFindings({ words: { values, items }, places }: ListedFindings): readonly Finding[] {
  const words = values.map(({ file, ...each }) => ({ file, each }));
  return unlisted({ values: words, items }).map(({ file, each }, index): Finding => {
    const { path, clusters, construct, at } = places[index] as PlaceInFile;
    const place = file === undefined || at === undefined ? undefined : { file, line: at[0], column: at[1] };
    return { ...each, path, clusters, construct, place };
  });
}
