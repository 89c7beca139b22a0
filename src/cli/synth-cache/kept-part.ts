/** What the cache has of one file with clusters, and what it never has: a text that looks like a credential. */

import { looksLikeCredential } from '../../findings/credential-text';
import type { EntryOutline } from '../../load/layer';
import type { Seen } from '../../load/recorded-files';
import type { BuiltCluster } from '../../main/build';
import type { Manifest } from '../../manifests/common/manifest';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import type { Listed, ListedFindings, ListedSummaries } from './listed';

/** What is kept of a file with clusters. */
export interface KeptPart {
  /** The program, the fleet file and the name of this one. */
  readonly key: string;
  /** A digest of its text. */
  readonly text: string;
  /** A digest of the rest that its check depends on. */
  readonly conditions: string;
  /** When it was made, and until when it holds, in milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Other files that were read for it. */
  readonly seen: readonly Seen[];
  /** The document of each cluster, as one text: they are asked for where the file has changed. */
  readonly documents: string;
  readonly outlines: Listed<EntryOutline>;
  readonly summaries: ListedSummaries;
  readonly findings: ListedFindings;
  /** What its clusters emit, each once. */
  readonly objects: readonly Manifest[];
  readonly built: Listed<KeptCluster>;
}

/** The same after it was read. */
export interface KnownPart extends Omit<KeptPart, 'summaries' | 'built'> {
  readonly summaries: readonly ClusterSummary[];
  readonly built: readonly KeptCluster[];
}

/** A cluster that was built; what it emits by position. */
export interface KeptCluster extends Pick<BuiltCluster, 'hub'> {
  readonly emitted: readonly number[];
}

/** No text in it looks like a credential. Most of them occur in every cluster: those in `fine` were looked at before. */
export function isHarmless(value: unknown, fine = new Set<string>()): boolean {
  if (typeof value === 'string') return isHarmlessText(value, fine);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, below]) => isHarmlessText(key, fine) && isHarmless(below, fine));
}

function isHarmlessText(text: string, fine: Set<string>): boolean {
  if (fine.has(text)) return true;
  const is = !looksLikeCredential(text);
  if (is) fine.add(text);
  return is;
}
