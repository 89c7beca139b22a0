/** One input of several pure functions, what each of them read of it, and what it found: others like it are compared with it. */

import { isData, KEYS, readAll, watched } from './watched';

/** A map or list of the example, as far as functions read it. */
interface Holder {
  readonly value: object;
  /** Keys as they were read: by their name, or all of them as such. */
  readonly reads: Map<PropertyKey, Read>;
  /** What it was compared with last. */
  compared?: { readonly value: object; readonly run: number };
}

/** A value that was read, and the functions that did, by their position. */
interface Read {
  readonly value: unknown;
  readonly by: number[];
  /** Where it is a map or list that was read, too. */
  below?: Holder;
}

/** An example, and what was found in it. */
export class Example<Input extends object, Found> {
  readonly #root: Holder;
  readonly #holders = new Map<object, Holder>();
  readonly #found: readonly (readonly Found[])[];
  readonly #all: readonly Found[];
  #runs = 0;

  /** Runs each function twice: for what it finds, and to see what it reads. */
  public constructor(
    private readonly functions: readonly ((input: Input) => readonly Found[])[],
    input: Input,
  ) {
    this.#found = functions.map(find => find(input));
    this.#all = this.#found.flat();
    this.#root = this.#holderOf(input);
    functions.forEach((find, position) => {
      readAll(find(watched(input, (holder, key) => this.#note(holder, key, position))));
    });
    for (const { reads } of this.#holders.values())
      for (const read of reads.values()) read.below = isData(read.value) ? this.#holders.get(read.value) : undefined;
  }

  /** What is found in another input: the same by each function that would read the same; the others are run. */
  public foundIn(input: Input): readonly Found[] {
    this.#runs += 1;
    const differ = new Set<number>();
    this.#compare(this.#root, input, differ);
    if (differ.size === 0) return this.#all;
    const all: Found[] = [];
    for (let position = 0; position < this.functions.length; position += 1) {
      const found = differ.has(position) ? this.functions[position]?.(input) : this.#found[position];
      if (found !== undefined && found.length > 0) all.push(...found);
    }
    return all;
  }

  #holderOf(value: object): Holder {
    const known = this.#holders.get(value);
    if (known !== undefined) return known;
    const holder: Holder = { value, reads: new Map() };
    this.#holders.set(value, holder);
    return holder;
  }

  #note(value: object, key: PropertyKey, position: number): void {
    const { reads } = this.#holderOf(value);
    const read = reads.get(key);
    if (read === undefined)
      reads.set(key, { value: key === KEYS ? keysOf(value) : Reflect.get(value, key), by: [position] });
    else if (read.by.at(-1) !== position) read.by.push(position);
  }

  /** Collects the functions that read something else in this map or list than in that of the example. */
  #compare(holder: Holder, value: object, differ: Set<number>): void {
    if (holder.value === value) return;
    if (holder.compared?.run === this.#runs && holder.compared.value === value) return;
    holder.compared = { value, run: this.#runs };
    for (const [key, read] of holder.reads) {
      if (key === KEYS) {
        if (!areSame(read.value as readonly string[] | number, keysOf(value))) noteAll(read.by, differ);
        continue;
      }
      const now: unknown = Reflect.get(value, key);
      if (now === read.value) continue;
      if (isData(now) && isData(read.value) && Array.isArray(now) === Array.isArray(read.value)) {
        if (read.below !== undefined) this.#compare(read.below, now, differ);
      } else noteAll(read.by, differ);
    }
  }
}

function noteAll(positions: readonly number[], differ: Set<number>): void {
  for (const position of positions) differ.add(position);
}

const keysOf = (value: object): readonly PropertyKey[] | number =>
  Array.isArray(value) ? value.length : Object.keys(value);

/** The same length, or the same keys in the same order. */
function areSame(a: readonly PropertyKey[] | number, b: readonly PropertyKey[] | number): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
