/**
 * A run of `synth` in which nothing changed costs almost nothing: what the last one read, wrote and reported is kept, and
 * where all of it is still so, nothing is loaded, checked or built. Anything doubtful is a run like any other.
 */

import { createHash } from 'node:crypto';
import { lstatSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { shownText } from '../../findings/shown';
import { isSettled } from '../../fleet/lock/check-lock';
import { isCurrent } from '../../fleet/lock/lock-file';
import { now } from '../../load/clock';
import { clusterFilesOf } from '../../load/cluster-files';
import { DISK } from '../../load/files';
import { isOutside } from '../../load/files-within';
import { digestOfText, isAsSeen, type RecordedFiles, recordedFiles, type Seen } from '../../load/recorded-files';
import type { PreparedFleet } from '../../main';
import { realFolder } from '../../output/folder-name';
import type { OutputChanges } from '../../output/output-changes';
import { OWNER_FILE } from '../../output/owner-file';
import { programState } from './program';
import { cacheFolder, load, save } from './store';
import { treeState } from './tree-state';
import { delicateIn, validUntil } from './until';

/** A run that would give the same again. */
export interface KnownRun {
  readonly clusters: number;
  /** Files of the output. */
  readonly files: number;
  /** The findings as they were printed; empty where there was none. */
  readonly reported: string;
}

/** What is kept of a run. */
interface Entry extends KnownRun {
  /** A digest of the program, its options, and the places of fleet and output. */
  readonly key: string;
  /** When it was made, and until when it holds, in milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Every file that was read, the lock included. */
  readonly seen: readonly Seen[];
  /** Each pattern of `clusterFiles`, and the files that it matches. */
  readonly patterns: readonly (readonly [pattern: string, files: readonly string[]])[];
  /** A digest of the state of the output folder. */
  readonly output: string;
}

/** A run that was made. */
export interface MadeRun {
  readonly fleet: PreparedFleet;
  readonly changes: OutputChanges;
  readonly reported: string;
}

/** File systems note times no finer than this, in nanoseconds and in milliseconds. */
const GRAIN = 20_000_000n;
const GRAIN_MS = 20;

/** The cache of one fleet and output. */
export class SynthCache {
  /** Where the run reads its files, so that the cache knows them. */
  public readonly files: RecordedFiles = recordedFiles();
  readonly #started = BigInt(Date.now()) * 1_000_000n;
  /** Looked at once: what runs is the program as it was at the start. */
  #program: string | undefined;

  /** `options` is everything else that decides what is printed. */
  public constructor(
    private readonly file: string,
    private readonly folder: string,
    private readonly options: readonly unknown[],
  ) {}

  /** The last run, where nothing that it depended on has changed. */
  public find(): KnownRun | undefined {
    try {
      const entry = load(this.#place()) as Entry | undefined;
      return entry !== undefined && this.#holds(entry) ? entry : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps a run that wrote its output; a failure only means that the next run is not faster. */
  public keep(run: MadeRun): void {
    try {
      const entry = this.#entryOf(run);
      if (entry !== undefined) save(this.#place(), entry);
    } catch {
      // Nothing depends on it.
    }
  }

  #holds({ key, from, until, seen, patterns, output }: Entry): boolean {
    const time = now().getTime();
    return (
      key === this.#key() &&
      from <= time &&
      time < until &&
      seen.every(isAsSeen) &&
      patterns.every(([pattern, files]) => same(files, this.#matches(pattern))) &&
      output === treeState(realFolder(this.folder)).digest
    );
  }

  #entryOf({ fleet, changes, reported }: MadeRun): Entry | undefined {
    const { checked, lock } = fleet;
    const { loaded } = checked;
    const from = checked.inputs.now.getTime();
    const { hasPlainSecrets, pems } = delicateIn(loaded);
    const read = this.files.seen();
    if (hasPlainSecrets || read === undefined || !isSettled(fleet) || !isCurrent(lock.file, lock.lock))
      return undefined;
    const written = loaded.root?.clusterFiles;
    const patterns = (Array.isArray(written) ? written.map(String) : []).map(
      pattern => [pattern, this.#matches(pattern)] as const,
    );
    const matched = [...new Set([loaded.file, ...patterns.flatMap(([, files]) => files)])];
    const seen: readonly Seen[] = [...read, [lock.file, digestOfText(DISK.text(lock.file), lock.file)]];
    const isShown = [...seen.map(([path]) => path), ...patterns.map(([pattern]) => pattern)].every(isHarmless);
    if (!isShown || !same(matched, loaded.files)) return undefined;
    const output = this.#outputState(changes);
    if (output === undefined) return undefined;
    // What is inside of the configuration is among `pems`: of the rest, the files are certificates.
    const files = [...pems, ...read.flatMap(([path]) => (matched.includes(path) ? [] : tryText(path)))];
    const { clusters } = loaded;
    return {
      key: this.#key(),
      from,
      until: validUntil(from, files),
      seen,
      patterns,
      output,
      clusters: clusters.length,
      files: changes.files,
      reported,
    };
  }

  /** The output as this run left it; undefined where another program may have changed it since, or could without a trace. */
  #outputState({ changed, added }: OutputChanges): string | undefined {
    const ended = BigInt(Date.now()) * 1_000_000n;
    if (isInside(cacheFolder(), this.folder)) return undefined;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * GRAIN_MS);
    const { digest, newest, modified } = treeState(realFolder(this.folder));
    const isCoarse = newest % 1_000_000n === 0n;
    if (isCoarse || newest > ended || newest + GRAIN > BigInt(Date.now()) * 1_000_000n) return undefined;
    const written = [...modified].filter(([path, time]) => path !== OWNER_FILE && time >= this.#started - GRAIN);
    return written.length === changed + added ? digest : undefined;
  }

  #matches(pattern: string): readonly string[] {
    return clusterFilesOf(this.file, [pattern], () => ({ file: this.file, line: 1, column: 1 }), []).map(
      ({ file }) => file,
    );
  }

  #key(): string {
    this.#program ??= programState();
    const { CDK8S_DISABLE_SORT = '', CDK8S_LEGACY_HASH = '' } = process.env;
    const places = [process.cwd(), this.file, realpathSync(this.file), this.folder, realFolder(this.folder)];
    const all = [FORMAT, this.#program, CDK8S_DISABLE_SORT, CDK8S_LEGACY_HASH, ...places, ...this.options];
    return createHash('sha256').update(JSON.stringify(all)).digest('base64');
  }

  #place(): string {
    const name = createHash('sha256').update(realpathSync(this.file)).digest('hex');
    return join(cacheFolder(), `synth-${name.slice(0, 32)}`);
  }
}

/** Of the entry. */
const FORMAT = 1;

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each, index) => each === others[index]);

/** A path may hold a credential, too, where one was written in the wrong place. */
const isHarmless = (text: string): boolean => shownText(text) === text;

function tryText(path: string): readonly string[] {
  try {
    return [DISK.text(path)];
  } catch {
    return [];
  }
}

/** Whether a path is below a folder, as far as links are known. */
function isInside(path: string, folder: string): boolean {
  const outer = realFolder(folder);
  const inner = lstatSync(path, { throwIfNoEntry: false }) === undefined ? path : realpathSync(path);
  return !isOutside(relative(outer, inner));
}
