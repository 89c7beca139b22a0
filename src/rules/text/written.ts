/** Rules of texts that hold wherever they are written, whether or not a cluster uses them. */

import type { Hit, Rule, RuleInput } from '../rule';
import { TEXT_SECRET_RULES } from './literals';
import { TEXT_CHARACTERS } from './syntax';

/** A rule that asks nothing of the model. */
export interface TextRule extends Omit<Rule, 'check'> {
  readonly check: (input: Pick<RuleInput, 'config'>) => readonly Hit[];
}

/** Credentials, and characters that cannot be seen. */
export const WRITTEN_TEXT_RULES: readonly TextRule[] = [...TEXT_SECRET_RULES, TEXT_CHARACTERS];
