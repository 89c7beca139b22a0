/** Forms of a credential's value that several readers share. Pure, and never a word of the value itself. */

/** What is wrong with a value, as the end of a sentence that begins with its key, and what to do about it. */
export interface ValueProblem {
  readonly what: string;
  readonly fix: string;
}

/** What its reader cannot use of a value; nothing where it is fine. */
export type ValueForm = (value: string) => ValueProblem | undefined;

/** A value of one line, without anything around it. */
export function lineProblem(value: string): ValueProblem | undefined {
  if (/^[^\r\n]*(\r?\n)+$/.test(value)) {
    return {
      what: 'must not end in a newline',
      fix: "write the value without one, for example with printf '%s' instead of echo, or cut it off with tr -d '\\n'",
    };
  }
  if (/[\r\n]/.test(value)) return { what: 'has more than one line', fix: 'write the value alone, on one line' };
  return value === value.trim() ? undefined : { what: 'must not begin or end with a space', fix: 'remove the space' };
}

/** The value of a JSON text; undefined where it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
