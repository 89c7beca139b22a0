/** A rule: its row in the catalogue, two examples that are run as tests, and a pure function from a cluster to hits. */

import type { Cluster } from '../config/shape/cluster';
import { type CatalogueEntry, type OwnWords, problemOf } from '../findings/catalogue-entry';
import type { ConfigPath, Problem } from '../findings/finding';
import type { RegistryModel } from '../model/model';
import { NONE } from '../values/none';

/**
 * What a rule may look at: no clock, network, file or environment.
 *
 * `model` is there to judge by: it has every default and derived value, in the form that reaches the cluster.
 * `config` is there to point at what the user wrote: where it is, how it is spelled, and whether it is written at all.
 */
export interface RuleInput {
  /** The configuration as the user wrote it, merged, its shape in order. */
  readonly config: Cluster;
  /** The same with everything decided. */
  readonly model: RegistryModel;
  /** Whether every text is known to be in order by itself. */
  readonly textsInOrder?: boolean;
}

/** One place where a rule is broken; with the texts of the rule it becomes a problem. */
export interface Hit extends OwnWords {
  /** Path below the cluster. */
  readonly path: ConfigPath;
  /** What is wrong here, with the value that was given. */
  readonly what: string;
}

/** One rule. */
export interface Rule extends CatalogueEntry {
  /** Settings of a cluster, in YAML, that break the rule and no other one badly. */
  readonly bad: string;
  /** The same, fixed. */
  readonly good: string;
  readonly check: (input: RuleInput) => readonly Hit[];
}

/** Every problem that one rule finds. */
export function problemsBy(rule: Rule, input: RuleInput): readonly Problem[] {
  const hits = rule.check(input);
  return hits.length === 0 ? NONE : hits.map(hit => problemOf(rule, hit.path, hit.what, hit));
}

/** No hit, or this one. */
export const hitIf = (broken: boolean, hit: () => Hit): readonly Hit[] => (broken ? [hit()] : []);
