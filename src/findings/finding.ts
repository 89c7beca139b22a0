/** A problem is data: which rule, where, what, why and how to fix it. Words for people are added last, by the printers. */

import type { AllKeys } from '../values/all-keys';

/** `error` stops synthesis, `warning` does not, `info` explains. */
export type Severity = 'error' | 'warning' | 'info';

/** A way into a configuration: keys of maps and indexes of lists. */
export type ConfigPath = readonly (string | number)[];

/** A position in a file; line and column count from 1. */
export interface Place {
  /** As the user named it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Something that is wrong with the configuration of one cluster or of the fleet. Made by `problemOf` alone. */
export interface Problem {
  /** Stable code, a key of the catalogue, for example `PVC_RWO_REPLICAS`. */
  readonly code: string;
  /** Whether it stops synthesis. */
  readonly severity: Severity;
  /** Path below the cluster, or below the fleet where the finding names no clusters. */
  readonly path: ConfigPath;
  /** What is wrong, with the value that was given. */
  readonly what: string;
  /** What happens on the cluster when nobody fixes it. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
  /** What the fleet acknowledges where this state is intended, after the cluster's name: one sentence, once. */
  readonly acknowledge?: string;
}

/** A problem with its place: what users see. */
export interface Finding extends Problem {
  /** Names of the clusters that have it, sorted; absent where the whole fleet is meant. */
  readonly clusters?: readonly string[];
  /** Absent only where no file is involved, as in a programmer's own constructs. */
  readonly place?: Place;
  /** Path of the construct, in a programmer's own app. */
  readonly construct?: string;
}

/** What a finding says, which is often the same in many places. */
export type FindingWords = Omit<Finding, keyof FindingPlace>;

/** Where a finding is, and whose. */
export type FindingPlace = Pick<Finding, 'clusters' | 'construct' | 'place'>;

/** What a finding says. */
export function wordsOf({ code, severity, path, what, why, fix, acknowledge }: Finding): FindingWords {
  const words: AllKeys<FindingWords> = { code, severity, path, what, why, fix, acknowledge };
  return words;
}

/** A finding of what it says and where: key by key, none forgotten, because a spread takes ten times as long. */
export function findingAt(words: FindingWords, { clusters, construct, place }: FindingPlace): Finding {
  const { code, severity, path, what, why, fix, acknowledge } = words;
  const finding: AllKeys<Finding> = {
    code,
    severity,
    path,
    what,
    why,
    fix,
    acknowledge,
    clusters,
    construct,
    place,
  };
  return finding;
}

/** `['routes', 'custom', 0, 'name']` as `routes.custom[0].name`; keys with odd characters are quoted. */
export function formatPath(path: ConfigPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}
