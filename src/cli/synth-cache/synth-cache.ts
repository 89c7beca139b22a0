/**
 * A run of `synth` in which nothing changed costs almost nothing: what the last one read, wrote and reported is kept, and
 * where all of it is still so, nothing is loaded, checked or built. Anything doubtful is a run like any other.
 */

import { lstatSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { shownText } from '../../findings/shown';
import { isSettled } from '../../fleet/lock/check-lock';
import type { KnownLock } from '../../fleet/lock/lock-file';
import { lockText } from '../../fleet/lock/lock-text';
import { now } from '../../load/clock';
import { clusterFilesOf } from '../../load/cluster-files';
import { isOutside } from '../../load/files-within';
import { digestOfText, type RecordedFiles, recordedFiles, type Seen } from '../../load/recorded-files';
import { freeMemory } from '../../load/tune-v8';
import type { PreparedFleet } from '../../main';
import { realFolder } from '../../output/folder-name';
import type { OutputChanges } from '../../output/output-changes';
import { OWNER_FILE } from '../../output/owner-file';
import { sameList } from '../../values/same-list';
import { type KeptLock, keptLock, lockBefore } from './kept-lock';
import { type PartEntry, PartMemory } from './part-memory';
import { programState } from './program';
import { attempt, cacheFolder, digestOf, load, placeOf, save } from './store';
import { type TreeState, treeState } from './tree-state';
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
  /** A digest of the state of the output folder; absent where that is not certain. */
  readonly output?: string;
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

/** File systems note times no finer than this, in milliseconds. */
const GRAIN = 20;

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
  /** The output, where it is as the last run left it and something else has changed. */
  #output: TreeState | undefined;
  /** Whether a look showed that it is not as it was left. */
  #isOutputOther = false;

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
      return entry.run && this.#holds(entry.run) && this.#isAsLeft(entry, { isLast: true }) ? entry.run : undefined;
    });
  }

  /** Opens what is known of the parts of the fleet, where something has changed. */
  public open(): void {
    const entry = this.#entry;
    if (entry === undefined) return;
    attempt(() => this.#isAsLeft(entry));
    this.parts.open(entry.parts, this.#output?.folders);
  }

  /** The lock of the last run. */
  public readonly lock: KnownLock = text =>
    this.#entry?.lock && lockBefore(this.#entry.lock, text, this.parts.before());

  /** Keeps a run that wrote its output; a failure only means that the next run is not faster. */
  public keep(run: MadeRun): void {
    attempt(() => {
      if (this.#output === undefined && run.changes.files > MANY) freeMemory();
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

  /** Looks at the output; only where it is not the last look, its state is kept, as that of a large one takes megabytes. */
  #isAsLeft({ output }: Entry, looks: { readonly isLast?: boolean } = {}): boolean {
    if (output === undefined || this.#isOutputOther) return false;
    const state = treeState(realFolder(this.folder), looks);
    this.#isOutputOther = state.digest !== output;
    if (!this.#isOutputOther && looks.isLast !== true) this.#output = state;
    return !this.#isOutputOther;
  }

  #entryOf({ fleet, changes, reported }: MadeRun): Entry | undefined {
    const { root, profiles } = fleet.checked.loaded;
    const from = fleet.checked.inputs.now.getTime();
    const common = delicateIn([root, ...Object.values(profiles).map(({ value }) => value)]);
    if (common.hasPlainSecrets) return undefined;
    const parts = this.parts.keep(fleet, { from, until: validUntil(from, common.pems) });
    const run = parts.hasPlainSecrets ? undefined : this.#runOf(fleet, changes, reported);
    const isSteady = this.files.seen() !== undefined;
    if (!isSteady || (run === undefined && parts.entries.length === 0)) return undefined;
    const output = this.#outputState(changes);
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
    const [locked] = tryText(lock.file);
    if (locked === undefined || locked !== lockText(lock.lock)) return undefined;
    const written = loaded.root?.clusterFiles;
    const patterns = (Array.isArray(written) ? written.map(String) : []).map(
      pattern => [pattern, this.#matches(pattern)] as const,
    );
    const matched = new Set([loaded.file, ...patterns.flatMap(([, found]) => found)]);
    const seen: readonly Seen[] = [...read, [lock.file, digestOfText(locked, lock.file)]];
    const isShown = [...seen.map(([path]) => path), ...patterns.map(([pattern]) => pattern)].every(isHarmless);
    if (!isShown || !sameList([...matched], loaded.files)) return undefined;
    // What is inside of the configuration is looked at with the parts: of the rest, the files are certificates.
    const pems = read.flatMap(([path]) => (matched.has(path) ? [] : tryText(path)));
    const until = validUntil(checked.inputs.now.getTime(), pems);
    const options = digestOf(this.options);
    return { options, until, seen, patterns, clusters: loaded.clusters.length, files, reported };
  }

  /** The output as this run left it; undefined where another program may have changed it since, or could without a trace. */
  #outputState({ changed, added, touched }: OutputChanges): string | undefined {
    const ended = Date.now();
    if (isInside(cacheFolder(), this.folder)) return undefined;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * GRAIN);
    const since =
      this.#output && touched ? { state: this.#output, touched: new Set(touched.flatMap(foldersOf)) } : undefined;
    const from = this.#started - GRAIN;
    const root = realFolder(this.folder);
    const { digest, newest, isCoarse, written } = treeState(root, { since, written: from, isLast: true });
    if (isCoarse || newest > ended || newest + GRAIN > Date.now()) return undefined;
    const isOwnerNew = (lstatSync(join(root, OWNER_FILE), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= from;
    return written - Number(isOwnerNew) === changed + added ? digest : undefined;
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

/** Files of an output whose state takes megabytes more, after the build has left as much behind. */
const MANY = 20_000;

/** Of the entry, and of what is kept of each part. */
const FORMAT = 11;

/** A path may hold a credential, too, where one was written in the wrong place. */
const isHarmless = (text: string): boolean => shownText(text) === text;

/** Every folder that a file is in, and the one they are all in. */
const foldersOf = (path: string): readonly string[] =>
  path.split('/').map((_, depth, names) => names.slice(0, depth).join('/'));

/** Whether a path is below a folder, as far as links are known. */
function isInside(path: string, folder: string): boolean {
  const outer = realFolder(folder);
  const inner = lstatSync(path, { throwIfNoEntry: false }) === undefined ? path : realpathSync(path);
  return !isOutside(relative(outer, inner));
}
