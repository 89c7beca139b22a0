/** What is the same for every cluster, worked out once. */

/**
 * The same pure function, which keeps the result for each object as long as the object is there. The same object is the same
 * input, since configurations and models are never changed; what a profile says is one object in all clusters that have it.
 */
export function onceFor<Input extends object, Result>(of: (input: Input) => Result): (input: Input) => Result {
  const known = new WeakMap<Input, Result>();
  return input => {
    const before = known.get(input);
    if (before !== undefined || known.has(input)) return before as Result;
    const result = of(input);
    // A configuration with mistakes may have a text where a map is meant.
    if (typeof input === 'object' || typeof input === 'function') known.set(input, result);
    return result;
  };
}

/** The same of an object and a text, of which there are few for each object. */
export function onceForBoth<Input extends object, Text extends string, Result>(
  of: (input: Input, text: Text) => Result,
): (input: Input, text: Text) => Result {
  const knownOf = onceFor((_: Input) => new Map<Text, Result>());
  return (input, text) => {
    const known = knownOf(input);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    const result = of(input, text);
    known.set(text, result);
    return result;
  };
}
