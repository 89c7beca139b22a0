/** What a look at every text of a cluster finds. */

import { type FoundText, textPartsOf } from '../../config/texts';
import { onceFor } from '../../values/once-for';
import type { RuleInput } from '../rule';

/** Looks at every text of a cluster, and once at those that clusters share: `look` knows nothing but the text and its field. */
export function inEveryText<Found>(
  look: (text: FoundText) => readonly Found[],
): (input: Pick<RuleInput, 'config' | 'textsInOrder'>) => readonly Found[] {
  const foundIn = onceFor((texts: readonly FoundText[]) => texts.flatMap(look));
  return ({ config, textsInOrder }) => (textsInOrder === true ? [] : textPartsOf(config).flatMap(foundIn));
}
