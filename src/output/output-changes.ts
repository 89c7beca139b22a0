/** What a run did to the output folder. */

import type { WrittenOutput } from './written-files';

/** Numbers of files; the file that says whose output it is does not count. */
export interface OutputChanges {
  /** Files of the new output. */
  readonly files: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  /** Where no other file was touched: the paths of those that were changed, added or removed. */
  readonly touched?: readonly string[];
  /** Where all files were written: what the output consists of. */
  readonly written?: WrittenOutput;
}
