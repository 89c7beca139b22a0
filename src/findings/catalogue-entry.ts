/** One row of the catalogue of findings: what `explain` prints and the documentation shows. */

import { looksLikeCredential } from './credential-text';
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
   * `inPrograms` where the fleet must acknowledge it instead; a program has no fleet file, and accepts it.
   *
   * @default true
   */
  readonly acceptable?: boolean | 'inPrograms';
}

/** Texts of one problem that differ from those of its row. */
export type OwnWords = Partial<Pick<Problem, 'severity' | 'why' | 'fix' | 'acknowledge'>>;

/**
 * A problem of this row, at this path. Every problem is made here. Where the value looks like a credential, no fix is made of
 * it: in another spelling it may not be known for one.
 */
export const problemOf = (row: CatalogueEntry, path: ConfigPath, what: string, own: OwnWords = {}): Problem => ({
  code: row.code,
  severity: own.severity ?? row.severity,
  path,
  what,
  why: own.why ?? row.why,
  fix: own.fix === undefined || looksLikeCredential(what) ? row.fix : own.fix,
  ...(own.acknowledge === undefined ? {} : { acknowledge: own.acknowledge }),
});
