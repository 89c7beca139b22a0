/** `acknowledge`: dangerous states of a cluster that are intended. */

import type { Problem } from '../findings/finding';
import { NONE } from '../values/none';

/**
 * The problems that remain after acknowledged states are removed, and the sentences that acknowledge them: each begins
 * with the cluster's name.
 */
export function applyAcknowledgements(
  problems: readonly Problem[],
  cluster: string,
  acknowledged: readonly string[],
): { readonly problems: readonly Problem[]; readonly states: readonly string[] } {
  if (problems.length === 0) return { problems, states: NONE };
  const sentenceOf = ({ acknowledge }: Problem): string | undefined => acknowledge && `${cluster} ${acknowledge}`;
  const isMeant = (problem: Problem): boolean => acknowledged.includes(sentenceOf(problem) ?? '');
  const remaining = problems.filter(problem => !isMeant(problem));
  return {
    problems: remaining.map(problem => {
      const sentence = sentenceOf(problem);
      if (sentence === undefined) return problem;
      const entry = `{change: ${JSON.stringify(sentence)}, reason: "…"}`;
      return {
        ...problem,
        fix: `${problem.fix}; or, if this is intended, add to the list acknowledge of the fleet file: - ${entry}`,
      };
    }),
    states: [...new Set(problems.filter(isMeant).flatMap(problem => sentenceOf(problem) ?? []))],
  };
}
