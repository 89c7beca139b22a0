/** The output folder as it is: whose it is, and whether everything in it is ours to replace. */

import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readMarked } from './marked-file';
import { OutputError } from './output-error';
import { OWNER_FILE } from './owner-file';

/** Files of an output folder by their path in it, with forward slashes. */
export class PresentOutput {
  readonly #digests: Map<string, string | undefined>;
  #byFolder: ReadonlyMap<string, readonly string[]> | undefined;

  /** A digest of the content of each; where there is none, the file is read from `folder` when it is asked for. */
  public constructor(
    private readonly folder: string,
    digests: Iterable<readonly [path: string, digest: string | undefined]>,
  ) {
    this.#digests = new Map(digests);
  }

  /** How many files there are. */
  public get size(): number {
    return this.#digests.size;
  }

  /** The path of every file. */
  public get paths(): Iterable<string> {
    return this.#digests.keys();
  }

  /** Whether there is such a file. */
  public has(path: string): boolean {
    return this.#digests.has(path);
  }

  /** Whether there is a file with this text. */
  public holds(path: string, text: string): boolean {
    return this.has(path) && this.#digestOf(path) === digestOf(text);
  }

  /** The paths of the files that are directly in a folder. */
  public within(folder: string): readonly string[] {
    this.#byFolder ??= groupedByFolder(this.paths);
    return this.#byFolder.get(folder) ?? [];
  }

  #digestOf(path: string): string {
    const digest = this.#digests.get(path) ?? digestOf(readMarked(join(this.folder, path)) ?? '');
    this.#digests.set(path, digest);
    return digest;
  }
}

function groupedByFolder(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const there = folders.get(folder);
    if (there === undefined) folders.set(folder, [path]);
    else there.push(path);
  }
  return folders;
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
  if (state === undefined) return new PresentOutput(folder, []);
  if (!state.isDirectory()) throw new OutputError(`${named} is not a folder`);
  return new Reader(folder, named).read();
}

class Reader {
  readonly #found = new Map<string, string>();

  public constructor(
    private readonly folder: string,
    private readonly named: string,
  ) {}

  public read(): PresentOutput {
    for (const entry of this.#entries('')) {
      const content = TOP.get(entry.name);
      if (entry.name === OWNER_FILE && entry.isFile()) this.#file(entry.name);
      else if (content === undefined || !entry.isDirectory()) throw this.#foreign(entry.name);
      else this.#folder(entry.name, content);
    }
    return new PresentOutput(this.folder, this.#found);
  }

  #folder(name: string, { files, folders }: { readonly files: boolean; readonly folders: boolean }): void {
    for (const entry of this.#entries(name)) {
      const path = `${name}/${entry.name}`;
      if (folders && entry.isDirectory()) this.#folder(path, { files: true, folders: false });
      else if (files && entry.isFile() && entry.name.endsWith('.yaml')) this.#file(path);
      else throw this.#foreign(path);
    }
  }

  #file(path: string): void {
    const content = readMarked(join(this.folder, path));
    if (content === undefined) throw this.#foreign(path);
    this.#found.set(path, digestOf(content));
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
