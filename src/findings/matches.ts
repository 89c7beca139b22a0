/** Matches of an expression, found at the least cost in texts that have no match. */

/** Every match. `matchAll` makes a copy of the expression, and next to no text matches any. */
export const matchesOf = (text: string, form: RegExp): readonly RegExpExecArray[] =>
  text.search(form) < 0 ? [] : [...text.matchAll(form)];
