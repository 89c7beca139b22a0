/** Texts of which no rule finds anything. */

import type { FoundText } from '../../config/texts';
import { askedText } from './asked';
import { characterHits, syntaxHits } from './syntax';

/** Whether nothing is found in a text by itself; of its path no more is needed than the last key. */
export const isInOrder = (text: FoundText): boolean =>
  askedText(text) === undefined && characterHits(text).length === 0 && syntaxHits(text).length === 0;
