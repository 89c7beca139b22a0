/** What is the same for several clusters, worked out once, and nothing kept of what only one of them has. */

/** The same pure function, which keeps the result for each object that it is asked for again, as long as the object is there. */
export function onceRepeated<Input extends object, Result extends object>(
  of: (input: Input) => Result,
): (input: Input) => Result {
  const seen = new WeakSet<Input>();
  const known = new WeakMap<Input, Result>();
  return input => {
    const before = known.get(input);
    if (before !== undefined) return before;
    const result = of(input);
    if (seen.has(input)) known.set(input, result);
    else seen.add(input);
    return result;
  };
}
