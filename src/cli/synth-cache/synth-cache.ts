/**
 * A run of `synth` in which nothing changed costs almost nothing: what the last one read, wrote and reported is kept, and
 * where all of it is still so, nothing is loaded, checked or built. Anything doubtful is a run like any other.
 */

import { realpathSync } from 'node:fs';
import { shownText } from '../../findings/shown';
import { isSettled } from '../../fleet/lock/check-lock';
import type { Lock } from '../../fleet/lock/lock';
import type { KnownLock } from '../../fleet/lock/lock-file';
import { lockText } from '../../fleet/lock/lock-text';
import { now } from '../../load/clock';
import { clusterFilesOf } from '../../load/cluster-files';
import { type RecordedFiles, recordedFiles, type Seen } from '../../load/recorded-files';
import { freeMemory } from '../../load/tune-v8';
import type { PreparedFleet } from '../../main';
import { realFolder } from '../../output/folder-name';
import type { OutputChanges } from '../../output/output-changes';
import { sameList } from '../../values/same-list';
import { keptLock, lockBefore } from './kept-lock';
import { foldersAsLeft, type KeptOutput } from './kept-output';
import type { KeptParts } from './kept-part';
import type { KeptRun, KnownRun, Run } from './kept-run';
import { clustersApart, type LoneChange, loneChange } from './lone-change';
import { type OutputBefore, outputAfter } from './output-after';
import { PartMemory } from './part-memory';
import { programState } from './program';
import { attempt, digestOf, isCacheWithin, load, placeOf, save } from './store';
import { commonOf, tryText, validUntil } from './until';

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
  #entry: KeptRun | undefined;
  /** Files that have changed since, where all else is as it was. */
  #changed: ReadonlySet<string> | undefined;
  #lock: Lock | undefined;
  /** The output, where it is as the last run left it; looked at once. */
  #output: { readonly before?: OutputBefore } | undefined;

  /** `options` is everything else that decides what is printed. */
  public constructor(
    private readonly file: string,
    private readonly folder: string,
    private readonly options: readonly unknown[],
  ) {
    this.parts = this.#partMemory();
  }

  /** The last run, where nothing that it depended on has changed. */
  public find(): KnownRun | undefined {
    return attempt(() => {
      const base = this.#base();
      const entry = load(placeOf(this.file)) as KeptRun | undefined;
      if (entry?.base !== base) return undefined;
      this.#entry = entry;
      const changed = entry.run && this.#changedSince(entry.run);
      if (changed !== undefined && changed.length > 0) this.#changed = new Set(changed);
      return changed?.length === 0 && this.#outputBefore(entry) ? entry.run : undefined;
    });
  }

  /** The change since the last run, where it concerns no other cluster. */
  public loneChange(infos: boolean): LoneChange | undefined {
    const [entry, changed] = [this.#entry, this.#changed];
    const run = entry?.run;
    if (entry === undefined || changed === undefined || run?.apart === undefined) return undefined;
    if (![...changed].every(file => entry.parts.some(([part]) => part === file))) return undefined;
    const since = { fleetFile: this.file, changed, before: run, apart: run.apart, infos };
    return attempt(() => {
      const parts = this.#partMemory();
      parts.open(entry.parts, this.#outputBefore(entry)?.folders);
      return loneChange(since, parts, this.files);
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

  /** Keeps what such a change led to. */
  public keepChange(change: LoneChange, changes: OutputChanges): void {
    attempt(() => {
      const entry = this.#entryAfter(change, changes);
      if (entry !== undefined) save(placeOf(this.file), entry);
    });
  }

  /** Keeps a run that wrote its output; a failure only means that the next run is not faster. */
  public keep(run: MadeRun): void {
    attempt(() => {
      if (run.changes.files > MANY && run.changes.written) freeMemory();
      const entry = this.#entryOf(run);
      if (entry !== undefined) save(placeOf(this.file), entry);
    });
  }

  /** The files that have changed, where they are few, and all else is as it was. */
  #changedSince({ options, from, until, seen, patterns }: Run): readonly string[] | undefined {
    const time = now().getTime();
    if (options !== digestOf(this.options) || time < from || until <= time) return undefined;
    const changed: string[] = [];
    for (const file of seen) {
      if (!this.files.isAsSeen(file) && changed.push(file[0]) > MOST_CHANGED) return undefined;
    }
    return patterns.every(([pattern, files]) => sameList(files, this.#matches(pattern))) ? changed : undefined;
  }

  #partMemory(): PartMemory {
    return new PartMemory(this.file, () => this.#base(), this.files);
  }

  #outputBefore({ output: kept }: KeptRun): OutputBefore | undefined {
    this.#output ??= {
      before: attempt(() => {
        const folders = kept && foldersAsLeft(realFolder(this.folder), kept);
        return folders && { kept, folders };
      }),
    };
    return this.#output.before;
  }

  #entryOf({ fleet, changes, reported }: MadeRun): KeptRun | undefined {
    const common = commonOf(fleet.checked);
    if (common === undefined) return undefined;
    const parts = this.parts.keep(fleet.checked, common);
    this.parts.removeOthers(parts.entries);
    if (this.files.seen() === undefined) return undefined;
    const output = this.#outputAfter(changes, !parts.hasPlainSecrets);
    const run = parts.hasPlainSecrets ? undefined : this.#runOf(fleet, changes, reported, parts);
    if (run === undefined && parts.entries.length === 0) return undefined;
    return {
      base: this.#base(),
      parts: parts.entries,
      lock: keptLock(fleet),
      output,
      run: run && { ...run, from: common.from, until: Math.min(parts.until, run.until) },
    };
  }

  /** What is kept of the last run, after a change that concerns some files alone. */
  #entryAfter({ checked, parts }: LoneChange, changes: OutputChanges): KeptRun | undefined {
    const [entry, common, seen] = [this.#entry, commonOf(checked), this.files.seen()];
    if (entry?.run === undefined || common === undefined || seen === undefined) return undefined;
    const kept = parts.keep(checked, common);
    const others = entry.parts.filter(([file]) => !this.#changed?.has(file));
    const run = {
      ...entry.run,
      from: common.from,
      until: Math.min(kept.until, entry.run.until),
      files: changes.files,
      seen,
    };
    return {
      ...entry,
      parts: [...others, ...kept.entries],
      output: this.#outputAfter(changes, true),
      run: namesOf(seen).every(isHarmless) ? run : undefined,
    };
  }

  #runOf(
    fleet: PreparedFleet,
    { files }: OutputChanges,
    reported: string,
    { inputs }: KeptParts,
  ): Omit<Run, 'from'> | undefined {
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
    const isShown = [...namesOf(seen), ...patterns.map(([pattern]) => pattern)].every(isHarmless);
    if (!isShown || !sameList([...matched], loaded.files)) return undefined;
    // What is inside of the configuration is looked at with the parts: of the rest, the files are certificates.
    const pems = read.flatMap(([path]) => (matched.has(path) ? [] : tryText(path)));
    const until = validUntil(checked.inputs.now.getTime(), pems);
    const options = digestOf(this.options);
    const apart = [...inputs].some(path => matched.has(path)) ? undefined : clustersApart(fleet);
    return { options, until, seen, patterns, clusters: loaded.clusters.length, files, reported, apart };
  }

  #outputAfter(changes: OutputChanges, isNamed: boolean): KeptOutput | undefined {
    if (isCacheWithin(this.folder)) return undefined;
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
const FORMAT = 14;

/** Files that may have changed: each is read for a check of its own first, and for that of the whole fleet if that is needed. */
const MOST_CHANGED = 10;

/** The paths of files, as they were named and as they are. */
const namesOf = (seen: readonly Seen[]): readonly string[] => seen.flatMap(([path, , state = '']) => [path, state]);

/** A path may hold a credential, too, where one was written in the wrong place. */
const isHarmless = (text: string): boolean => shownText(text) === text;
