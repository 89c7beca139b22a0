/** A text that is not known when the object is written that it belongs to. */

/** Stands in an object for a text. */
export class Place {
  /** What is written for now. Our YAML has no such character anywhere else: in texts it is escaped. */
  public static readonly MARK = '\0';

  /** How deep it is, once it is written. */
  public depth = 0;
  /** How many places are written before it; -1 while it is not written. */
  public index = -1;

  /** `written` has the places of the object that are written, in their order. */
  public constructor(private readonly written: Place[]) {}

  /** Takes note of where it is written. */
  public mark(depth: number): string {
    this.depth = depth;
    this.index = this.written.push(this) - 1;
    return Place.MARK;
  }
}
