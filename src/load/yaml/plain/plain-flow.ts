/** Flow maps and lists of plain YAML, `{a: 1, b: [c, d]}`, each on one line. */

import { PlainEntries, type PlainNode } from './plain-node';
import { isConstant, plainScalar, quotedScalar } from './plain-scalar';

/** Reads flow collections of one text, one after the other. */
export class PlainFlow {
  /** How many keys and values were read. */
  public values = 0;
  /** Where reading continues. */
  public position = 0;

  public constructor(private readonly text: string) {}

  /** The collection that begins there and ends on the same line; undefined if reading it needs all of YAML. */
  public read(at: number, end: number, depth: number): PlainNode | undefined {
    if (depth <= 0) return undefined;
    this.position = at + 1;
    return this.text[at] === '{' ? this.map(at, end, depth) : this.list(at, end, depth);
  }

  private map(at: number, end: number, depth: number): PlainNode | undefined {
    const entries = new PlainEntries();
    this.blanks();
    if (this.takes('}')) return { kind: 'map', at, entries: entries.list };
    for (;;) {
      const keyAt = this.position;
      const key = this.key(end);
      if (key === undefined || entries.has(key)) return undefined;
      this.blanks();
      const node = this.node(end, depth);
      if (node === undefined) return undefined;
      entries.add(key, keyAt, node);
      if (this.takes('}')) return { kind: 'map', at, entries: entries.list };
      if (!this.takes(',')) return undefined;
      this.blanks();
    }
  }

  private list(at: number, end: number, depth: number): PlainNode | undefined {
    const items: PlainNode[] = [];
    this.blanks();
    if (this.takes(']')) return { kind: 'list', at, items };
    for (;;) {
      const node = this.node(end, depth);
      if (node === undefined) return undefined;
      items.push(node);
      if (this.takes(']')) return { kind: 'list', at, items };
      if (!this.takes(',')) return undefined;
      this.blanks();
    }
  }

  /** A key and its colon, which a space must follow. */
  private key(end: number): string | undefined {
    const key = keyAt(this.text, this.position, end);
    if (key === undefined) return undefined;
    this.position = key.end + 1;
    this.values += 1;
    return this.text[this.position] === ' ' ? key.key : undefined;
  }

  /** A value, and the spaces after it. */
  private node(end: number, depth: number): PlainNode | undefined {
    const { text, position: at } = this;
    const first = text[at];
    let node: PlainNode | undefined;
    if (first === '{' || first === '[') node = this.read(at, end, depth - 1);
    else {
      this.values += 1;
      if (first === '"' || first === "'") {
        const quoted = quotedScalar(text, at, end);
        this.position = quoted?.end ?? at;
        node = quoted?.leaf;
      } else node = this.scalar(at, end);
    }
    this.blanks();
    return this.position < end ? node : undefined;
  }

  private scalar(at: number, end: number): PlainNode | undefined {
    SCALAR.lastIndex = at;
    const word = SCALAR.exec(this.text)?.[0].trimEnd() ?? '';
    this.position = at + word.length;
    return this.position < end ? plainScalar(word, at) : undefined;
  }

  private blanks(): void {
    while (this.text[this.position] === ' ') this.position += 1;
  }

  private takes(sign: string): boolean {
    if (this.text[this.position] !== sign) return false;
    this.position += 1;
    return true;
  }
}

/** Neither a sign of a collection nor a comment; a colon only within a word. */
const SCALAR = /(?:[^\n,[\]{}#:]|:(?=[A-Za-z0-9/._-]))*/y;

/** Keys of letters, digits and the signs of labels, and quoted ones. */
const KEY = /[A-Za-z_][-A-Za-z0-9_./]{0,200}(?=:)/y;

/** A key that begins there, and where its colon is; undefined if plain YAML has no such key. */
export function keyAt(
  text: string,
  at: number,
  end: number,
): { readonly key: string; readonly end: number } | undefined {
  const first = text[at];
  if (first === '"' || first === "'") {
    const quoted = quotedScalar(text, at, end);
    if (quoted === undefined || text[quoted.end] !== ':' || quoted.leaf.text.length > 200) return undefined;
    return quoted.leaf.text === '<<' ? undefined : { key: quoted.leaf.text, end: quoted.end };
  }
  KEY.lastIndex = at;
  const key = KEY.exec(text)?.[0];
  return key === undefined || isConstant(key) ? undefined : { key, end: at + key.length };
}
