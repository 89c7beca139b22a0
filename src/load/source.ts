/** A file of the configuration that can say where each of its values stands. */

import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair } from 'yaml';
import type { ConfigPath, Place } from '../findings/finding';
import { parseDocuments } from './parse-yaml';

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
 * One file. Syntax trees cost far more memory than the values, and most files never need one,
 * so the tree is made when a place is first asked for.
 */
export class Source {
  private tree?: { readonly documents: readonly Document[]; readonly lines: LineCounter };

  public constructor(
    /** Path as users see it. */
    public readonly file: string,
    private readonly text: string,
  ) {}

  /** Line and column of a character. */
  public placeAt(offset: number): Place {
    const { line, col } = this.parsed().lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Place of the value at the path, or of the nearest thing above it that exists. */
  public locate(document: number, path: ConfigPath): Located {
    const { documents } = this.parsed();
    const tree = documents[document];
    const root = tree?.contents as Node | null | undefined;
    let offset = root?.range?.[0] ?? 0;
    let node: Node | null | undefined = root;
    let depth = 0;
    for (const key of path) {
      const step = tree === undefined ? undefined : enter(tree, node, key);
      if (step === undefined) break;
      offset = step.offset;
      node = step.node;
      depth += 1;
    }
    return { place: this.placeAt(offset), depth };
  }

  /** The text of the scalar at the path exactly as it was written, for example `4.10`. */
  public written(document: number, path: ConfigPath): string | undefined {
    const tree = this.parsed().documents[document];
    let node = tree?.contents as Node | null | undefined;
    for (const key of path) node = tree === undefined ? undefined : enter(tree, node, key)?.node;
    return isScalar(node) ? node.source : undefined;
  }

  private parsed(): { readonly documents: readonly Document[]; readonly lines: LineCounter } {
    if (this.tree === undefined) {
      const lines = new LineCounter();
      this.tree = { documents: safeDocuments(this.text, lines), lines };
    }
    return this.tree;
  }
}

function safeDocuments(text: string, lines: LineCounter): readonly Document[] {
  try {
    return parseDocuments(text, lines);
  } catch {
    return [];
  }
}

interface Step {
  readonly node: Node | null | undefined;
  readonly offset: number;
}

function enter(document: Document, from: Node | null | undefined, key: string | number): Step | undefined {
  const node = isAlias(from) ? from.resolve(document) : from;
  if (isSeq(node) && typeof key === 'number') {
    const item = node.items[key] as Node | undefined;
    return item?.range ? { node: item, offset: item.range[0] } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(item => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
  if (pair) return stepOf(pair as Pair<Node, Node>);
  return enterMerged(document, node.items as Pair<Node, Node>[], key);
}

/** `<<: *anchor` and `<<: [*a, *b]`. */
function enterMerged(document: Document, items: readonly Pair<Node, Node>[], key: string | number): Step | undefined {
  for (const item of items) {
    if (!isScalar(item.key) || String(item.key.value) !== '<<') continue;
    const sources = isSeq(item.value) ? (item.value.items as Node[]) : [item.value];
    for (const source of sources) {
      const step = enter(document, source, key);
      if (step) return step;
    }
  }
  return undefined;
}

const stepOf = (pair: Pair<Node, Node>): Step => ({
  node: pair.value,
  offset: pair.key?.range?.[0] ?? pair.value?.range?.[0] ?? 0,
});
