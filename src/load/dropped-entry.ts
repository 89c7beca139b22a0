/**
 * The entries of thousands of clusters take more memory than all else that is known of them, and each is needed twice: for
 * its check, and to build it. So those that are quickly read again are held only while they are being asked for.
 */

import { dirname } from 'node:path';
import type { ConfigPath } from '../findings/finding';
import { sharedList } from '../values/shared-list';
import { entryOf, type Layer, type OwnEntry, readLayer } from './layer';
import { FILE_KEYS, rebaseFiles } from './rebase-files';
import type { Anchor } from './source';
import type { Opened } from './yaml/open-yaml';
import { type PlainMapping, plainValueAt } from './yaml/plain/plain-node';

/** The entries of a file with clusters, one for each document that is not empty; those in plain YAML hold no values. */
export function entriesOf(file: string, opened: Opened): readonly OwnEntry[] {
  const { source, trees } = opened;
  const folder = source.matches(FILE_KEYS) ? dirname(file) : undefined;
  const entries: OwnEntry[] = [];
  for (const [document, tree] of trees.entries()) {
    const anchor: Anchor = { source, document, path: TOP };
    if (tree?.kind === 'map') entries.push(droppedEntry(file, anchor, tree, folder));
    else if (opened.values[document] !== null) {
      const value = rebaseFiles(opened.values[document], dirname(file));
      entries.push({ ...entryOf(readLayer(anchor, value)), file });
    }
  }
  return entries;
}

const TOP: ConfigPath = [];

function droppedEntry(file: string, anchor: Anchor, tree: PlainMapping, folder: string | undefined): OwnEntry {
  const keys = sharedList(tree.entries.map(({ key }) => key));
  const profiles = plainValueAt(tree, 'profiles');
  const named: readonly unknown[] = Array.isArray(profiles) ? profiles : NONE;
  return {
    layer: new DroppedLayer(anchor, keys, folder),
    profiles: named.every(name => typeof name === 'string') ? sharedList(named) : named,
    platform: plainValueAt(tree, 'platform'),
    file,
  };
}

const NONE: readonly never[] = [];

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
