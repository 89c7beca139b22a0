/** Data that looks much the same and is not: what differs, and the two. */
export const UNLIKE: readonly (readonly [what: string, value: unknown, other: unknown])[] = [
  ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['a key less', { a: 1 }, { a: 1, b: undefined }],
  ['a key more', { a: 1, b: undefined }, { a: 1 }],
  ['a shorter list', [1], [1, 2]],
  ['a longer list', [1, 2], [1]],
  ['a list for a map', [1], { 0: 1 }],
  ['nothing for a map', null, {}],
];
