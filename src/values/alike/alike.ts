/**
 * Pure functions of one large input, for many inputs that differ in little. What a function reads decides what it finds; so for
 * an input like one that was seen before only those are run again that read something in which the two differ.
 *
 * The functions may read nothing but plain data of the input, must not change it, and must not ask whether two objects are the
 * same one. Values that are not plain data, a date for example, are the same only where they are the same object.
 */

import { Example } from './example';
import { isData } from './watched';

/** More kinds of inputs are not compared: each keeps an input. */
const MOST_KINDS = 100;

/** Values of an example: to watch what is read of a large one takes more than others like it would gain. */
const MOST_VALUES = 5_000;

/** The same functions as one, which gives what all of them find, in their order. */
export class Alike<Input extends object, Found> {
  readonly #seen = new Map<string, Example<Input, Found> | undefined>();
  /** The last one, of whatever kind: much of it holds for those of other kinds as well. */
  #last: Example<Input, Found> | undefined;

  /** Inputs are compared with one of their kind: a wrong one costs time, and nothing else. */
  public constructor(
    private readonly functions: readonly ((input: Input) => readonly Found[])[],
    private readonly kindOf: (input: Input) => string,
  ) {}

  /** What is found in this input. */
  public foundIn(input: Input): readonly Found[] {
    const kind = this.kindOf(input);
    const example = this.#seen.get(kind) ?? this.#exampleOf(kind, input);
    return (example ?? this.#last)?.foundIn(input) ?? this.functions.flatMap(find => find(input));
  }

  /** To watch the functions takes many times as long as to run them: the second of a kind shows that there are more. */
  #exampleOf(kind: string, input: Input): Example<Input, Found> | undefined {
    if (!this.#seen.has(kind)) {
      if (this.#seen.size < MOST_KINDS) this.#seen.set(kind, undefined);
      return undefined;
    }
    if (!isSmall(input)) return undefined;
    const example = new Example(this.functions, input, this.#last);
    this.#seen.set(kind, example);
    this.#last = example;
    return example;
  }
}

function isSmall(input: object): boolean {
  let spare = MOST_VALUES;
  const count = (value: unknown): boolean => {
    spare -= 1;
    return spare > 0 && (!isData(value) || Object.values(value).every(count));
  };
  return count(input);
}
