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
    known.set(input, result);
    return result;
  };
}
