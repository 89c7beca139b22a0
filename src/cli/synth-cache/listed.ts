/** Lists in which much repeats, as they are kept: each value once, and the list by position. Read again, they share them. */

import { type Finding, type FindingPlace, type FindingWords, findingAt, wordsOf } from '../../findings/finding';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import type { AllKeys } from '../../values/all-keys';
import { sameData } from '../../values/same-data';

/** A list of values. */
export interface Listed<T> {
  readonly values: readonly T[];
  /** The position of each item in `values`. */
  readonly items: readonly number[];
}

/**
 * The list as it is kept. Items of one kind are compared with each other, as long as there are few values of it: that takes a
 * third of the time of their texts.
 */
export function listed<T>(list: readonly T[], kindOf: (item: T) => string): Listed<T> {
  const values: T[] = [];
  const kinds = new Map<string, number[]>();
  const texts = new Map<string, number>();
  const items = list.map(item => {
    const kind = kindOf(item);
    const alike = kinds.get(kind) ?? [];
    const same = alike.find(position => sameData(item, values[position]));
    if (same !== undefined) return same;
    const text = alike.length < FEW ? undefined : JSON.stringify(item);
    const position = (text === undefined ? undefined : texts.get(text)) ?? values.push(item) - 1;
    if (text === undefined) kinds.set(kind, [...alike, position]);
    else texts.set(text, position);
    return position;
  });
  return { values, items };
}

/** Values of a kind that an item is compared with. */
const FEW = 8;

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
  common: listed(summaries.map(commonOf), ({ platform, profiles }) => `${platform} ${profiles.length}`),
  own: summaries.map(({ name, images, domain }) => (domain === undefined ? [name, images] : [name, images, domain])),
});

const commonOf = (summary: ClusterSummary): AllKeys<CommonSummary> => {
  const { platform, profiles, storage, states, accept, hostnames, changing, othersConfig, hub, removed } = summary;
  return { platform, profiles, storage, states, accept, hostnames, changing, othersConfig, hub, removed };
};

/** The summaries as they were: key by key, none forgotten, because a spread takes ten times as long. */
export const unlistedSummaries = ({ first, common, own }: ListedSummaries): readonly ClusterSummary[] =>
  unlisted(common).map((each, position): AllKeys<ClusterSummary> => {
    const [name, images, domain] = own[position] as (typeof own)[number];
    const { platform, profiles, storage, states, accept, hostnames, changing, othersConfig, hub, removed } = each;
    return {
      index: first + position,
      name,
      platform,
      profiles,
      images,
      storage,
      states,
      accept,
      hostnames,
      domain,
      changing,
      othersConfig,
      hub,
      removed,
    };
  });

/** Findings: what repeats of them, which is what they say of which setting; and which clusters and lines each is about. */
export interface ListedFindings {
  readonly words: Listed<Words>;
  readonly places: readonly PlaceInFile[];
}

type Words = FindingWords & { readonly file?: string };

type PlaceInFile = Omit<FindingPlace, 'place'> & {
  /** Line and column. */
  readonly at?: readonly [number, number];
};

/** The findings as they are kept. */
export const listedFindings = (findings: readonly Finding[]): ListedFindings => ({
  words: listed(
    findings.map((finding): Words => ({ file: finding.place?.file, ...wordsOf(finding) })),
    ({ what }) => what,
  ),
  places: findings.map(({ clusters, construct, place }): PlaceInFile => {
    return { clusters, construct, at: place && [place.line, place.column] };
  }),
});

/** The findings as they were. */
export const unlistedFindings = ({ words: { values, items }, places }: ListedFindings): readonly Finding[] =>
  items.map((item, position) => {
    const words = values[item] as Words;
    const { clusters, construct, at } = places[position] as PlaceInFile;
    const { file } = words;
    const place = file === undefined || at === undefined ? undefined : { file, line: at[0], column: at[1] };
    return findingAt(words, { clusters, construct, place });
  });
