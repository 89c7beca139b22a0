/** What many clusters ask of the same few texts, worked out once. */

/** More texts are forgotten: a fleet has few that many clusters share, and any number of others. */
const MOST = 1_000;

/** The same pure function, which keeps the results of the last texts or numbers that it was asked for. */
export function remembered<Input extends string | number, Result>(
  of: (input: Input) => Result,
): (input: Input) => Result {
  const known = new Map<Input, Result>();
  return input => {
    const before = known.get(input);
    if (before !== undefined || known.has(input)) return before as Result;
    const result = of(input);
    if (known.size >= MOST) known.clear();
    known.set(input, result);
    return result;
  };
}
