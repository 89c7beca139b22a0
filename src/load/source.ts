/** A file of the configuration that can say where each of its values stands. */

import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { ConfigPath, Place } from '../findings/finding';
import { type Entry, entriesOf, inspect, isMerge, mergeSources } from './yaml/inspect-tree';
import type { SyntaxTree } from './yaml/parse-yaml';
import { type ReadDocument, readDocuments } from './yaml/read-documents';

/** Where in a file a piece of configuration starts: document number, and path within it. */
export interface Anchor {
  readonly source: Source;
  readonly document: number;
  readonly path: ConfigPath;
}

/** How far a path could be followed, and the place it led to. */
export interface Located {
  readonly place: Place;
  readonly depth: number;
}

/**
 * One file. Syntax trees cost far more memory than the values, and most documents never need one, so a tree is made
 * when a place is asked for, and let go when others were asked for since: ask document by document.
 */
export class Source {
  private lineStarts?: readonly number[];

  public constructor(
    /** Path as users see it. */
    public readonly file: string,
    private readonly text: string,
    /** Where each document ends in the text. */
    private readonly ends: readonly number[] = [],
  ) {}

  /** Line and column of a character. */
  public placeAt(offset: number): Place {
    this.lineStarts ??= lineStartsOf(this.text);
    const line = lastAtMost(this.lineStarts, offset);
    return { file: this.file, line: line + 1, column: offset - (this.lineStarts[line] ?? 0) + 1 };
  }

  /** Place of the value at the path, or of the nearest thing above it that exists. */
  public locate(document: number, path: ConfigPath): Located {
    const tree = this.tree(document);
    let node = tree.root;
    let offset = node?.range?.[0] ?? 0;
    let depth = 0;
    for (const key of path) {
      const step = enter(tree, node, key);
      if (step === undefined) break;
      offset = step.offset;
      node = step.node;
      depth += 1;
    }
    return { place: this.placeAt(tree.start + offset), depth };
  }

  /** The text of the scalar at the path exactly as it was written, for example `4.10`. */
  public written(document: number, path: ConfigPath): string | undefined {
    const tree = this.tree(document);
    let node = tree.root;
    for (const key of path) node = enter(tree, node, key)?.node;
    const scalar = follow(tree, node);
    return isScalar(scalar) ? scalar.source : undefined;
  }

  /** Keeps the tree of the only document, until others are asked for theirs. */
  public remember(only: SyntaxTree): void {
    recent = [{ source: this, document: 0, start: 0, indexes: new WeakMap(), ...only }, ...recent].slice(0, MOST_TREES);
  }

  private tree(document: number): Tree {
    const held = recent.find(tree => tree.source === this && tree.document === document);
    if (held !== undefined && held === recent[0]) return held;
    const tree = held ?? this.parse(document);
    recent = [tree, ...recent.filter(other => other !== tree)].slice(0, MOST_TREES);
    return tree;
  }

  private parse(document: number): Tree {
    const start = this.ends[document - 1] ?? 0;
    return {
      source: this,
      document,
      start,
      indexes: new WeakMap(),
      ...treeOf(this.text.slice(start, this.ends[document])),
    };
  }
}

/** One document. */
interface Tree {
  readonly source: Source;
  readonly document: number;
  /** Where its text starts in the file. */
  readonly start: number;
  readonly root: Node | null | undefined;
  readonly targets: ReadonlyMap<Alias, Node>;
  /** Of the maps that were asked. */
  readonly indexes: WeakMap<object, MapIndex>;
}

/** Enough for two clusters in turn, and for the defaults and profiles that all of them have in common. */
const MOST_TREES = 3;
/** The last one asked comes first. */
let recent: readonly Tree[] = [];

/** Nothing where the text cannot be read at all. */
function treeOf(text: string): Pick<Tree, 'root' | 'targets'> {
  let first: ReadDocument | undefined;
  readDocuments(text, document => {
    first ??= document;
  });
  return first ? { root: first.contents, targets: inspect(first).targets } : { root: undefined, targets: new Map() };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last of the ascending numbers that is not above the limit. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Step {
  readonly node: Node | null | undefined;
  readonly offset: number;
}

const follow = ({ targets }: Tree, node: Node | null | undefined): Node | null | undefined =>
  isAlias(node) ? targets.get(node) : node;

function enter(tree: Tree, from: Node | null | undefined, key: string | number): Step | undefined {
  const node = follow(tree, from);
  if (isSeq(node) && typeof key === 'number') {
    const item = node.items[key] as Node | undefined;
    return item?.range ? { node: item, offset: item.range[0] } : undefined;
  }
  if (!isMap(node)) return undefined;
  const { byKey, merges } = indexOf(tree, node);
  const own = byKey.get(String(key));
  return own ? stepOf(own) : enterMerged(tree, merges, key);
}

/** The entries of a map by key: it may have thousands, and be asked for each of them. */
interface MapIndex {
  readonly byKey: ReadonlyMap<string, Entry>;
  readonly merges: readonly Entry[];
}

function indexOf({ indexes }: Tree, node: { readonly items: readonly unknown[] }): MapIndex {
  const known = indexes.get(node);
  if (known !== undefined) return known;
  const entries = entriesOf(node);
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = isScalar(entry.key) ? String(entry.key.value) : undefined;
    if (key !== undefined && !byKey.has(key)) byKey.set(key, entry);
  }
  const index = { byKey, merges: entries.filter(isMerge) };
  indexes.set(node, index);
  return index;
}

/** `<<: *anchor` and `<<: [*a, *b]`. */
function enterMerged(tree: Tree, merges: readonly Entry[], key: string | number): Step | undefined {
  for (const source of merges.flatMap(({ value }) => mergeSources(value))) {
    const step = enter(tree, source, key);
    if (step) return step;
  }
  return undefined;
}

const stepOf = ({ key, value }: Entry): Step => ({ node: value, offset: key?.range?.[0] ?? value?.range?.[0] ?? 0 });
