/** A side that cannot be read, in one line for people. */

/** The sides cannot be compared; the message says why and what to do. */
export class ReviewError extends Error {}
