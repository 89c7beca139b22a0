/** What is answered to a word of another tool, product or cloud. Words in capitals in an answer are the user's own. */

/** The answer to one word. */
export interface CommonWord {
  /** What the word is here, as the end of a sentence that begins with "it is". */
  readonly is: string;
  /** What to write in the cluster instead, in YAML: one or more entries. */
  readonly write?: string | readonly string[];
  /**
   * What to do where that is not to write one thing.
   *
   * @default - write what `write` says
   */
  readonly fix?: string;
}

/** Words without capitals, dashes, underscores and spaces, each with its answer. */
export type Words = readonly (readonly [words: string, answer: CommonWord])[];

/** What to do, in one line. */
export const fixOfWord = ({ write = [], fix }: CommonWord): string => fix ?? `write ${[write].flat().join(' and ')}`;
