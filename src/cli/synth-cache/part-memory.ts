/**
 * What is kept of each file with clusters: what its check found, and what the rest of the output depends on. Where nothing of
 * it has changed, it is neither parsed nor checked, and where the output is as it was left, it is not built again.
 */

import { join } from 'node:path';
import { looksLikeCredential } from '../../findings/credential-text';
import type { CheckConditions, CheckedPart, KnownChecks, PartCheck } from '../../fleet/parts';
import { now } from '../../load/clock';
import { type EntryOutline, type KnownFiles, knownEntries, outlineOf } from '../../load/layer';
import type { RecordedFiles, Seen } from '../../load/recorded-files';
import type { PreparedFleet } from '../../main';
import type { BuildMemory, BuiltCluster } from '../../main/build';
import type { Manifest } from '../../manifests/common/manifest';
import type { FilesByFolder } from '../../output/present-output';
import { type Listed, type ListedFindings, listed, listedFindings, unlisted, unlistedFindings } from './listed';
import { attempt, digestOf, load, nameOf, placeOf, removeOthers, save } from './store';
import { delicateInFile, tryText, validUntil } from './until';

/** A file with clusters, and a digest of what is kept of it. */
export type PartEntry = readonly [file: string, digest: string];

/** What is kept of a file with clusters. */
interface KeptPart {
  /** The program, the fleet file and this file itself. */
  readonly key: string;
  /** A digest of the rest that its check depends on. */
  readonly conditions: string;
  /** When it was made, and until when it holds, in milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Other files that were read for it. */
  readonly seen: readonly Seen[];
  readonly outlines: Listed<EntryOutline>;
  readonly summaries: PartCheck['summaries'];
  readonly findings: ListedFindings;
  /** What its clusters emit, each once. */
  readonly objects: readonly Manifest[];
  readonly built: readonly KeptCluster[];
}

/** A cluster that was built; what it emits by position. */
interface KeptCluster extends Pick<BuiltCluster, 'hub'> {
  readonly emitted: readonly number[];
}

/** The parts of the last run as far as they are still so, and those of this one. */
export class PartMemory implements BuildMemory {
  /** The files of the output, where it is as the last run left it. */
  public output?: FilesByFolder;
  readonly #entries = new Map<string, string>();
  readonly #parts = new Map<string, KeptPart>();
  readonly #before = new Map<string, { readonly part: KeptPart; readonly built: KeptCluster }>();
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

  /** What the check of such a file found. */
  public readonly checks: KnownChecks = (file, conditions) => {
    const part = this.#parts.get(file);
    if (this.#conditions.of !== conditions) this.#conditions = { of: conditions, digest: digestOf(conditions) };
    if (part === undefined || part.conditions !== this.#conditions.digest) return undefined;
    if (this.output !== undefined)
      part.summaries.forEach(({ name }, index) => {
        this.#before.set(name, { part, built: part.built[index] as KeptCluster });
      });
    return { summaries: part.summaries, findings: unlistedFindings(part.findings) };
  };

  public builtBefore({ name }: { readonly name: string }): BuiltCluster | undefined {
    const before = this.#before.get(name);
    if (before === undefined) return undefined;
    const { objects } = before.part;
    const { emitted, hub } = before.built;
    return { emitted: emitted.map(position => objects[position] as Manifest), hub };
  }

  public built({ name }: { readonly name: string }, { emitted, hub }: BuiltCluster): void {
    const once = new Set(emitted.map(object => this.#intern(object)));
    this.#built.set(name, { emitted: [...once], hub });
  }

  /** Keeps what this run found; `common` is what all parts have in common. */
  public keep({ checked }: PreparedFleet, common: CommonParts): KeptParts {
    const read = new Map(this.files.seen());
    let { until } = common;
    let hasPlainSecrets = false;
    const entries = checked.parts.flatMap((part): readonly PartEntry[] => {
      const { file } = part.part;
      if (file === undefined) return [];
      const known = this.#parts.get(file);
      if (part.made === undefined && known !== undefined) {
        until = Math.min(until, known.until);
        return [[file, this.#entries.get(file) ?? '']];
      }
      const delicate = delicateInFile(part.part.clusters);
      hasPlainSecrets ||= delicate.hasPlainSecrets;
      const others = part.made?.files ?? [];
      const end = Math.min(common.until, validUntil(common.from, [...delicate.pems, ...others.flatMap(tryText)]));
      until = Math.min(until, end);
      const seen = others.map(path => [path, read.get(path) ?? ''] as const);
      const kept = delicate.hasPlainSecrets ? undefined : this.#keptOf(file, part, seen);
      const digest = kept && save(this.#placeOf(file), { ...kept, from: common.from, until: end });
      return digest === undefined ? [] : [[file, digest]];
    });
    removeOthers(this.#folder(), new Set(entries.map(([file]) => nameOf(file))));
    return { entries, until, hasPlainSecrets };
  }

  #keptOf(
    file: string,
    { part: { clusters }, summaries, findings, made }: CheckedPart,
    seen: readonly Seen[],
  ): Omit<KeptPart, 'from' | 'until'> | undefined {
    const isWhole = summaries.length === clusters.length && summaries.every(({ name }) => this.#built.has(name));
    if (!isWhole || made === undefined || made.readsEnvironment || made.moreReadings > 0) return undefined;
    const objects = new Map<Manifest, number>();
    const positionOf = (object: Manifest): number => {
      const position = objects.get(object) ?? objects.size;
      objects.set(object, position);
      return position;
    };
    const built = summaries.map(({ name }): KeptCluster => {
      const { emitted = [], hub } = this.#built.get(name) ?? {};
      return { emitted: emitted.map(positionOf), hub };
    });
    const outlines = listed(clusters.map(({ own }) => outlineOf(own)));
    const kept = { outlines, summaries, findings: listedFindings(findings), built, objects: [...objects.keys()] };
    return isHarmless([file, made.files, kept], new Set())
      ? { ...kept, seen, key: this.#keyOf(file), conditions: this.#conditions.digest }
      : undefined;
  }

  /** What the last run kept of a file, where it has not changed and that day has not ended. */
  #find(file: string): { readonly part: KeptPart; readonly text: string } | undefined {
    const digest = this.#entries.get(file);
    if (digest === undefined) return undefined;
    return attempt(() => {
      const text = this.files.text(file);
      const part = load(this.#placeOf(file), digest) as KeptPart | undefined;
      const time = now().getTime();
      const holds =
        part?.key === this.#keyOf(file) &&
        part.from <= time &&
        time < part.until &&
        part.seen.every(this.files.isAsSeen);
      if (part === undefined || !holds) return undefined;
      this.#parts.set(file, part);
      return { part, text };
    });
  }

  #keyOf(file: string): string {
    this.#common ??= digestOf([this.base(), this.files.digestOf(this.fleetFile)]);
    return digestOf([this.#common, file, this.files.digestOf(file)]);
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
}

/** No text in it looks like a credential. Most of them occur in every cluster: those in `fine` were looked at before. */
function isHarmless(value: unknown, fine: Set<string>): boolean {
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
