/** A number with what it counts. */

/** `1 cluster`, `2 clusters`; `many` where an s is not enough. */
export const counted = (count: number, noun: string, many = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : many}`;
