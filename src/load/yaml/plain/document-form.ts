/**
 * What documents have in common that are written alike: all of the text of one of them but for the words of its values. With
 * other words in these gaps it is another document, whose value and places follow from those of the first.
 *
 * A gap takes only what reads the same whatever it says: a word that is a text and no number or constant, or the inside of
 * quotes. So the reader, which goes from left to right, would do at each character between the gaps what it did in the first.
 */

import type { PlainMap } from '../../../config/plain-map';
import { lazily } from '../../../values/lazily';
import { setKey } from '../../../values/set-key';
import type { PlacedTree } from '../placed-tree';
import type { NodeDocument, PlainDocument } from './plain-document';
import type { PlainEntry, PlainLeaf, PlainNode } from './plain-node';
import { isConstant } from './plain-scalar';

/** What a gap takes. */
export type GapKind = 'word' | 'quoted';

/** A gap, as it is in the first document. */
export interface Gap {
  readonly kind: GapKind;
  /** Where it begins. */
  readonly at: number;
  readonly text: string;
}

/** A node of the first document, and the gaps in it: those from one number up to another. */
interface Part {
  readonly node: PlainNode;
  readonly value: unknown;
  readonly from: number;
  readonly to: number;
  /** Of a list or map, in order. */
  readonly parts: readonly Part[];
}

const FORMS: Readonly<Record<GapKind, RegExp>> = {
  // A colon is part of a word only where another character of the word follows.
  word: /[A-Za-z_/][-A-Za-z0-9_./]*(?::[-A-Za-z0-9_./]+)*/y,
  // Neither a quote nor what begins an escape.
  quoted: /[ !#-&(-[\]-~]*/y,
};

/** What is in a gap that begins there; undefined if nothing fits. */
export function gapText(kind: GapKind, text: string, at: number): string | undefined {
  const form = FORMS[kind];
  form.lastIndex = at;
  if (!form.test(text)) return undefined;
  const found = text.slice(at, form.lastIndex);
  return kind === 'word' && isConstant(found) ? undefined : found;
}

/** The gap for a scalar of a text; undefined if it must stay as it is. */
function gapOf({ at, text: written }: PlainLeaf, text: string): Gap | undefined {
  const isQuoted = text[at] === '"' || text[at] === "'";
  const gap: Gap = { kind: isQuoted ? 'quoted' : 'word', at: isQuoted ? at + 1 : at, text: written };
  return gapText(gap.kind, text, gap.at) === written ? gap : undefined;
}

/** The form of a document. */
export class DocumentForm {
  /** In the order of the text. */
  public readonly gaps: readonly Gap[];
  /** The text before each gap, and after the last. */
  public readonly between: readonly string[];
  /** Those of a map. */
  public readonly keys: readonly string[] | undefined;
  /** The places of the first document. */
  public readonly tree: () => PlacedTree;
  readonly #root: Part;

  public constructor(
    text: string,
    public readonly first: NodeDocument,
  ) {
    const gaps: Gap[] = [];
    const partOf = (node: PlainNode): Part => {
      const from = gaps.length;
      const gap = node.kind === 'leaf' ? gapOf(node, text) : undefined;
      if (gap !== undefined) gaps.push(gap);
      const parts = nodesIn(node).map(partOf);
      const values = parts.map(({ value }) => value);
      return { node, value: valueWith(node, values), from, to: gaps.length, parts };
    };
    this.#root = partOf(first.root);
    this.gaps = gaps;
    this.keys = first.keys;
    this.tree = lazily(() => first.tree());
    const ends = [0, ...gaps.map(gap => gap.at + gap.text.length)];
    this.between = ends.map((end, index) => text.slice(end, gaps[index]?.at));
  }

  /** The value with other words in the gaps; parts without another word are those of the first document. */
  public value(words: readonly string[]): unknown {
    return this.#filled(this.#root, words);
  }

  /** The same at a key of a map. */
  public valueAt(key: string, words: readonly string[]): unknown {
    const { node, parts } = this.#root;
    const part = node.kind === 'map' ? parts[node.entries.findIndex(entry => entry.key === key)] : undefined;
    return part && this.#filled(part, words);
  }

  /** Where something of the first document is with other words. */
  public moved(offset: number, words: readonly string[]): number {
    let now = offset;
    this.gaps.forEach(({ at, text }, index) => {
      if (at < offset) now += (words[index]?.length ?? 0) - text.length;
    });
    return now;
  }

  #filled(part: Part, words: readonly string[]): unknown {
    if (this.#isFirst(part, words)) return part.value;
    if (part.node.kind === 'leaf') return words[part.from];
    const values: unknown[] = [];
    for (const below of part.parts) values.push(this.#filled(below, words));
    return valueWith(part.node, values);
  }

  #isFirst({ from, to }: Part, words: readonly string[]): boolean {
    for (let index = from; index < to; index += 1) if (words[index] !== this.gaps[index]?.text) return false;
    return true;
  }
}

/** A document of this form. */
export class AlikeDocument implements PlainDocument {
  public constructor(
    private readonly form: DocumentForm,
    private readonly words: readonly string[],
    /** The same, read node by node. */
    private readonly whole: () => PlainDocument | null | undefined,
  ) {}

  public get values(): number {
    return this.form.first.values;
  }

  public get keys(): readonly string[] | undefined {
    return this.form.keys;
  }

  public value(): unknown {
    return this.form.value(this.words);
  }

  public valueAt(key: string): unknown {
    return this.form.valueAt(key, this.words);
  }

  public tree(): PlacedTree {
    const first = this.form.tree();
    return {
      locate: path => {
        const { offset, depth } = first.locate(path);
        return { offset: this.form.moved(offset, this.words), depth };
      },
      written: path => this.whole()?.tree().written(path),
    };
  }
}

function nodesIn(node: PlainNode): readonly PlainNode[] {
  if (node.kind === 'leaf') return [];
  return node.kind === 'list' ? node.items : node.entries.map(entry => entry.node);
}

/** The value of a node with these values in it. */
function valueWith(node: PlainNode, values: readonly unknown[]): unknown {
  if (node.kind === 'leaf') return node.value;
  if (node.kind === 'list') return values;
  const map: PlainMap = {};
  for (let index = 0; index < values.length; index += 1) {
    const { key } = node.entries[index] as PlainEntry;
    setKey(map, key, values[index]);
  }
  return map;
}
