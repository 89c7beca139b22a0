/**
 * Reads the part of YAML in which nearly all configuration is written: block maps and lists, flow maps and lists on one
 * line, scalars on one line, comments. It is a tenth of the work of the library, which reads everything. Whatever is not
 * certain to mean the same to both, an anchor, a tag, a block scalar, an escape, an odd number, is left to the library:
 * a text is either read to its end or not at all.
 */

import { NodeDocument } from './plain-document';
import { keyAt, PlainFlow } from './plain-flow';
import { firstLineOf, isPlainText, type PlainLine, plainLines } from './plain-lines';
import { PlainEntries, type PlainNode } from './plain-node';
import { plainEnd, plainScalar, quotedScalar } from './plain-scalar';

/** Reads one document, `null` if it is empty; undefined if it is more than plain YAML. */
export function readPlain(text: string): NodeDocument | null | undefined {
  if (!isPlainText(text)) return undefined;
  const first = firstLineOf(text);
  START.lastIndex = first;
  const start = first + (START.exec(text)?.[0].length ?? 0);
  if (start === 0 && text.startsWith('---')) return undefined;
  const lines = plainLines(text, start, text.length);
  const reader = new Reader(text, lines);
  if (lines.length === 0) return null;
  const root = reader.document();
  return root && new NodeDocument(root, reader.values);
}

/** The line that begins a document. */
const START = /---[ ]*(?=\n|$)/y;

/** Deeper than anything in a fleet; the library checks the limit. */
const MOST_DEPTH = 30;

class Reader {
  private scalars = 0;
  private next = 0;
  private readonly flow: PlainFlow;

  public constructor(
    private readonly text: string,
    private readonly lines: PlainLine[],
  ) {
    this.flow = new PlainFlow(text);
  }

  public get values(): number {
    return this.scalars + this.flow.values;
  }

  /** The whole document. */
  public document(): PlainNode | undefined {
    const [first] = this.lines;
    const root = first && this.block(first.indent, MOST_DEPTH);
    return this.next === this.lines.length ? root : undefined;
  }

  /** The map or list whose entries have this indent, from the next line on. */
  private block(indent: number, depth: number): PlainNode | undefined {
    const line = this.lines[this.next];
    if (line === undefined || depth <= 0) return undefined;
    return this.isItem(line) ? this.list(line.at, indent, depth) : this.map(line.at, indent, depth);
  }

  private list(at: number, indent: number, depth: number): PlainNode | undefined {
    const items: PlainNode[] = [];
    for (let line = this.lines[this.next]; line?.indent === indent; line = this.lines[this.next]) {
      if (!this.isItem(line)) break;
      const node = this.item(line, depth);
      if (node === undefined) return undefined;
      items.push(node);
    }
    return { kind: 'list', at, items };
  }

  private map(at: number, indent: number, depth: number): PlainNode | undefined {
    const entries = new PlainEntries();
    for (let line = this.lines[this.next]; line?.indent === indent; line = this.lines[this.next]) {
      const key = this.isItem(line) ? undefined : keyAt(this.text, line.at, line.end);
      if (key === undefined || entries.has(key.key)) return undefined;
      this.scalars += 1;
      const node = this.entry(line, key.end + 1, depth);
      if (node === undefined) return undefined;
      entries.add(key.key, line.at, node);
    }
    return { kind: 'map', at, entries: entries.list };
  }

  /** What follows a dash: another block, which begins there or below, or a value. */
  private item(line: PlainLine, depth: number): PlainNode | undefined {
    const at = this.blanks(line.at + 1, line.end);
    if (this.isOver(at, line)) return this.below(line, depth);
    const inner = { indent: line.indent + at - line.at, at, end: line.end };
    if (!this.isItem(inner) && !this.isEntry(inner)) return this.value(at, line, depth);
    this.lines[this.next] = inner;
    return this.block(inner.indent, depth - 1);
  }

  /** What follows a key and its colon. */
  private entry(line: PlainLine, colon: number, depth: number): PlainNode | undefined {
    const at = this.blanks(colon, line.end);
    if (at === colon && at < line.end) return undefined;
    if (!this.isOver(at, line)) return this.value(at, line, depth);
    const below = this.lines[this.next + 1];
    if (below?.indent !== line.indent || !this.isItem(below)) return this.below(line, depth);
    this.next += 1;
    return this.block(line.indent, depth - 1);
  }

  /** The block below a line that ends in a dash or a colon; an empty value is for the library. */
  private below(line: PlainLine, depth: number): PlainNode | undefined {
    this.next += 1;
    const first = this.lines[this.next];
    return first !== undefined && first.indent > line.indent ? this.block(first.indent, depth - 1) : undefined;
  }

  /** A value that ends with its line; the next line is not a part of it. */
  private value(at: number, line: PlainLine, depth: number): PlainNode | undefined {
    const node = this.inLine(at, line, depth);
    this.next += 1;
    return (this.lines[this.next]?.indent ?? 0) > line.indent ? undefined : node;
  }

  private inLine(at: number, { end }: PlainLine, depth: number): PlainNode | undefined {
    const { text } = this;
    const first = text[at];
    if (first === '{' || first === '[') {
      const node = this.flow.read(at, end, depth);
      return plainEnd(text, this.flow.position, end) === this.flow.position ? node : undefined;
    }
    this.scalars += 1;
    if (first === '"' || first === "'") {
      const quoted = quotedScalar(text, at, end);
      return quoted && plainEnd(text, quoted.end, end) === quoted.end ? quoted.leaf : undefined;
    }
    const word = text.slice(at, plainEnd(text, at, end));
    return /:(?: |$)/.test(word) ? undefined : plainScalar(word, at);
  }

  private blanks(from: number, end: number): number {
    let at = from;
    while (at < end && this.text[at] === ' ') at += 1;
    return at;
  }

  /** Whether nothing but a comment follows. */
  private readonly isOver = (at: number, { end }: PlainLine): boolean =>
    at === end || (this.text[at] === '#' && this.text[at - 1] === ' ');

  private readonly isItem = ({ at, end }: PlainLine): boolean =>
    this.text[at] === '-' && (at + 1 === end || this.text[at + 1] === ' ');

  private isEntry({ at, end }: PlainLine): boolean {
    const key = keyAt(this.text, at, end);
    return key !== undefined && (key.end + 1 === end || this.text[key.end + 1] === ' ');
  }
}
