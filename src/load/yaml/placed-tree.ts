/** The places in a document: where each piece of it is written. */

import type { ConfigPath } from '../../findings/finding';

/** A document that knows where its values are. */
export interface PlacedTree {
  /** Offset of the value at the path, or of the nearest thing above it that exists, and how many steps lead to it. */
  readonly locate: (path: ConfigPath) => { readonly offset: number; readonly depth: number };
  /** The text of the scalar at the path exactly as it was written, for example `4.10`. */
  readonly written: (path: ConfigPath) => string | undefined;
}
