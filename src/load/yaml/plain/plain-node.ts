/** A document in plain YAML as a tree: its values, and where each of them is written. */

import type { PlainMap } from '../../../config/plain-map';
import { onceFor } from '../../../values/once-for';
import { setKey } from '../../../values/set-key';
import { type PlacedTree, placedTree, type Step } from '../placed-tree';

/** A node; `at` is where it begins in the text. */
export type PlainNode = PlainLeaf | PlainList | PlainMapping;

/** A scalar. */
export interface PlainLeaf {
  readonly kind: 'leaf';
  readonly at: number;
  /** As it is written, without quotes. */
  readonly text: string;
  readonly value: string | number | boolean | null;
}

/** A list. */
export interface PlainList {
  readonly kind: 'list';
  readonly at: number;
  readonly items: readonly PlainNode[];
}

/** A map; no key is in it twice. */
export interface PlainMapping {
  readonly kind: 'map';
  readonly at: number;
  readonly entries: readonly PlainEntry[];
}

/** A pair of a map. */
export interface PlainEntry {
  readonly key: string;
  /** Where the key begins. */
  readonly at: number;
  readonly node: PlainNode;
}

/** The entries of a map while it is read. */
export class PlainEntries {
  public readonly list: PlainEntry[] = [];
  private keys: Set<string> | undefined;

  /** Whether there is an entry with the key. */
  public has(key: string): boolean {
    if (this.list.length <= FEW) return hasKey(this.list, key);
    this.keys ??= new Set(this.list.map(entry => entry.key));
    return this.keys.has(key);
  }

  /** Takes one more. */
  public add(key: string, at: number, node: PlainNode): void {
    this.list.push({ key, at, node });
    this.keys?.add(key);
  }
}

function hasKey(entries: readonly PlainEntry[], key: string): boolean {
  for (const entry of entries) if (entry.key === key) return true;
  return false;
}

/** A map with more entries is asked by an index: it may be asked for each of them. */
const FEW = 16;

/** The value of a node. */
export function plainValue(node: PlainNode): unknown {
  if (node.kind === 'leaf') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const map: PlainMap = {};
  for (const { key, node: value } of node.entries) setKey(map, key, plainValue(value));
  return map;
}

/** The value at a key of a map, and nothing made of those beside it. */
export function plainValueAt(map: PlainMapping, key: string): unknown {
  const entry = entryOf(map, key);
  return entry && plainValue(entry.node);
}

/** The tree with its places. */
export const placedPlainTree = (root: PlainNode): PlacedTree =>
  placedTree<PlainNode>({ node: root, at: root.at }, enter, node => (node.kind === 'leaf' ? node.text : undefined));

const indexOf = onceFor(
  ({ entries }: PlainMapping): ReadonlyMap<string, PlainEntry> => new Map(entries.map(entry => [entry.key, entry])),
);

const entryOf = (map: PlainMapping, key: string): PlainEntry | undefined =>
  map.entries.length <= FEW ? map.entries.find(entry => entry.key === key) : indexOf(map).get(key);

function enter(node: PlainNode, key: string | number): Step<PlainNode> | undefined {
  if (node.kind === 'leaf') return undefined;
  if (node.kind === 'map') return entryOf(node, String(key));
  const item = typeof key === 'number' ? node.items[key] : undefined;
  return item && { at: item.at, node: item };
}
