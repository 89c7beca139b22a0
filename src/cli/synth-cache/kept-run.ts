/** What is kept of the last run over a fleet. */

import type { CheckConditions } from '../../fleet/parts';
import type { Seen } from '../../load/recorded-files';
import type { KeptLock } from './kept-lock';
import type { KeptOutput } from './kept-output';
import type { PartEntry } from './kept-part';

/** A run that would give the same again. */
export interface KnownRun {
  readonly clusters: number;
  /** Files of the output. */
  readonly files: number;
  /** The findings as they were printed; an empty text if there were no findings. */
  readonly reported: string;
}

/** What is kept of a run. */
export interface KeptRun {
  /** A digest of the program, and the places of fleet and output. */
  readonly base: string;
  /** What is kept of each file with clusters. */
  readonly parts: readonly PartEntry[];
  /** The fleet's lock; absent where it says more than what is kept of the parts. */
  readonly lock?: KeptLock;
  /** The output; absent where its state is not certain. */
  readonly output?: KeptOutput;
  /** The run as a whole; absent where the next one may find something else though nothing has changed. */
  readonly run?: Run;
}

/** A run that would give the same again under these conditions. */
export interface Run extends KnownRun {
  /** The options that it was made with. */
  readonly options: string;
  /** When it was made, and until when it holds, in milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Every file that was read, the lock included. */
  readonly seen: readonly Seen[];
  /** Each pattern of `clusterFiles`, and the files that it matches. */
  readonly patterns: readonly (readonly [pattern: string, files: readonly string[]])[];
  /** What clusters depend on besides files; absent where a file with clusters may decide of those in another. */
  readonly apart?: ClustersApart;
}

/** Clusters that can be checked apart from the others. */
export interface ClustersApart extends Omit<CheckConditions, 'infos'> {
  /** The names of those with a finding about all clusters together, or about the lock. */
  readonly compared: readonly string[];
}
