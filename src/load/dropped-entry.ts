/**
 * The entries of thousands of clusters take more memory than all else that is known of them, and each is needed twice: for
 * its check, and to build it. So those that are quickly read again are held only while they are being asked for.
 */

import { dirname } from 'node:path';
import type { ConfigPath, Finding, Place } from '../findings/finding';
import { NONE } from '../values/none';
import { onceFor } from '../values/once-for';
import { sharedList } from '../values/shared-list';
import type { Files } from './files';
import { entryOf, type Layer, type OwnEntry, readLayer } from './layer';
import { FILE_KEYS, rebaseFiles } from './rebase-files';
import type { Anchor } from './source';
import { type Opened, openYaml } from './yaml/open-yaml';
import type { PlainDocument } from './yaml/plain/plain-document';

/** As much of an entry as is held. */
class Outline {
  public readonly keys: readonly string[];
  public readonly profiles: readonly unknown[];
  public readonly platform: unknown;

  public constructor(map: PlainDocument, keys: readonly string[]) {
    const profiles = map.valueAt('profiles');
    this.keys = keys;
    this.profiles = Array.isArray(profiles) ? heldOnce(profiles) : NONE;
    this.platform = map.valueAt('platform');
  }
}

/** Many clusters name the same profiles. */
const heldOnce = onceFor((names: readonly unknown[]) =>
  names.every(name => typeof name === 'string') ? sharedList(names) : names,
);

/** Opens a file with clusters; the values of maps in plain YAML are not made. */
export const openEntries = (file: string, findings: Finding[], from: Place, files: Files): Opened | undefined =>
  openYaml(file, findings, from, files, map => (map.keys ? new Outline(map, map.keys) : map.value()));

/** The entries of a file that was opened so, one for each document that is not empty. */
export function entriesOf(file: string, { source, values }: Opened): readonly OwnEntry[] {
  const folder = source.matches(FILE_KEYS) ? dirname(file) : undefined;
  return values.flatMap((value, document): readonly OwnEntry[] => {
    if (value === null) return [];
    const anchor: Anchor = { source, document, path: TOP };
    if (!(value instanceof Outline))
      return [{ ...entryOf(readLayer(anchor, rebaseFiles(value, dirname(file)))), file }];
    const { keys, profiles, platform } = value;
    return [{ layer: new DroppedLayer(anchor, keys, folder), profiles, platform, file }];
  });
}

const TOP: ConfigPath = [];

/** A map that is read where it is asked for. */
class DroppedLayer implements Layer {
  public constructor(
    public readonly anchor: Anchor,
    public readonly keys: readonly string[],
    /** Where the files that it may name are; absent where it names none. */
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
