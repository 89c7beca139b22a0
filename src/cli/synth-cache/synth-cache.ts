/**
 * A run of `synth` in which nothing changed costs almost nothing: what the last one read, wrote and reported is kept, and
 * where all of it is still so, nothing is loaded, checked or built. Anything doubtful is a run like any other.
 */

import { lstatSync, realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { shownText } from '../../findings/shown';
import { isSettled } from '../../fleet/lock/check-lock';
import type { Lock } from '../../fleet/lock/lock';
import type { KnownLock } from '../../fleet/lock/lock-file';
import { lockText } from '../../fleet/lock/lock-text';
import { now } from '../../load/clock';
import { clusterFilesOf } from '../../load/cluster-files';
import { isOutside } from '../../load/files-within';
import { type RecordedFiles, recordedFiles, type Seen } from '../../load/recorded-files';
import { freeMemory } from '../../load/tune-v8';
import type { PreparedFleet } from '../../main';
import { realFolder } from '../../output/folder-name';
import type { OutputChanges } from '../../output/output-changes';
import { sameList } from '../../values/same-list';
import { type KeptLock, keptLock, lockBefore } from './kept-lock';
import { foldersAsLeft, type KeptOutput } from './kept-output';
import { type OutputBefore, outputAfter } from './output-after';
import { type PartEntry, PartMemory } from './part-memory';
import { programState } from './program';
import { attempt, cacheFolder, digestOf, load, placeOf, save } from './store';
import { delicateIn, tryText, validUntil } from './until';

/** A run that would give the same again. */
export interface KnownRun {
  readonly clusters: number;
  /** Files of the output. */
  readonly files: number;
  /** The findings as they were printed; an empty text if there were no findings. */
  readonly reported: string;
}

/** What is kept of a run. */
interface Entry {
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
interface Run extends KnownRun {
  /** The options that it was made with. */
  readonly options: string;
  /** When it was made, and until when it holds, in milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Every file that was read, the lock included. */
  readonly seen: readonly Seen[];
  /** Each pattern of `clusterFiles`, and the files that it matches. */
  readonly patterns: readonly (readonly [pattern: string, files: readonly string[]])[];
}

/** A run that was made. */
export interface MadeRun {
  readonly fleet: PreparedFleet;
  readonly changes: OutputChanges;
  readonly reported: string;
}

/** The cache of one fleet and output. */
export class SynthCache {
  /** Where the run reads its files, so that the cache knows them. */
  public readonly files: RecordedFiles = recordedFiles();
  /** What is known of the files with clusters. */
  public readonly parts: PartMemory;
  readonly #started = Date.now();
  /** Of the base. Looked at once: what runs is the program as it was at the start. */
  #digest: string | undefined;
  #entry: Entry | undefined;
  #lock: Lock | undefined;
  /** The output, where it is as the last run left it; looked at once. */
  #output: { readonly before?: OutputBefore } | undefined;

  /** `options` is everything else that decides what is printed. */
  public constructor(
    private readonly file: string,
    private readonly folder: string,
    private readonly options: readonly unknown[],
  ) {
    this.parts = new PartMemory(file, () => this.#base(), this.files);
  }

  /** The last run, where nothing that it depended on has changed. */
  public find(): KnownRun | undefined {
    return attempt(() => {
      const base = this.#base();
      const entry = load(placeOf(this.file)) as Entry | undefined;
      if (entry?.base !== base) return undefined;
      this.#entry = entry;
      return entry.run && this.#holds(entry.run) && this.#outputBefore(entry) ? entry.run : undefined;
    });
  }

  /** Opens what is known of the parts of the fleet, where something has changed. */
  public open(): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    this.parts.open(entry.parts, this.#outputBefore(entry)?.folders);
  }

  /** The lock of the last run. */
  public readonly lock: KnownLock = text => {
    this.#lock = this.#entry?.lock && lockBefore(this.#entry.lock, text, this.parts.before());
    return this.#lock;
  };

  /** Whether this is that lock, and the output is as that run left it: with the same clusters. */
  public readonly hasOutput = (lock: Lock): boolean => this.#lock === lock && this.#output?.before !== undefined;

  /** Keeps a run that wrote its output; a failure only means that the next run is not faster. */
  public keep(run: MadeRun): void {
    attempt(() => {
      if (run.changes.files > MANY && run.changes.written) freeMemory();
      const entry = this.#entryOf(run);
      if (entry !== undefined) save(placeOf(this.file), entry);
    });
  }

  #holds({ options, from, until, seen, patterns }: Run): boolean {
    const time = now().getTime();
    return (
      options === digestOf(this.options) &&
      from <= time &&
      time < until &&
      seen.every(this.files.isAsSeen) &&
      patterns.every(([pattern, files]) => sameList(files, this.#matches(pattern)))
    );
  }

  #outputBefore({ output: kept }: Entry): OutputBefore | undefined {
    this.#output ??= {
      before: attempt(() => {
        const folders = kept && foldersAsLeft(realFolder(this.folder), kept);
        return folders && { kept, folders };
      }),
    };
    return this.#output.before;
  }

  #entryOf({ fleet, changes, reported }: MadeRun): Entry | undefined {
    const { root, profiles } = fleet.checked.loaded;
    const from = fleet.checked.inputs.now.getTime();
    const common = delicateIn([root, ...Object.values(profiles).map(({ value }) => value)]);
    if (common.hasPlainSecrets) return undefined;
    const parts = this.parts.keep(fleet, { from, until: validUntil(from, common.pems) });
    if (this.files.seen() === undefined) return undefined;
    const output = this.#outputAfter(changes, !parts.hasPlainSecrets);
    const run = parts.hasPlainSecrets ? undefined : this.#runOf(fleet, changes, reported);
    if (run === undefined && parts.entries.length === 0) return undefined;
    return {
      base: this.#base(),
      parts: parts.entries,
      lock: keptLock(fleet),
      output,
      run: run && { ...run, from, until: Math.min(parts.until, run.until) },
    };
  }

  #runOf(fleet: PreparedFleet, { files }: OutputChanges, reported: string): Omit<Run, 'from'> | undefined {
    const { checked, lock } = fleet;
    const { loaded } = checked;
    const read = this.files.seen();
    if (read === undefined || !isSettled(fleet)) return undefined;
    const locked = recordedFiles();
    if (attempt(() => locked.text(lock.file)) !== lockText(lock.lock)) return undefined;
    const written = loaded.root?.clusterFiles;
    const patterns = (Array.isArray(written) ? written.map(String) : []).map(
      pattern => [pattern, this.#matches(pattern)] as const,
    );
    const matched = new Set([loaded.file, ...patterns.flatMap(([, found]) => found)]);
    const seen = [...read, ...(locked.seen() ?? [])];
    const names = seen.flatMap(([path, , state = '']) => [path, state]);
    const isShown = [...names, ...patterns.map(([pattern]) => pattern)].every(isHarmless);
    if (!isShown || !sameList([...matched], loaded.files)) return undefined;
    // What is inside of the configuration is looked at with the parts: of the rest, the files are certificates.
    const pems = read.flatMap(([path]) => (matched.has(path) ? [] : tryText(path)));
    const until = validUntil(checked.inputs.now.getTime(), pems);
    const options = digestOf(this.options);
    return { options, until, seen, patterns, clusters: loaded.clusters.length, files, reported };
  }

  #outputAfter(changes: OutputChanges, isNamed: boolean): KeptOutput | undefined {
    if (isInside(cacheFolder(), this.folder)) return undefined;
    const before = this.#output?.before;
    return outputAfter({ root: realFolder(this.folder), changes, before, started: this.#started, isNamed });
  }

  #matches(pattern: string): readonly string[] {
    return clusterFilesOf(this.file, [pattern], () => ({ file: this.file, line: 1, column: 1 }), []).map(
      ({ file }) => file,
    );
  }

  #base(): string {
    const { CDK8S_DISABLE_SORT = '', CDK8S_LEGACY_HASH = '' } = process.env;
    this.#digest ??= digestOf([
      ...[FORMAT, programState(), CDK8S_DISABLE_SORT, CDK8S_LEGACY_HASH, process.cwd()],
      ...[this.file, realpathSync(this.file), this.folder, realFolder(this.folder)],
    ]);
    return this.#digest;
  }
}

/** Files of an output after whose build as much memory is free as what is kept of it takes. */
const MANY = 20_000;

/** Of the entry, and of what is kept of each part. */
const FORMAT = 13;

/** A path may hold a credential, too, where one was written in the wrong place. */
const isHarmless = (text: string): boolean => shownText(text) === text;

/** Whether a path is below a folder, as far as links are known. */
function isInside(path: string, folder: string): boolean {
  const outer = realFolder(folder);
  const inner = lstatSync(path, { throwIfNoEntry: false }) === undefined ? path : realpathSync(path);
  return !isOutside(relative(outer, inner));
}
