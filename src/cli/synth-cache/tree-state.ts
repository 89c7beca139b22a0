/** The state of a folder by what the file system says of its files, without reading them. */

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
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

/** A state of a moment ago, and the folders in which something changed since: only these are looked at. */
export interface Since {
  readonly state: Pick<TreeState, 'folders' | 'newest' | 'isCoarse' | 'facts'>;
  readonly touched: ReadonlySet<string>;
}

/** What is looked at. */
interface Looks {
  readonly isMeant?: (name: string) => boolean;
  /** The time from which files count as written, in milliseconds. */
  readonly written?: number;
  /** Whether nothing is compared with this state later, as after a look at what changed: of a large output it takes megabytes. */
  readonly isLast?: boolean;
  readonly since?: Since;
}

/**
 * Looks at every file below a folder, or at those in touched folders; links are not followed.
 *
 * @throws Error of the file system.
 */
export function treeState(root: string, looks: Looks = {}): TreeState {
  const { isMeant = () => true, since, written: from } = looks;
  // The facts of folders that are not looked at again stay where they are.
  const isLast = looks.isLast === true || since !== undefined;
  let written = 0;
  const folders = new Map<string, FolderState>();
  const texts = new Map<string, string>();
  const facts = new FileFacts();
  const digest = new TreeDigest();
  let newest = since?.state.newest ?? 0;
  let newestFile: string | undefined;
  const look = (folder: string): FolderState => {
    const below: string[] = [];
    const prefix = folder === '' ? '' : `${folder}/`;
    const place = `${root}/${folder}`;
    const first = facts.count;
    const files: string[] = [];
    const names = readdirSync(place).sort();
    const isFolder = foldersAmong(place, names, isMeant);
    for (const name of names) {
      if (isFolder?.has(name) === true) below.push(prefix + name);
      else if (isFolder === undefined || isMeant(name)) {
        const file = `${root}/${prefix}${name}`;
        const stats = lstatSync(file);
        if (stats.isDirectory()) {
          below.push(prefix + name);
          continue;
        }
        files.push(name);
        facts.add(stats, file);
        if (stats.ctimeMs > newest) [newest, newestFile] = [stats.ctimeMs, file];
        if (from !== undefined && stats.mtimeMs >= from) written += 1;
      }
    }
    const text = files.length === 0 ? '' : `${files.join('/')}/`;
    return new FolderState(below, isLast ? text : once(texts, text), first, facts.count);
  };
  const walk = (folder: string): void => {
    const before = since?.touched.has(folder) === true ? undefined : since?.state.folders.get(folder);
    const state = before ?? look(folder);
    digest.add(folder, state, before && since ? since.state.facts : facts);
    if (isLast && facts.count > MOST_WAITING) {
      digest.takeFacts();
      facts.clear();
    }
    if (!isLast) folders.set(folder, state);
    for (const path of state.below) walk(path);
  };
  walk('');
  const isCoarse = newestFile === undefined ? since?.state.isCoarse === true : isNotedCoarsely(newestFile);
  return { digest: digest.end(), newest, isCoarse, written, folders, facts };
}

/**
 * The names that are of folders; undefined where all look like those of files, as almost everywhere: what the file system
 * says of each shows the folders among them, and to ask it before takes as long as many of them.
 */
function foldersAmong(
  place: string,
  names: readonly string[],
  isMeant: (name: string) => boolean,
): ReadonlySet<string> | undefined {
  if (names.every(name => name.includes('.') && isMeant(name))) return undefined;
  const entries = readdirSync(place, { withFileTypes: true });
  return new Set(entries.filter(entry => entry.isDirectory()).map(({ name }) => name));
}

/** A text as it was first met: many folders have files of the same names, and need not hold them each. */
function once(texts: Map<string, string>, text: string): string {
  const first = texts.get(text) ?? text;
  texts.set(first, first);
  return first;
}

/** A digest of the names of all folders and files, and of the facts of the files, in the same order. */
class TreeDigest {
  readonly #named = createHash('sha256');
  readonly #facts = createHash('sha256');
  readonly #names: string[] = [];
  /** Facts that wait: those of files that follow each other are taken at once. */
  #waiting: { readonly facts: FileFacts; readonly from: number; readonly to: number } | undefined;

  /** Takes a folder; `facts` has those of its files. */
  public add(folder: string, { files, from, to }: FolderState, facts: FileFacts): void {
    this.#names.push(folder, files);
    if (this.#names.length > MOST_WAITING) this.#takeNames();
    const waiting = this.#waiting;
    if (waiting?.facts === facts && waiting.to === from) this.#waiting = { facts, from: waiting.from, to };
    else {
      this.takeFacts();
      this.#waiting = { facts, from, to };
    }
  }

  /** Takes the facts that wait: they may be forgotten. */
  public takeFacts(): void {
    const waiting = this.#waiting;
    for (const bytes of waiting?.facts.bytes(waiting.from, waiting.to) ?? []) this.#facts.update(bytes);
    this.#waiting = undefined;
  }

  /** The digest of everything that was taken. */
  public end(): string {
    this.#takeNames();
    this.takeFacts();
    return this.#named.update(this.#facts.digest()).digest('base64');
  }

  #takeNames(): void {
    // No name has a zero byte or a slash: what belongs to which folder is certain.
    this.#named.update(`${this.#names.splice(0).join('\0')}\0`);
  }
}

/** Texts that wait to be digested: each call takes as long as many of them. */
const MOST_WAITING = 1_000;

const isNotedCoarsely = (file: string): boolean => lstatSync(file, { bigint: true }).ctimeNs % 1_000_000n === 0n;
