/**
 * One input of several pure functions, what each of them read of it, and what it found: others like it are compared with it.
 *
 * Of every map and list that was read there is a `Holder`, which knows what was asked for there, what that gave, and who asked.
 * Another input is walked along the holders, from the root down; where it gives something else, those who asked are run.
 */

import { sameList } from '../same-list';
import { isData, KEYS, readAll, watched } from './watched';

/** A map or list of the example, as far as functions read it. */
interface Holder {
  readonly value: object;
  /** Its keys or its length. */
  readonly keys: readonly string[] | number;
  /** Who asked for these as such, by position. */
  readonly keysBy: number[];
  readonly reads: Map<PropertyKey, Read>;
  /** Reads of keys that are there. */
  present: readonly Read[];
  /** Reads of keys that are not: none of them is in a map with the same keys. */
  missing: readonly Read[];
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

  /**
   * Runs each function while it is watched, and once more if it finds something. Functions that would read the same of another
   * example are not run: all that is known of them there holds here.
   */
  public constructor(
    private readonly functions: readonly ((input: Input) => readonly Found[])[],
    input: Input,
    other?: Example<Input, Found>,
  ) {
    this.#differed = functions.map(() => 0);
    this.#root = this.#holderOf(input);
    const known = other === undefined ? [] : this.#takeOver(other, input);
    this.#found = functions.map((find, position) => {
      const before = known[position];
      if (before !== undefined) return before;
      // Each has an input of its own: what one keeps by the objects that it has read would not be read again by the next.
      const found = find(watched(input, (holder, key) => this.#note(holder, key, position)));
      readAll(found);
      return found.length === 0 ? [] : find(input);
    });
    this.#all = this.#found.flat();
    for (const holder of this.#holders.values()) this.#order(holder);
  }

  /** What is found in another input: the same by each function that would read the same; the others are run. */
  public foundIn(input: Input): readonly Found[] {
    if (!this.#compare(input)) return this.#all;
    const found: Found[] = [];
    for (let position = 0; position < this.functions.length; position += 1) {
      const here = this.#isSame(position) ? this.#found[position] : this.functions[position]?.(input);
      if (here !== undefined && here.length > 0) found.push(...here);
    }
    return found;
  }

  /** Begins a run: whether functions would read something else in this input. */
  #compare(input: Input): boolean {
    this.#runs += 1;
    return this.#differs(this.#root, input);
  }

  /** Whether a function would read the same in the input of this run. */
  #isSame(position: number): boolean {
    return this.#differed[position] !== this.#runs;
  }

  #holderOf(value: object): Holder {
    const known = this.#holders.get(value);
    if (known !== undefined) return known;
    const holder: Holder = {
      value,
      keys: keysOf(value),
      keysBy: [],
      reads: new Map(),
      present: [],
      missing: [],
      compared: undefined,
      run: 0,
    };
    this.#holders.set(value, holder);
    return holder;
  }

  #note(value: object, key: PropertyKey, position: number): void {
    const holder = this.#holderOf(value);
    const known = key === KEYS ? holder.keysBy : holder.reads.get(key)?.by;
    if (known === undefined)
      holder.reads.set(key, { key, value: Reflect.get(value, key), by: [position], below: undefined });
    else if (known.at(-1) !== position) known.push(position);
  }

  /** Takes over what functions have read of another example, where that is the same in this one, and gives what they found. */
  #takeOver(other: Example<Input, Found>, input: Input): readonly (readonly Found[] | undefined)[] {
    other.#compare(input);
    const done = new Map<object, Holder>();
    const take = (holder: Holder, value: object): void => {
      if (done.get(value) === holder) return;
      done.set(value, holder);
      const note = (key: PropertyKey, by: readonly number[]): void => {
        for (const position of by) if (other.#isSame(position)) this.#note(value, key, position);
      };
      note(KEYS, holder.keysBy);
      for (const { key, by, below } of holder.reads.values()) {
        note(key, by);
        const now: unknown = Reflect.get(value, key);
        if (below !== undefined && isAlike(below.value, now)) take(below, now);
      }
    };
    take(other.#root, input);
    return other.#found.map((found, position) => (other.#isSame(position) ? found : undefined));
  }

  /** Puts the reads of a map or list in a row, when all of them are known. */
  #order(holder: Holder): void {
    const reads = [...holder.reads.values()];
    for (const read of reads) read.below = isData(read.value) ? this.#holders.get(read.value) : undefined;
    holder.present = reads.filter(read => !isMissing(holder.value, read));
    holder.missing = reads.filter(read => isMissing(holder.value, read));
  }

  /** Whether functions read something else in this map or list than in that of the example; takes note of which. */
  #differs(holder: Holder, value: object): boolean {
    if (holder.value === value || (holder.run === this.#runs && holder.compared === value)) return false;
    holder.run = this.#runs;
    holder.compared = value;
    const { keys, keysBy, present, missing } = holder;
    let differs = this.#readsDiffer(present, value);
    if (keysBy.length + missing.length > 0 && !areSame(keys, keysOf(value))) {
      if (this.#noteAll(keysBy)) differs = true;
      if (this.#readsDiffer(missing, value)) differs = true;
    }
    return differs;
  }

  #readsDiffer(reads: readonly Read[], value: object): boolean {
    let differs = false;
    for (const { key, value: before, by, below } of reads) {
      const now = (value as Readonly<Record<PropertyKey, unknown>>)[key];
      if (now === before) continue;
      if (!isData(before) || !isAlike(before, now)) differs = this.#noteAll(by);
      else if (below !== undefined && this.#differs(below, now)) differs = true;
    }
    return differs;
  }

  #noteAll(positions: readonly number[]): boolean {
    for (const position of positions) this.#differed[position] = this.#runs;
    return positions.length > 0;
  }
}

const keysOf = (value: object): readonly string[] | number =>
  Array.isArray(value) ? value.length : Object.keys(value);

/** The same length, or the same keys in the same order. */
function areSame(a: readonly string[] | number, b: readonly string[] | number): boolean {
  return typeof a === 'number' || typeof b === 'number' ? a === b : sameList(a, b);
}

/** Whether it is a map like this one, or a list. */
const isAlike = (value: object, other: unknown): other is object =>
  isData(other) && Array.isArray(value) === Array.isArray(other);

/** Whether a key is neither in a map nor in all maps, as `constructor` is. */
const isMissing = (value: object, { key }: Read): boolean =>
  typeof key === 'string' && !Array.isArray(value) && !(key in value) && !(key in Object.prototype);
