/** The state of a folder by what the file system says of its files, without reading them. */

import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { FileFacts } from './file-facts';

/** A folder, all of it. */
export interface TreeState {
  /** A digest of every path with its kind, size, times, inode and mode. */
  readonly digest: string;
  /** When anything in it last changed, in milliseconds; by its inode, which no program can set back. */
  readonly newest: number;
  /** Whether the file system noted that time no finer than milliseconds. */
  readonly isCoarse: boolean;
  /** How many files were written at or after a given time. */
  readonly written: number;
  /** What is directly in each folder, by its path; empty after a last look. */
  readonly folders: ReadonlyMap<string, FolderState>;
  /** What the file system says of the files, in the order of the folders; empty after a last look. */
  readonly facts: FileFacts;
}

/** What is directly in a folder. */
export class FolderState {
  /**
   * `below` has the paths of folders; `files` the names of files, sorted, each with a slash after it: one text takes less
   * memory than many. Their facts go from one position to another, exclusive.
   */
  public constructor(
    public readonly below: readonly string[],
    public readonly files: string,
    public readonly from: number,
    public readonly to: number,
  ) {}

  /** How many files there are. */
  public get count(): number {
    return this.to - this.from;
  }

  /** Their names. */
  public get names(): readonly string[] {
    return this.files.split('/').slice(0, -1);
  }
}

/** A state of a moment ago, and the folders in which something changed since. */
export interface Since {
  readonly state: Pick<TreeState, 'folders' | 'newest' | 'isCoarse' | 'facts'>;
  readonly touched: ReadonlySet<string>;
}

/** What is looked at. */
interface Looks {
  readonly isMeant?: (name: string) => boolean;
  readonly since?: Since;
  /** The time from which files count as written, in milliseconds. */
  readonly written?: number;
  /** Whether nothing is compared with this state later: of a large output it takes megabytes. */
  readonly isLast?: boolean;
}

/**
 * Looks at every file below a folder, or at those in touched folders; links are not followed.
 *
 * @throws Error of the file system.
 */
export function treeState(root: string, looks: Looks = {}): TreeState {
  const { isMeant = () => true, since, written: from, isLast = false } = looks;
  let written = 0;
  const folders = new Map<string, FolderState>();
  const facts = new FileFacts(isLast ? undefined : since?.state.facts.count);
  let digested = 0;
  const digest = createHash('sha256');
  const names: string[] = [];
  let newest = since?.state.newest ?? 0;
  let newestFile: string | undefined;
  const look = (folder: string): FolderState => {
    const below: string[] = [];
    const prefix = folder === '' ? '' : `${folder}/`;
    const first = facts.count;
    const files: string[] = [];
    for (const entry of sorted(readdirSync(`${root}/${folder}`, { withFileTypes: true }))) {
      const { name } = entry;
      if (entry.isDirectory()) below.push(prefix + name);
      else if (isMeant(name)) {
        const file = `${root}/${prefix}${name}`;
        const stats = lstatSync(file);
        files.push(name);
        facts.add(stats, file);
        if (stats.ctimeMs > newest) [newest, newestFile] = [stats.ctimeMs, file];
        if (from !== undefined && stats.mtimeMs >= from) written += 1;
      }
    }
    return new FolderState(below, [...files, ''].join('/'), first, facts.count);
  };
  const again = (known: FileFacts, { below, files, from: first, to }: FolderState): FolderState => {
    const start = facts.count;
    facts.addFrom(known, first, to);
    return new FolderState(below, files, start, facts.count);
  };
  const take = (): void => {
    // No name has a zero byte or a slash: what belongs to which folder is certain.
    digest.update(`${names.splice(0).join('\0')}\0`).update(facts.bytes(digested));
    if (isLast) facts.clear();
    digested = facts.count;
  };
  const walk = (folder: string): void => {
    const before = since?.touched.has(folder) === true ? undefined : since?.state.folders.get(folder);
    const state = since && before ? again(since.state.facts, before) : look(folder);
    if (!isLast) folders.set(folder, state);
    names.push(folder, state.files);
    if (names.length > MOST_WAITING) take();
    for (const path of state.below) walk(path);
  };
  walk('');
  take();
  const isCoarse = newestFile === undefined ? since?.state.isCoarse === true : isNotedCoarsely(newestFile);
  return { digest: digest.digest('base64'), newest, isCoarse, written, folders, facts };
}

/** Texts that wait to be digested, with the facts of their files: each call takes as long as many of them. */
const MOST_WAITING = 1_000;

const sorted = (entries: Dirent[]): readonly Dirent[] => entries.sort((a, b) => (a.name < b.name ? -1 : 1));

const isNotedCoarsely = (file: string): boolean => lstatSync(file, { bigint: true }).ctimeNs % 1_000_000n === 0n;
