/** A side that cannot be read, in one line for people. */

/** What was asked for cannot be compared; the text says why, and what would work. */
export class ReviewError extends Error {}
