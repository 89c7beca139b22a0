/** The output folder as it is: whose it is, and whether everything in it is ours to replace. */

import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type FilesByFolder, folderOf } from './folder-files';
import { readMarked } from './marked-file';
import { OutputError } from './output-error';
import { OWNER_FILE } from './owner-file';

/** Files of an output folder by their path in it, with forward slashes. */
export class PresentOutput {
  /** How many files there are. */
  public readonly size: number;
  readonly #digests: Map<string, string>;
  readonly #names = new Map<string, ReadonlySet<string>>();

  /** A digest of the content of some; the others are read from `folder` when they are asked for. */
  public constructor(
    private readonly folder: string,
    private readonly files: FilesByFolder,
    digests: Iterable<readonly [path: string, digest: string]> = [],
  ) {
    this.#digests = new Map(digests);
    let size = 0;
    for (const { names } of files.values()) size += names.length;
    this.size = size;
  }

  /** The path of every file. */
  public *paths(): Generator<string> {
    for (const folder of this.files.keys()) yield* this.within(folder);
  }

  /** Whether there is such a file. */
  public has(path: string): boolean {
    if (this.size === 0) return false;
    if (this.#digests.has(path)) return true;
    const folder = folderOf(path);
    const names = this.#names.get(folder) ?? new Set(this.within(folder));
    this.#names.set(folder, names);
    return names.has(path);
  }

  /** Whether there is a file with this text. */
  public holds(path: string, text: string): boolean {
    return this.has(path) && this.#digestOf(path) === digestOf(text);
  }

  /** The paths of the files that are directly in a folder. */
  public within(folder: string): readonly string[] {
    const names = this.files.get(folder)?.names ?? [];
    return folder === '' ? names : names.map(name => `${folder}/${name}`);
  }

  /** How many files are directly in a folder. */
  public countWithin(folder: string): number {
    return this.files.get(folder)?.names.length ?? 0;
  }

  #digestOf(path: string): string {
    const digest = this.#digests.get(path) ?? digestOf(readMarked(join(this.folder, path)) ?? '');
    this.#digests.set(path, digest);
    return digest;
  }
}

/** A digest by which two texts are compared. */
export const digestOf = (text: string | Buffer): string => createHash('sha1').update(text).digest('base64');

/** Folders at the top of an output folder, and what may be in them. */
const TOP: ReadonlyMap<string, { readonly files: boolean; readonly folders: boolean }> = new Map([
  ['argocd', { files: true, folders: false }],
  ['clusters', { files: false, folders: true }],
  ['hub', { files: true, folders: false }],
  ['rights', { files: true, folders: true }],
]);

/**
 * Reads an output folder; nothing where it does not exist. `named` is what people name it.
 *
 * @throws OutputError for the first thing in it, by name, that no run of ours can have written.
 */
export function readOutput(folder: string, named: string): PresentOutput {
  const state = lstatSync(folder, { throwIfNoEntry: false });
  if (state === undefined) return new PresentOutput(folder, new Map());
  if (!state.isDirectory()) throw new OutputError(`${named} is not a folder`);
  return new Reader(folder, named).read();
}

class Reader {
  readonly #names = new Map<string, string[]>();
  readonly #digests = new Map<string, string>();

  public constructor(
    private readonly folder: string,
    private readonly named: string,
  ) {}

  public read(): PresentOutput {
    for (const entry of this.#entries('')) {
      const content = TOP.get(entry.name);
      if (entry.name === OWNER_FILE && entry.isFile()) this.#file('', entry.name);
      else if (content === undefined || !entry.isDirectory()) throw this.#foreign(entry.name);
      else this.#folder(entry.name, content);
    }
    const files = [...this.#names].map(([folder, names]) => [folder, { names }] as const);
    return new PresentOutput(this.folder, new Map(files), this.#digests);
  }

  #folder(name: string, { files, folders }: { readonly files: boolean; readonly folders: boolean }): void {
    for (const entry of this.#entries(name)) {
      const path = `${name}/${entry.name}`;
      if (folders && entry.isDirectory()) this.#folder(path, { files: true, folders: false });
      else if (files && entry.isFile() && entry.name.endsWith('.yaml')) this.#file(name, entry.name);
      else throw this.#foreign(path);
    }
  }

  #file(folder: string, name: string): void {
    const path = folder === '' ? name : `${folder}/${name}`;
    const content = readMarked(join(this.folder, path));
    if (content === undefined) throw this.#foreign(path);
    const names = this.#names.get(folder);
    if (names === undefined) this.#names.set(folder, [name]);
    else names.push(name);
    this.#digests.set(path, digestOf(content));
  }

  readonly #entries = (path: string): readonly Dirent[] =>
    readdirSync(join(this.folder, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));

  readonly #foreign = (path: string): OutputError =>
    new OutputError(
      `${this.named} holds ${JSON.stringify(path)}, which is not ours and would be lost; move it, or choose another folder for the output with -o`,
    );
}

/** Refuses a folder that holds a file the run reads, whatever that file looks like. */
export function refuseInputs(folder: string, named: string, inputs: readonly string[]): void {
  const within = inputs.find(file => {
    const path = relative(folder, file);
    return path !== '' && path !== '..' && !path.startsWith(`..${sep}`);
  });
  if (within === undefined) return;
  throw new OutputError(
    `${named} holds ${JSON.stringify(relative(folder, within))}, which this run reads; choose another folder with -o`,
  );
}
