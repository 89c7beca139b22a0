/** One row of the catalogue of findings: what `explain` prints and the documentation shows. */

import type { ConfigPath, Problem, Severity } from './finding';

/** Everything that is always true of a finding, wherever it occurs. */
export interface CatalogueEntry {
  /** Stable name in capitals. */
  readonly code: string;
  readonly severity: Severity;
  /** What is refused or pointed out, one sentence without a full stop. */
  readonly title: string;
  /** What happens on the cluster otherwise. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
  /** Where the fact comes from. */
  readonly source: string;
  /**
   * `false` where a cluster cannot accept it: images would be lost silently, or the API server would refuse the object.
   *
   * @default true
   */
  readonly acceptable?: boolean;
}

/** A problem of this row, at this path; with a fix for this very value, where there is one. */
export const problemOf = (
  { code, severity, why, fix }: CatalogueEntry,
  path: ConfigPath,
  what: string,
  ownFix: string = fix,
): Problem => ({ code, severity, path, what, why, fix: ownFix });
