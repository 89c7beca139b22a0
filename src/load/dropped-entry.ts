/**
 * The entries of thousands of clusters take more memory than all else that is known of them, and each is needed twice: for
 * its check, and to build it. So those that are quickly read again are held only while they are being asked for.
 */

import { dirname } from 'node:path';
import { isPlainMap } from '../config/plain-map';
import type { ConfigPath } from '../findings/finding';
import { sharedList } from '../values/shared-list';
import { entryOf, type Layer, type OwnEntry, readLayer } from './layer';
import { rebaseFiles } from './rebase-files';
import type { Anchor } from './source';
import type { Opened } from './yaml/open-yaml';

/** The entries of a file with clusters, one for each document that is not empty; those in plain YAML hold no values. */
export function entriesOf(file: string, { source, values, plain }: Opened): readonly OwnEntry[] {
  const folder = dirname(file);
  return values.flatMap((value, document): readonly OwnEntry[] => {
    if (value === null) return [];
    const anchor: Anchor = { source, document, path: TOP };
    const rebased = rebaseFiles(value, folder);
    const entry = { ...entryOf(readLayer(anchor, rebased)), file };
    if (!plain[document] || !isPlainMap(value)) return [entry];
    return [dropped(entry, Object.keys(value), rebased === value ? undefined : folder)];
  });
}

const TOP: ConfigPath = [];

const dropped = (
  { layer, profiles, platform, file }: OwnEntry,
  keys: readonly string[],
  folder: string | undefined,
): OwnEntry => ({
  layer: new DroppedLayer(layer.anchor, sharedList(keys), folder),
  profiles: profiles.every(name => typeof name === 'string') ? sharedList(profiles) : profiles,
  platform,
  file,
});

/** A map that is read where it is asked for. */
class DroppedLayer implements Layer {
  public constructor(
    public readonly anchor: Anchor,
    public readonly keys: readonly string[],
    /** Where the files that it names are; absent where it names none. */
    private readonly folder: string | undefined,
  ) {}

  public get value(): unknown {
    if (held?.layer !== this) held = { layer: this, value: this.read() };
    return held.value;
  }

  public get text(): string {
    const { source, document } = this.anchor;
    return source.textOf(document);
  }

  public has(key: string): boolean {
    return this.keys.includes(key);
  }

  private read(): unknown {
    const { source, document } = this.anchor;
    const value = source.plainValue(document);
    return this.folder === undefined ? value : rebaseFiles(value, this.folder);
  }
}

/** The one that was asked for last: clusters are checked and built one after the other. */
let held: { readonly layer: Layer; readonly value: unknown } | undefined;
