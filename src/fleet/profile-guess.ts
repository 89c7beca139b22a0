/** The profile that a misspelt name most likely means. */

import { didYouMean } from '../config/nearest';
import { onceFor } from '../values/once-for';

/** What was guessed among some names, and how many more comparisons there may be. */
interface Guesses {
  readonly made: Map<string, string>;
  left: number;
}

/** Every misspelling is compared with every name: a fleet of thousands of both gets a guess only for the first ones. */
const MOST_COMPARED = 200_000;

const guessesAmong = onceFor((_: readonly string[]): Guesses => ({ made: new Map(), left: MOST_COMPARED }));

/** The end of a sentence, as of `didYouMean`; the same misspelling is looked for once. */
export function profileMeant(name: string, known: readonly string[]): string {
  const guesses = guessesAmong(known);
  const before = guesses.made.get(name);
  if (before !== undefined) return before;
  if (guesses.left < known.length) return '';
  guesses.left -= known.length;
  const meant = didYouMean(name, known);
  guesses.made.set(name, meant);
  return meant;
}
