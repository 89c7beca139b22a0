/** A rule: its row in the catalogue, two examples that are run as tests, and a pure function from a cluster to hits. */

import type { Cluster } from '../config/shape/cluster';
import type { CatalogueEntry } from '../findings/catalogue-entry';
import type { ConfigPath, Problem, Severity } from '../findings/finding';
import type { RegistryModel } from '../model/model';

/** What a rule may look at: no clock, network, file or environment. */
export interface RuleInput {
  /** The configuration as the user wrote it, merged, its shape in order. */
  readonly config: Cluster;
  /** The same with everything decided. */
  readonly model: RegistryModel;
}

/** One place where a rule is broken. */
export interface Hit {
  /** Path below the cluster. */
  readonly path: ConfigPath;
  /** What is wrong here, with the value that was given. */
  readonly what: string;
  /** A fix for this very value, instead of the rule's. */
  readonly fix?: string;
  /** A reason for this very value, instead of the rule's. */
  readonly why?: string;
  /** Another severity than the rule's. */
  readonly severity?: Severity;
}

/** One rule. */
export interface Rule extends CatalogueEntry {
  /** Settings of a cluster, in YAML, that break the rule and no other one badly. */
  readonly bad: string;
  /** The same, mended. */
  readonly good: string;
  readonly check: (input: RuleInput) => readonly Hit[];
}

/** Every problem the rules find. */
export function runRules(rules: readonly Rule[], input: RuleInput): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) for (const hit of rule.check(input)) problems.push(toProblem(rule, hit));
  return problems;
}

const toProblem = ({ code, severity, why, fix }: Rule, hit: Hit): Problem => ({
  code,
  severity: hit.severity ?? severity,
  path: hit.path,
  what: hit.what,
  why: hit.why ?? why,
  fix: hit.fix ?? fix,
});

/** No hit, or this one. */
export const hitIf = (broken: boolean, hit: () => Hit): readonly Hit[] => (broken ? [hit()] : []);
