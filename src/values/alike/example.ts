/** One input of several pure functions, what each of them read of it, and what it found: others like it are compared with it. */

import { isData, KEYS, readAll, watched } from './watched';

/** A map or list of the example, as far as functions read it. */
interface Holder {
  readonly value: object;
  /** Its keys or its length, where that was read as such. */
  keys?: Read<readonly string[] | number>;
  readonly reads: Map<PropertyKey, Read<unknown>>;
  /** The same in a row. */
  list: readonly [key: PropertyKey, read: Read<unknown>][];
  /** What it was compared with last, and in which run. */
  compared?: object;
  run: number;
}

/** A value that was read, and the functions that did, by their position. */
interface Read<Value> {
  readonly value: Value;
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
  /** Positions of the functions that found something. */
  readonly #finders: readonly number[];
  #runs = 0;

  /** Runs each function twice: for what it finds, and to see what it reads. */
  public constructor(
    private readonly functions: readonly ((input: Input) => readonly Found[])[],
    input: Input,
  ) {
    this.#found = functions.map(find => find(input));
    this.#all = this.#found.flat();
    this.#finders = [...this.#found.keys()].filter(position => (this.#found[position]?.length ?? 0) > 0);
    this.#root = this.#holderOf(input);
    functions.forEach((find, position) => {
      readAll(find(watched(input, (holder, key) => this.#note(holder, key, position))));
    });
    for (const holder of this.#holders.values()) {
      holder.list = [...holder.reads];
      for (const [, read] of holder.list) read.below = isData(read.value) ? this.#holders.get(read.value) : undefined;
    }
  }

  /** What is found in another input: the same by each function that would read the same; the others are run. */
  public foundIn(input: Input): readonly Found[] {
    this.#runs += 1;
    const differ = new Set<number>();
    this.#compare(this.#root, input, differ);
    if (differ.size === 0) return this.#all;
    const same = this.#finders.filter(position => !differ.has(position));
    return [...same, ...differ]
      .sort((a, b) => a - b)
      .flatMap(position => (differ.has(position) ? this.functions[position]?.(input) : this.#found[position]) ?? []);
  }

  #holderOf(value: object): Holder {
    const known = this.#holders.get(value);
    if (known !== undefined) return known;
    const holder: Holder = { value, keys: undefined, reads: new Map(), list: [], compared: undefined, run: 0 };
    this.#holders.set(value, holder);
    return holder;
  }

  #note(value: object, key: PropertyKey, position: number): void {
    const holder = this.#holderOf(value);
    const read = key === KEYS ? holder.keys : holder.reads.get(key);
    if (read !== undefined) {
      if (read.by.at(-1) !== position) read.by.push(position);
    } else if (key === KEYS) holder.keys = { value: keysOf(value), by: [position] };
    else holder.reads.set(key, { value: Reflect.get(value, key), by: [position], below: undefined });
  }

  /** Collects the functions that read something else in this map or list than in that of the example. */
  #compare(holder: Holder, value: object, differ: Set<number>): void {
    if (holder.value === value || (holder.run === this.#runs && holder.compared === value)) return;
    holder.run = this.#runs;
    holder.compared = value;
    const { keys, list } = holder;
    if (keys !== undefined && !areSame(keys.value, keysOf(value))) noteAll(keys.by, differ);
    for (const [key, read] of list) {
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

const keysOf = (value: object): readonly string[] | number =>
  Array.isArray(value) ? value.length : Object.keys(value);

/** The same length, or the same keys in the same order. */
function areSame(a: readonly string[] | number, b: readonly string[] | number): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}
