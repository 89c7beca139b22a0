/** What a check of an object gives. */

import type { Severity } from '../findings/finding';
import type { Emitted } from './objects';

/** A check's result; cause, fix and severity are the catalogue's where it does not say others. */
export interface ObjectHit {
  readonly code: string;
  readonly object: Emitted;
  readonly location: string;
  readonly what: string;
  readonly fix?: string;
  readonly why?: string;
  readonly severity?: Severity;
}
