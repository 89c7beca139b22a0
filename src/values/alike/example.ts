/** One input of several pure functions, what each of them read of it, and what it found: others like it are compared with it. */

import { sameList } from '../same-list';
import { isData, KEYS, readAll, watched } from './watched';

/** A map or list of the example, as far as functions read it. */
interface Holder {
  readonly value: object;
  /** Its keys or its length, where that was read as such. */
  keys?: { readonly value: readonly string[] | number; readonly by: number[] };
  readonly reads: Map<PropertyKey, Read>;
  /** The same in a row. */
  list: readonly Read[];
  /** What it was compared with last, and in which run. */
  compared?: object;
  run: number;
}

/** A value that was read, and the functions that did, by their position. */
interface Read {
  readonly key: PropertyKey;
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
  /** For each function the last run in which it would read something else. */
  readonly #differed: number[];
  #runs = 0;

  /** Runs each function twice: for what it finds, and to see what it reads. */
  public constructor(
    private readonly functions: readonly ((input: Input) => readonly Found[])[],
    input: Input,
  ) {
    this.#found = functions.map(find => find(input));
    this.#all = this.#found.flat();
    this.#differed = functions.map(() => 0);
    this.#root = this.#holderOf(input);
    functions.forEach((find, position) => {
      readAll(find(watched(input, (holder, key) => this.#note(holder, key, position))));
    });
    for (const holder of this.#holders.values()) {
      holder.list = [...holder.reads.values()];
      for (const read of holder.list) read.below = isData(read.value) ? this.#holders.get(read.value) : undefined;
    }
  }

  /** What is found in another input: the same by each function that would read the same; the others are run. */
  public foundIn(input: Input): readonly Found[] {
    this.#runs += 1;
    if (!this.#differs(this.#root, input)) return this.#all;
    const found: Found[] = [];
    for (let position = 0; position < this.functions.length; position += 1) {
      const isSame = this.#differed[position] !== this.#runs;
      const here = isSame ? this.#found[position] : this.functions[position]?.(input);
      if (here !== undefined && here.length > 0) found.push(...here);
    }
    return found;
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
    else holder.reads.set(key, { key, value: Reflect.get(value, key), by: [position], below: undefined });
  }

  /** Whether functions read something else in this map or list than in that of the example; takes note of which. */
  #differs(holder: Holder, value: object): boolean {
    if (holder.value === value || (holder.run === this.#runs && holder.compared === value)) return false;
    holder.run = this.#runs;
    holder.compared = value;
    let differs = false;
    const { keys, list } = holder;
    if (keys !== undefined && !areSame(keys.value, keysOf(value))) differs = this.#noteAll(keys.by);
    for (const { key, value: before, by, below } of list) {
      const now: unknown = Reflect.get(value, key);
      if (now === before) continue;
      if (isData(now) && isData(before) && Array.isArray(now) === Array.isArray(before)) {
        if (below !== undefined && this.#differs(below, now)) differs = true;
      } else differs = this.#noteAll(by);
    }
    return differs;
  }

  #noteAll(positions: readonly number[]): true {
    for (const position of positions) this.#differed[position] = this.#runs;
    return true;
  }
}

const keysOf = (value: object): readonly string[] | number =>
  Array.isArray(value) ? value.length : Object.keys(value);

/** The same length, or the same keys in the same order. */
function areSame(a: readonly string[] | number, b: readonly string[] | number): boolean {
  return typeof a === 'number' || typeof b === 'number' ? a === b : sameList(a, b);
}
