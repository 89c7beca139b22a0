/** One side of a review: files with objects, wherever they come from. Files are parsed only when needed. */

/** A file of one side. */
export interface SideFile {
  /** With forward slashes; the same object may be in files of different names. */
  readonly path: string;
  /** Equal for equal content. */
  readonly id: string;
}

/** What can be compared. */
export interface Side {
  /** What the user called it. */
  readonly label: string;
  readonly files: readonly SideFile[];
  /** The text of some files, by path; many at once, because git is a separate process. */
  readonly texts: (paths: readonly string[]) => ReadonlyMap<string, string>;
  /** Changes that the fleet acknowledges. */
  readonly acknowledged: readonly Acknowledged[];
}

/** An acknowledged change, and why. */
export interface Acknowledged {
  readonly change: string;
  readonly reason: string;
}
