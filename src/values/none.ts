/** A list with nothing in it: one for all that have none. */
export const NONE: readonly never[] = [];
