/** All rules for one cluster, run over many that are much alike. */

import type { Problem } from '../findings/finding';
import { Alike } from '../values/alike/alike';
import { ALL_RULES, RULES_BY_TOPIC } from './catalogue';
import { annotationSizeProblems } from './cluster/annotation-size';
import { problemsBy, type RuleInput } from './rule';

type Check = (input: RuleInput) => readonly Problem[];

/** What looks for problems, a rule each. */
export const CHECKS: readonly Check[] = [
  ...ALL_RULES.map(
    (rule): Check =>
      input =>
        problemsBy(rule, input),
  ),
  ({ config }) => annotationSizeProblems(config),
];

/** Clusters with the same settings of the same storage are much alike. */
const kindOf = ({ config, model }: RuleInput): string =>
  `${model.platform} ${model.openshift} ${model.storage?.path.at(-1)} ${Object.keys(config).join(' ')}`;

const checks = new Alike(CHECKS, kindOf);

/** Every problem that rules find in one cluster by itself. */
export const problemsOf = (input: RuleInput): readonly Problem[] => checks.foundIn(input);

const OF_TEXTS: ReadonlySet<string> = new Set(RULES_BY_TOPIC.text.map(({ code }) => code));

/** Whether a rule found it that judges texts by themselves. */
export const isOfText = ({ code }: Problem): boolean => OF_TEXTS.has(code);
