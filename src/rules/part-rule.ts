/** Rules that judge one key of the configuration by itself. */

import type { Cluster } from '../config/shape/cluster';
import { onceFor } from '../values/once-for';
import type { Hit, Rule } from './rule';

/** What such a rule may look at. */
export interface PartInput<Key extends keyof Cluster> {
  readonly config: Pick<Cluster, Key>;
}

/** A rule whose hits depend on nothing but what is below `of`: it is given nothing else. */
export interface PartRule<Key extends keyof Cluster> extends Omit<Rule, 'check'> {
  readonly check: (input: PartInput<Key>) => readonly Hit[];
}

/** The same as rules of whole clusters. What a profile says is one object in all clusters that have it, and judged once. */
export const rulesOf = <Key extends keyof Cluster>(key: Key, rules: readonly PartRule<Key>[]): readonly Rule[] =>
  rules.map(rule => {
    const hitsOf = (part: Cluster[Key]): readonly Hit[] =>
      rule.check({ config: { [key]: part } as Pick<Cluster, Key> });
    const known = onceFor((part: Cluster[Key] & object) => hitsOf(part));
    return {
      ...rule,
      check: ({ config: { [key]: part } }) => (typeof part === 'object' && part !== null ? known(part) : hitsOf(part)),
    };
  });
