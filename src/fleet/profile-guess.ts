/** The profile that a misspelt name most likely means. */

import { didYouMean } from '../config/nearest';

/** What was guessed among some names, and how many more comparisons there may be. */
interface Guesses {
  readonly made: Map<string, string>;
  left: number;
}

/** Every misspelling is compared with every name: a fleet of thousands of both gets a guess only for the first ones. */
const MOST_COMPARED = 200_000;

const GUESSES = new WeakMap<readonly string[], Guesses>();

/** The end of a sentence, as of `didYouMean`; the same misspelling is looked for once. */
export function profileMeant(name: string, known: readonly string[]): string {
  const guesses = GUESSES.get(known) ?? { made: new Map<string, string>(), left: MOST_COMPARED };
  GUESSES.set(known, guesses);
  const before = guesses.made.get(name);
  if (before !== undefined) return before;
  if (guesses.left < known.length) return '';
  guesses.left -= known.length;
  const meant = didYouMean(name, known);
  guesses.made.set(name, meant);
  return meant;
}
