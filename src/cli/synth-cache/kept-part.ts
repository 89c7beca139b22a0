/** What the cache has of one file with clusters, and what it never has: a text that looks like a credential. */

import type { PlainMap } from '../../config/plain-map';
import { looksLikeCredential } from '../../findings/credential-text';
import type { EntryOutline } from '../../load/layer';
import type { Seen } from '../../load/recorded-files';
import type { BuiltCluster } from '../../main/build';
import type { Manifest } from '../../manifests/common/manifest';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import { remembered } from '../../values/remembered';
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

/** What a part has of a cluster, as it was built. */
export const builtIn = ({ objects }: KnownPart, { emitted, hub }: KeptCluster): BuiltCluster => ({
  emitted: emitted.map(position => objects[position] as Manifest),
  hub,
});

/** A file with clusters, and a digest of what is kept of it. */
export type PartEntry = readonly [file: string, digest: string];

/** What all parts have in common, and when they were checked. */
export interface CommonParts {
  readonly from: number;
  readonly until: number;
}

/** What was kept of all parts. */
export interface KeptParts {
  readonly entries: readonly PartEntry[];
  /** Until when all of them hold. */
  readonly until: number;
  /** Whether one of them has plain Secrets; it is not kept. */
  readonly hasPlainSecrets: boolean;
  /** Files that the checks of their clusters read, and maybe others. */
  readonly inputs: ReadonlySet<string>;
}

/** No text in it looks like a credential, and no key. */
export function isHarmless(value: unknown): boolean {
  if (typeof value === 'string') return isHarmlessText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isHarmless);
  for (const key in value) if (!isHarmlessText(key) || !isHarmless((value as PlainMap)[key])) return false;
  return true;
}

/** What findings say is the same in most files, and long: it is looked at once. */
const isHarmlessText = (text: string): boolean =>
  text.length > LONGEST_KEPT ? !looksLikeCredential(text) : known(text);

const LONGEST_KEPT = 1_000;
const known = remembered((text: string) => !looksLikeCredential(text));
