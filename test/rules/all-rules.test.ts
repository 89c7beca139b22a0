/** Clusters that are compared with another one get the findings that they get alone. */

import fc from 'fast-check';
import { definition } from '../../src/config/schema';
import type { Cluster } from '../../src/config/shape/cluster';
import { checkShape } from '../../src/config/shape-check';
import { resolve } from '../../src/model/resolve';
import { CHECKS, problemsOf } from '../../src/rules/all-rules';
import { ALL_RULES } from '../../src/rules/catalogue';
import type { RuleInput } from '../../src/rules/rule';
import { Example } from '../../src/values/alike/example';
import { exampleInputs } from '../support/example-inputs';
import { EXAMPLES, mutation } from '../support/mutations';

const inputs = exampleInputs();

/** A configuration as rules get it, or nothing where it has no platform. */
function inputOf(settings: unknown): readonly RuleInput[] {
  const config = checkShape(definition('Cluster'), settings).value as Cluster | undefined;
  return config?.platform === undefined ? [] : [{ config, model: resolve(config, inputs) }];
}

const alone = (input: RuleInput): readonly unknown[] => CHECKS.flatMap(check => check(input));

const all = EXAMPLES.flatMap(inputOf);

test('every rule is run', () => {
  expect(CHECKS.length).toBe(ALL_RULES.length + 1);
  expect(all.length).toBe(2 * ALL_RULES.length);
});

/** Examples come in pairs, a bad one and the same without the mistake: what differs is what the rule must see. */
test.each(ALL_RULES.map(({ code }, index) => [code, index] as const))('%s, after its good example', (_, index) => {
  const [bad, good] = all.slice(2 * index, 2 * index + 2) as [RuleInput, RuleInput];
  expect(new Example(CHECKS, good).foundIn(bad)).toEqual(alone(bad));
});

test('any cluster after any other', () => {
  const examples: Example<RuleInput, unknown>[] = [];
  for (let index = 0; index < all.length; index += 120)
    examples.push(new Example<RuleInput, unknown>(CHECKS, all[index] as RuleInput, examples.at(-1)));
  for (const input of all) {
    const found = JSON.stringify(alone(input));
    for (const example of examples) expect(JSON.stringify(example.foundIn(input))).toBe(found);
  }
});

test('whatever is changed in a cluster', () => {
  fc.assert(
    fc.property(mutation, ({ before, after }) => {
      const [one] = inputOf(before);
      const [other] = inputOf(after);
      if (one === undefined || other === undefined) return;
      const example = new Example(CHECKS, one);
      expect(example.foundIn(other)).toEqual(alone(other));
      expect(new Example(CHECKS, other, example).foundIn(one)).toEqual(alone(one));
      expect(problemsOf(other)).toEqual(alone(other));
    }),
    { numRuns: 100 },
  );
});
