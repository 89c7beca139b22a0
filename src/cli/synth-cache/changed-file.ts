/**
 * A file of many clusters in which one has changed: the others are known by the text of their documents. That text decides
 * what their check finds, and the line at which it begins decides where.
 */

import type { Finding, Place } from '../../findings/finding';
import type { KnownCluster } from '../../fleet/parts';
import type { LoadedCluster } from '../../load/load-fleet';
import type { Seen } from '../../load/recorded-files';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import { type ListedFindings, unlistedFindings } from './listed';
import { textDigest } from './store';

/** A digest of the document of a cluster, empty where more than its text may decide; its first line; how many findings it has. */
type KeptDocument = readonly [digest: string, line: number, findings: number];

/** The documents of these clusters as a text, which is read faster than lists; `counts` is how many findings each has. */
export const keptDocuments = (clusters: readonly LoadedCluster[], counts: readonly number[]): string =>
  clusters
    .map((cluster, index) => {
      const { digest, line } = documentOf(cluster) ?? NOT_KNOWN;
      return [digest, line, counts[index] ?? 0].join(' ');
    })
    .join(',');

/** The documents as they were; a digest has neither a space nor a comma. */
const documentsIn = (kept: string): readonly KeptDocument[] =>
  kept.split(',').map((document): KeptDocument => {
    const [digest = '', line, findings] = document.split(' ');
    return [digest, Number(line), Number(findings)];
  });

const NOT_KNOWN = { digest: '', line: 0 };

/** A document that begins within a line may lie elsewhere in it the next time: then its columns differ. */
function documentOf({ own: { layer } }: LoadedCluster): { readonly digest: string; readonly line: number } | undefined {
  const { text, anchor } = layer;
  if (text === undefined) return undefined;
  const { line, column } = anchor.source.beginOf(anchor.document);
  return column === 1 ? { digest: textDigest(text), line } : undefined;
}

/** What was kept of a file as it was. */
interface FileBefore {
  /** As `keptDocuments` has them. */
  readonly documents: string;
  readonly summaries: readonly ClusterSummary[];
  readonly findings: ListedFindings;
  readonly seen: readonly Seen[];
}

/** The clusters of a file as it was. */
export class ChangedFile {
  readonly #documents: readonly KeptDocument[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #findings: readonly (readonly Finding[])[];
  readonly #files: readonly string[];

  public constructor(private readonly before: FileBefore) {
    const { findings, seen } = before;
    const documents = documentsIn(before.documents);
    this.#documents = documents;
    this.#positions = new Map(documents.map(([digest], position) => [digest, position]));
    const all = unlistedFindings(findings);
    let to = 0;
    this.#findings = documents.map(([, , count]) => {
      to += count;
      return all.slice(to - count, to);
    });
    this.#files = seen.map(([path]) => path);
  }

  /** What is known of a cluster, and its position as it was; undefined where it was not there with the same text. */
  public find(cluster: LoadedCluster): (KnownCluster & { readonly position: number }) | undefined {
    const { digest, line } = documentOf(cluster) ?? NOT_KNOWN;
    const position = digest === '' ? undefined : this.#positions.get(digest);
    if (position === undefined) return undefined;
    const [, before = 0] = this.#documents[position] ?? [];
    const { file } = cluster.own;
    const moved = (place: Place): Place =>
      place.file === file ? { ...place, line: place.line + line - before } : place;
    return {
      position,
      summary: this.before.summaries[position] as ClusterSummary,
      findings: (this.#findings[position] ?? []).map(({ place, ...finding }) => ({
        ...finding,
        ...(place && { place: moved(place) }),
      })),
      files: this.#files,
    };
  }
}
