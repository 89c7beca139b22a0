/** A problem of an object that another program emitted. */

import type { OwnWords } from '../findings/catalogue-entry';
import type { Problem } from '../findings/finding';
import { catalogueProblem } from '../rules/catalogue';
import type { Emitted } from './objects';

/** A problem, and the object that has it. */
export interface ObjectFinding extends Problem {
  readonly object: Emitted;
  /** Where in the object. */
  readonly location: string;
}

/** A finding of this code; cause, fix and severity are the catalogue's unless given. */
export const objectFinding = (
  code: string,
  object: Emitted,
  location: string,
  what: string,
  own?: OwnWords,
): ObjectFinding => ({ ...catalogueProblem(code, [], what, own), object, location });
