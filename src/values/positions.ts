/** Lists in which each value is once. */

/** Values in the order in which they were first asked for. */
export class Positions<T> {
  readonly #positions = new Map<T, number>();

  /** The position of a value, which is a new one where it was not asked for before. */
  public of(value: T): number {
    const position = this.#positions.get(value) ?? this.#positions.size;
    this.#positions.set(value, position);
    return position;
  }

  /** The values by position. */
  public values(): readonly T[] {
    return [...this.#positions.keys()];
  }
}
