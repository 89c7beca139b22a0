/** What a file system says of many files, as numbers in one piece of memory: a large output has a hundred thousand of them. */

import { type BigIntStats, lstatSync, type Stats } from 'node:fs';

/** Numbers for each file. */
const WIDTH = 8;

/** The lower half of a number of 64 bits. */
const LOW = 0xffff_ffffn;

/**
 * Size, times, mode, inode and device of files, in the order in which they were taken. Times are exact to less than a
 * microsecond, which is less than any two writes lie apart; the rest is exact.
 */
export class FileFacts {
  #numbers: Float64Array;
  #count = 0;

  /** `expected` is how many files there may be; `exactly` looks at one whose numbers are too large. */
  public constructor(
    expected = 256,
    private readonly exactly: (path: string) => Pick<BigIntStats, 'ino' | 'dev'> = path =>
      lstatSync(path, { bigint: true }),
  ) {
    this.#numbers = new Float64Array(expected * WIDTH);
  }

  /** How many files were taken. */
  public get count(): number {
    return this.#count;
  }

  /** The numbers of files from one position to another, exclusive, as bytes. */
  public bytes(from = 0, to = this.#count): Uint8Array {
    const width = WIDTH * Float64Array.BYTES_PER_ELEMENT;
    return new Uint8Array(this.#numbers.buffer, from * width, (to - from) * width);
  }

  /** Forgets all files. */
  public clear(): void {
    this.#count = 0;
  }

  /** Takes a file: what is known of it, and where it is. */
  public add(stats: Stats, path: string): void {
    this.#makeRoom();
    const numbers = this.#numbers;
    const at = this.#count * WIDTH;
    numbers[at] = stats.size;
    numbers[at + 1] = stats.mtimeMs;
    numbers[at + 2] = stats.ctimeMs;
    numbers[at + 3] = stats.mode;
    if (Number.isSafeInteger(stats.ino) && Number.isSafeInteger(stats.dev)) {
      numbers[at + 4] = stats.ino;
      numbers[at + 5] = stats.dev;
      numbers[at + 6] = 0;
      numbers[at + 7] = 0;
    } else {
      const { ino, dev } = this.exactly(path);
      numbers[at + 4] = Number(ino & LOW);
      numbers[at + 5] = Number(dev & LOW);
      numbers[at + 6] = Number(ino >> 32n);
      numbers[at + 7] = Number(dev >> 32n);
    }
    this.#count += 1;
  }

  #makeRoom(): void {
    if ((this.#count + 1) * WIDTH <= this.#numbers.length) return;
    const larger = new Float64Array(2 * this.#numbers.length);
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}
