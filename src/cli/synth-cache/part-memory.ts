/**
 * What is kept of each file with clusters: what its check found, and what the rest of the output depends on. Where nothing of
 * it has changed, it is neither parsed nor checked, and where the output is as it was left, it is not built again.
 */

import { join } from 'node:path';
import type { CheckedFleet } from '../../fleet/check-fleet';
import type { CheckConditions, CheckedPart, KnownChecks } from '../../fleet/parts';
import { now } from '../../load/clock';
import { type KnownFiles, knownEntries, outlineOf } from '../../load/layer';
import type { LoadedCluster } from '../../load/load-fleet';
import type { RecordedFiles, Seen } from '../../load/recorded-files';
import type { BuildMemory, BuiltCluster } from '../../main/build';
import type { Manifest } from '../../manifests/common/manifest';
import type { FilesByFolder } from '../../output/folder-files';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import { Positions } from '../../values/positions';
import { ChangedFile, keptDocuments } from './changed-file';
import {
  builtIn,
  type CommonParts,
  isHarmless,
  type KeptCluster,
  type KeptPart,
  type KeptParts,
  type KnownPart,
  type PartEntry,
} from './kept-part';
import { listed, listedFindings, listedSummaries, unlisted, unlistedFindings, unlistedSummaries } from './listed';
import { attempt, digestOf, load, nameOf, placeOf, removeOthers, save } from './store';
import { delicateInFile, tryText, validUntil } from './until';

/** The parts of the last run as far as they are still so, and those of this one. */
export class PartMemory implements BuildMemory {
  /** The files of the output, where it is as the last run left it. */
  public output?: FilesByFolder;
  readonly #entries = new Map<string, string>();
  readonly #parts = new Map<string, KnownPart>();
  /** What was kept of files that have changed since. */
  readonly #changed = new Map<string, { readonly part: KnownPart; readonly file: ChangedFile }>();
  readonly #before = new Map<string, { readonly part: KnownPart; readonly built: KeptCluster }>();
  readonly #built = new Map<string, BuiltCluster>();
  readonly #interned = new Map<string, Manifest>();
  /** What the keys of all parts have in common, and where all are kept: worked out once. */
  #common: string | undefined;
  #place: string | undefined;
  #conditions: { readonly of?: CheckConditions; readonly digest: string } = { digest: '' };

  /** `base` names everything that the output depends on besides files and the day. */
  public constructor(
    private readonly fleetFile: string,
    private readonly base: () => string,
    private readonly files: RecordedFiles,
  ) {}

  /** Takes what the last run kept, and the files of its output where they are still so. */
  public open(entries: readonly PartEntry[], output: FilesByFolder | undefined): void {
    for (const [file, digest] of entries) this.#entries.set(file, digest);
    this.output = output;
  }

  /** The entries of a file that has not changed. */
  public readonly known: KnownFiles = file => {
    const found = this.#find(file);
    return found && knownEntries(file, found.text, unlisted(found.part.outlines));
  };

  /** What the check of such a file found, and of the clusters that are as they were in another one. */
  public readonly checks: KnownChecks = {
    ofFile: (file, conditions) => {
      if (this.#conditions.of !== conditions) this.#conditions = { of: conditions, digest: digestOf(conditions) };
      const part = this.#parts.get(file);
      if (part?.conditions !== this.#conditions.digest) return undefined;
      part.summaries.forEach((_, index) => {
        this.#noteBuilt(part, index);
      });
      return { summaries: part.summaries, findings: unlistedFindings(part.findings) };
    },
    ofCluster: cluster => {
      const { part, file } = this.#changed.get(cluster.own.file ?? '') ?? {};
      if (part === undefined || part.conditions !== this.#conditions.digest) return undefined;
      const found = file?.find(cluster);
      if (found !== undefined) this.#noteBuilt(part, found.position);
      return found;
    },
  };

  /** Takes note of a cluster whose files in the output are as the last run left them. */
  #noteBuilt(part: KnownPart, index: number): void {
    const { name } = part.summaries[index] as ClusterSummary;
    if (this.output !== undefined) this.#before.set(name, { part, built: part.built[index] as KeptCluster });
  }

  /** The clusters of the last run, as far as what was kept of their files could be read. */
  public before(): readonly ClusterSummary[] {
    const parts = [...this.#parts.values(), ...[...this.#changed.values()].map(({ part }) => part)];
    return parts.flatMap(({ summaries }) => summaries);
  }

  public builtBefore({ name }: { readonly name: string }): BuiltCluster | undefined {
    const before = this.#before.get(name);
    return before && builtIn(before.part, before.built);
  }

  public built({ name }: { readonly name: string }, { emitted, hub }: BuiltCluster): void {
    const once = new Set(emitted.map(object => this.#intern(object)));
    this.#built.set(name, { emitted: [...once], hub });
  }

  /** What was kept of a file that has changed since. */
  public changed(file = ''): KnownPart | undefined {
    return this.#changed.get(file)?.part;
  }

  /** Whether a cluster is not known from the last run, in a file that has changed since. */
  public isNew(cluster: LoadedCluster): boolean {
    return this.#changed.get(cluster.own.file ?? '')?.file.find(cluster) === undefined;
  }

  /** What was built of a cluster in this run, if it was. */
  public builtNow({ name }: ClusterSummary): BuiltCluster | undefined {
    return this.#built.get(name);
  }

  /** Keeps what this run found; `common` is what all parts have in common. */
  public keep(checked: CheckedFleet, common: CommonParts): KeptParts {
    const read = new Map(this.files.seen()?.map(seen => [seen[0], seen]));
    let { until } = common;
    let hasPlainSecrets = false;
    const inputs = new Set<string>();
    const entries = checked.parts.flatMap((part): readonly PartEntry[] => {
      const { file = '' } = part.part;
      const known = this.#parts.get(file);
      for (const path of part.made?.files ?? known?.seen.map(([seen]) => seen) ?? []) inputs.add(path);
      if (file === '') return [];
      if (part.made === undefined && known !== undefined) {
        until = Math.min(until, known.until);
        return [[file, this.#entries.get(file) ?? '']];
      }
      const before = this.changed(file)?.until ?? Number.POSITIVE_INFINITY;
      const delicate = delicateInFile(part.part.clusters);
      hasPlainSecrets ||= delicate.hasPlainSecrets;
      const others = part.made?.files ?? [];
      const pems = [...delicate.pems, ...others.flatMap(tryText)];
      const end = Math.min(common.until, before, validUntil(common.from, pems));
      until = Math.min(until, end);
      const seen = others.map(path => read.get(path) ?? ([path, ''] as const));
      const kept = delicate.hasPlainSecrets ? undefined : this.#keptOf(file, part, seen);
      const digest = kept && save(this.#placeOf(file), { ...kept, from: common.from, until: end });
      return digest === undefined ? [] : [[file, digest]];
    });
    return { entries, until, hasPlainSecrets, inputs };
  }

  /** Removes what is kept of all other files. */
  public removeOthers(entries: readonly PartEntry[]): void {
    removeOthers(this.#folder(), new Set(entries.map(([file]) => nameOf(file))));
  }

  #keptOf(
    file: string,
    { part: { clusters }, summaries, findings, made }: CheckedPart,
    seen: readonly Seen[],
  ): Omit<KeptPart, 'from' | 'until'> | undefined {
    const builtOf = ({ name }: ClusterSummary): BuiltCluster | undefined =>
      this.#built.get(name) ?? this.#builtAgain(name);
    const isWhole = summaries.length === clusters.length && summaries.every(summary => builtOf(summary) !== undefined);
    if (!isWhole || made === undefined || made.readsEnvironment || made.moreReadings > 0) return undefined;
    const objects = new Positions<Manifest>();
    const built = summaries.map((summary): KeptCluster => {
      const { emitted = [], hub } = builtOf(summary) ?? {};
      return { emitted: emitted.map(object => objects.of(object)), hub };
    });
    const outlines = listed(
      clusters.map(({ own }) => outlineOf(own)),
      ({ keys }) => keys.join(' '),
    );
    const kept = {
      outlines,
      summaries: listedSummaries(summaries),
      findings: listedFindings(findings),
      built: listed(built, ({ emitted }) => emitted.join(' ')),
      objects: objects.values(),
    };
    return isHarmless([file, made.files, kept])
      ? {
          ...kept,
          seen,
          key: this.#keyOf(file),
          text: this.files.digestOf(file),
          conditions: this.#conditions.digest,
          documents: keptDocuments(clusters, made.counts),
        }
      : undefined;
  }

  /** Takes a cluster of a changed file into what is kept of it now: what it has in common with new ones is one object again. */
  #builtAgain(name: string): BuiltCluster | undefined {
    const before = this.builtBefore({ name });
    const built = before && { ...before, emitted: before.emitted.map(object => this.#intern(object)) };
    if (built !== undefined) this.#built.set(name, built);
    return built;
  }

  /** What the last run kept of a file, where it has not changed and that day has not ended. */
  #find(file: string): { readonly part: KnownPart; readonly text: string } | undefined {
    const digest = this.#entries.get(file);
    if (digest === undefined) return undefined;
    return attempt(() => {
      const text = this.files.text(file);
      const kept = load(this.#placeOf(file), digest) as KeptPart | undefined;
      const time = now().getTime();
      const holds =
        kept?.key === this.#keyOf(file) &&
        kept.from <= time &&
        time < kept.until &&
        kept.seen.every(this.files.isAsSeen);
      if (kept === undefined || !holds) return undefined;
      const part = { ...kept, summaries: unlistedSummaries(kept.summaries), built: unlisted(kept.built) };
      if (part.text === this.files.digestOf(file)) {
        this.#parts.set(file, part);
        return { part, text };
      }
      this.#changed.set(file, { part, file: new ChangedFile(part) });
      return undefined;
    });
  }

  #keyOf(file: string): string {
    this.#common ??= digestOf([this.base(), this.files.digestOf(this.fleetFile)]);
    return digestOf([this.#common, file]);
  }

  #placeOf(file: string): string {
    return join(this.#folder(), nameOf(file));
  }

  #folder(): string {
    this.#place ??= `${placeOf(this.fleetFile)}-parts`;
    return this.#place;
  }

  #intern(object: Manifest): Manifest {
    const text = JSON.stringify(object);
    const known = this.#interned.get(text) ?? object;
    this.#interned.set(text, known);
    return known;
  }
}
