/** What makes the first line of a finding a headline: it says what is wrong, and not only what is there. */

/** Words that judge. What is between quotes is a value, and judges nothing. */
const JUDGEMENT = new RegExp(
  [
    /\b(?:not|no|nothing|nobody|none|neither|never|nor|cannot|without|only|already|would|will|must|needs?|should)\b/,
    /\b(?:but|instead|although|before|too|both|twice|several|two|more|less|fewer|longer|shorter|larger|smaller)\b/,
    /\b(?:below|above|over|under|beyond|outside|exceeds?|shares?|shared|same|different|duplicates?|again|still)\b/,
    /\b(?:missing|lacks?|unknown|invalid|expired?|expires|empty|unused|unusable|unreachable|unprotected|unlimited)\b/,
    /\b(?:blocks?|deletes?|deleted|removes?|removed|replaces?|overwrites?|overrides?|breaks?|fails?|stops?|loses?|hides?)\b/,
    /\b(?:conflicts?|contradicts?|contains?|appears?|seems?|guess|reserved|deprecated|ignor(?:ed|es)|exposed|exposes|public)\b/,
    /\b(?:means|expects|reaches|belongs?|looks like|wrong|problem|unsafe|plain|may|might|can|could)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** The longest first line, with the values of our examples in it. */
const LONGEST = 170;

/** What a headline does wrong; empty where it is one. */
export function headlineFaults(what: string, longest = LONGEST): readonly string[] {
  const words = what.replace(/"[^"]*"/g, '"…"');
  const faults: readonly (readonly [boolean, string])[] = [
    [what.trim() === '', 'it is empty'],
    [what !== what.trim(), 'it begins or ends with a space'],
    [/[.!:;,]$/.test(what), 'it ends in a full stop or the like'],
    [what.length > longest, `it has ${what.length} characters, more than ${longest}`],
    [
      /^(?:the )?\S+ (?:is|are) (?!empty$|missing$|unknown$|unused$|expired$)\S+$/i.test(words),
      'it says what a value is, and not what is wrong with it',
    ],
    [!JUDGEMENT.test(words), 'no word of it says that something is wrong'],
    [/\bundefined\b|\bNaN\b|\[object /.test(words), 'a value of it is not there'],
    [
      /(?<![\w.-])1 (?:(?:\w+ )?(?:are|have)\b|(?:fields|days|pods|nodes|replicas|registries|characters|others)\b|more \w+s\b)/.test(
        words,
      ),
      'it counts one and speaks of several',
    ],
  ];
  return faults.filter(([broken]) => broken).map(([, fault]) => fault);
}

/** Fails a test where one of these first lines is no headline. */
export function expectHeadlines(lines: readonly string[], longest?: number): void {
  expect(lines.flatMap(what => headlineFaults(what, longest).map(fault => `${what}: ${fault}`))).toEqual([]);
}
