/** What a file system says of many files, as numbers in a few pieces of memory: a large output has a hundred thousand of them. */

import { type BigIntStats, lstatSync, type Stats } from 'node:fs';

/** Numbers for each file. */
const WIDTH = 8;

/** Files in each piece of memory. */
const LENGTH = 1_024;

/** The lower half of a number of 64 bits. */
const LOW = 0xffff_ffffn;

/**
 * Size, times, mode, inode and device of files, in the order in which they were taken. Times are exact to less than a
 * microsecond, which is less than any two writes lie apart; the rest is exact.
 */
export class FileFacts {
  readonly #pieces: Float64Array[] = [];
  #count = 0;

  /** `exactly` looks at a file whose numbers are too large. */
  public constructor(
    private readonly exactly: (path: string) => Pick<BigIntStats, 'ino' | 'dev'> = path =>
      lstatSync(path, { bigint: true }),
  ) {}

  /** How many files were taken. */
  public get count(): number {
    return this.#count;
  }

  /** The numbers of files from one position to another, exclusive, as bytes of one piece of memory after the other. */
  public *bytes(from = 0, to = this.#count): Generator<Uint8Array> {
    const width = WIDTH * Float64Array.BYTES_PER_ELEMENT;
    for (let at = from; at < to; ) {
      const first = at % LENGTH;
      const count = Math.min(to - at, LENGTH - first);
      yield new Uint8Array(this.#pieceOf(at).buffer, first * width, count * width);
      at += count;
    }
  }

  /** Forgets all files. */
  public clear(): void {
    this.#count = 0;
  }

  /** Takes a file: what is known of it, and where it is. */
  public add(stats: Stats, path: string): void {
    const numbers = this.#pieceOf(this.#count);
    const at = (this.#count % LENGTH) * WIDTH;
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

  #pieceOf(position: number): Float64Array {
    const index = Math.floor(position / LENGTH);
    const piece = this.#pieces[index] ?? new Float64Array(LENGTH * WIDTH);
    this.#pieces[index] = piece;
    return piece;
  }
}
