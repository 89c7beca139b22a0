/** The pieces that a cluster's configuration is merged from, and how much of them is known before they are read. */

import { dirname } from 'node:path';
import { isPlainMap } from '../config/plain-map';
import { DISK } from './files';
import { rebaseFiles } from './rebase-files';
import type { Anchor } from './source';
import { type Opened, openYaml } from './yaml/open-yaml';

/** One piece of a cluster's configuration, and where it is written. */
export interface Layer {
  readonly anchor: Anchor;
  readonly value: unknown;
  /** The keys of its map; none where it is not a map. */
  readonly keys: readonly string[];
  /** The text that the value is read from, and nothing else; absent where that is not certain. */
  readonly text?: string;
  /** Whether it is a map that has a key. */
  has(key: string): boolean;
}

/** A cluster's own entry, the topmost layer. */
export interface OwnEntry {
  readonly layer: Layer;
  /** The profiles that it names, as it names them. */
  readonly profiles: readonly unknown[];
  /** Its platform, as it says; absent where that is not known before it is read. */
  readonly platform?: unknown;
  /** The file it is in; absent where that is the fleet file. */
  readonly file?: string;
}

/** The entries of a file with clusters, where they are known without reading it. */
export type KnownFiles = (file: string) => readonly OwnEntry[] | undefined;

/** Every file is read. */
export const NOTHING_KNOWN: KnownFiles = () => undefined;

/** What is known of an entry: as much of it as other clusters depend on. */
export interface EntryOutline {
  readonly keys: readonly string[];
  readonly profiles: readonly string[];
}

/** A layer that was read. */
export const readLayer = (anchor: Anchor, value: unknown): Layer => ({
  anchor,
  value,
  get keys() {
    return isPlainMap(value) ? Object.keys(value) : [];
  },
  has: key => isPlainMap(value) && Object.hasOwn(value, key),
});

/** The layers of a file with clusters, one for each document that is not empty. */
export const layersIn = (file: string, { source, values }: Opened): readonly Layer[] =>
  values.flatMap((value, document) =>
    value === null ? [] : [readLayer({ source, document, path: [] }, rebaseFiles(value, dirname(file)))],
  );

/** An entry that was read. */
export function entryOf(layer: Layer): OwnEntry {
  const { profiles, platform } = isPlainMap(layer.value) ? layer.value : {};
  return { layer, profiles: Array.isArray(profiles) ? profiles : [], platform };
}

/** What can be kept of an entry. */
export const outlineOf = ({ layer: { keys }, profiles }: OwnEntry): EntryOutline => ({
  keys,
  profiles: profiles.filter(name => typeof name === 'string'),
});

/** The entries of a file whose text gave these outlines before: it is read where more of it is asked for. */
export function knownEntries(file: string, text: string, outlines: readonly EntryOutline[]): readonly OwnEntry[] {
  const known = new KnownFile(file, text);
  return outlines.map((outline, index) => ({
    layer: new KnownLayer(known, index, outline.keys),
    profiles: outline.profiles,
    file,
  }));
}

class KnownFile {
  #layers: readonly Layer[] | undefined;

  public constructor(
    private readonly file: string,
    private readonly text: string,
  ) {}

  public layer(index: number): Layer {
    this.#layers ??= layersIn(this.file, openAgain(this.file, this.text));
    const layer = this.#layers[index];
    if (layer === undefined) throw new Error(`${this.file} has no entry ${index}`);
    return layer;
  }
}

/** Thousands of them are held at once. */
class KnownLayer implements Layer {
  public constructor(
    private readonly known: KnownFile,
    private readonly index: number,
    public readonly keys: readonly string[],
  ) {}

  public get anchor(): Anchor {
    return this.known.layer(this.index).anchor;
  }

  public get value(): unknown {
    return this.known.layer(this.index).value;
  }

  public has(key: string): boolean {
    return this.keys.includes(key);
  }
}

function openAgain(file: string, text: string): Opened {
  const opened = openYaml(file, [], { file, line: 1, column: 1 }, { ...DISK, text: () => text });
  if (opened === undefined) throw new Error(`${file} cannot be read again`);
  return opened;
}
