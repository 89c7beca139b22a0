/** A file of the configuration that knows the place of each of its values. */

import type { ConfigPath, Place } from '../findings/finding';
import type { PlacedTree } from './yaml/placed-tree';
import { plainDocument } from './yaml/plain/alike-documents';
import { placedSyntaxTree, syntaxTreeOf } from './yaml/syntax-tree';

/** Where in a file a piece of configuration starts: document number, and path within it. */
export interface Anchor {
  readonly source: Source;
  readonly document: number;
  readonly path: ConfigPath;
}

/** How much of a path exists, and its place. */
export interface Located {
  readonly place: Place;
  readonly depth: number;
}

/**
 * One file. Syntax trees cost far more memory than the values, and most documents never need one, so a tree is parsed
 * when a place is needed, and dropped when others were needed since: ask document by document.
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

  /** Whether the text matches anywhere. */
  public matches(form: RegExp): boolean {
    return form.test(this.text);
  }

  /** Line and column of a character. */
  public placeAt(offset: number): Place {
    this.lineStarts ??= lineStartsOf(this.text);
    const line = lastAtMost(this.lineStarts, offset);
    return { file: this.file, line: line + 1, column: offset - (this.lineStarts[line] ?? 0) + 1 };
  }

  /** Place of the value at the path, or of the nearest thing above it that exists. */
  public locate(document: number, path: ConfigPath): Located {
    const tree = this.tree(document);
    const { offset, depth } = tree.locate(path);
    return { place: this.placeAt(tree.start + offset), depth };
  }

  /** The text of the scalar at the path exactly as it was written, for example `4.10`. */
  public written(document: number, path: ConfigPath): string | undefined {
    return this.tree(document).written(path);
  }

  /** The text of a document. */
  public textOf(document: number): string {
    return this.text.slice(this.startOf(document), this.ends[document]);
  }

  /** Where the text of a document begins. */
  public beginOf(document: number): Place {
    return this.placeAt(this.startOf(document));
  }

  /** The value of a document in plain YAML, read again with its places. */
  public plainValue(document: number): unknown {
    const plain = plainDocument(this.textOf(document));
    if (plain === undefined) throw new Error(`${this.file} has more than plain YAML in document ${document}`);
    if (plain === null) return null;
    keep(this.treeOf(document, plain.tree()));
    return plain.value();
  }

  /** Keeps the tree of the only document until other files need theirs. */
  public remember(only: PlacedTree): void {
    keep({ source: this, document: 0, start: 0, ...only });
  }

  private tree(document: number): Tree {
    const held = recent.find(tree => tree.source === this && tree.document === document);
    if (held !== undefined && held === recent[0]) return held;
    return keep(held ?? this.parse(document));
  }

  private parse(document: number): Tree {
    const text = this.textOf(document);
    return this.treeOf(document, plainDocument(text)?.tree() ?? placedSyntaxTree(syntaxTreeOf(text)));
  }

  private treeOf(document: number, placed: PlacedTree): Tree {
    return { source: this, document, start: this.startOf(document), ...placed };
  }

  private startOf(document: number): number {
    return this.ends[document - 1] ?? 0;
  }
}

/** One document. */
interface Tree extends PlacedTree {
  readonly source: Source;
  readonly document: number;
  /** Where its text starts in the file. */
  readonly start: number;
}

/** Enough for two clusters in turn, and for the defaults and profiles that all of them have in common. */
const MOST_TREES = 3;
/** Most recently used first. */
let recent: readonly Tree[] = [];

function keep(tree: Tree): Tree {
  recent = [tree, ...recent.filter(other => other !== tree)].slice(0, MOST_TREES);
  return tree;
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
