/** One side of a review: files with objects, wherever they come from. Nothing is parsed that need not be. */

/** A file of one side. */
export interface SideFile {
  /** With forward slashes; the same object may be in files of different names. */
  readonly path: string;
  /** Equal for equal content; how it is made may differ from side to side. */
  readonly id: string;
}

/** What can be compared. */
export interface Side {
  /** What the user called it. */
  readonly label: string;
  readonly files: readonly SideFile[];
  /** The text of some files, by path; many at once, because some sides are asked by another program. */
  readonly texts: (paths: readonly string[]) => ReadonlyMap<string, string>;
  /** Changes that the fleet says are meant. */
  readonly acknowledged: readonly Acknowledged[];
}

/** A change that is meant, and why. */
export interface Acknowledged {
  readonly change: string;
  readonly reason: string;
}
