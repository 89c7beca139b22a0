/**
 * Sets scalars in a YAML text and keeps every other character: comments, empty lines, quotes. A writer for whole
 * documents would reformat the file, and hide the change in the review.
 */

import { isDeepStrictEqual } from 'node:util';
import { isMap, isPair, isScalar, isSeq, type Node, type Pair, parseAllDocuments, type YAMLMap } from 'yaml';
import { withValue } from '../../config/value-at';
import type { ConfigPath } from '../../findings/finding';
import { parseYaml } from '../../load/yaml/parse-yaml';

/** A change that cannot be made in this layout. */
export class EditError extends Error {}

/** One scalar to set. */
export interface Edit {
  readonly path: ConfigPath;
  readonly value: string;
}

/**
 * The text with the scalars set; missing maps on the way are created.
 *
 * @throws EditError if a change would touch anything else, for example behind an alias.
 */
export function setScalars(text: string, document: number, edits: readonly Edit[]): string {
  const wanted = valuesOf(text).map((value, index) => (index === document ? withEdits(value, edits) : value));
  const edited = edits.reduce((before, { path, value }) => apply(before, rootOf(before, document), path, value), text);
  if (!isDeepStrictEqual(valuesOf(edited), wanted)) throw new EditError('the layout around it is not supported');
  return edited;
}

const withEdits = (value: unknown, edits: readonly Edit[]): unknown =>
  edits.reduce((node, edit) => withValue(node, edit.path, edit.value), value);

/** The values as the rest of the program reads them. */
function valuesOf(text: string): readonly unknown[] {
  const { values, problems } = parseYaml(text);
  if (problems.length > 0) throw new EditError('it would not be valid YAML');
  return values;
}

function rootOf(text: string, document: number): Node | null | undefined {
  const documents = parseAllDocuments(text, { stringKeys: true, merge: true });
  return Array.isArray(documents) ? (documents[document]?.contents as Node | null | undefined) : undefined;
}

function apply(text: string, root: Node | null | undefined, path: ConfigPath, value: string): string {
  let node = root;
  let parent: Pair<Node, Node> | undefined;
  for (const [index, key] of path.entries()) {
    const rest = path.slice(index);
    if (isSeq(node) && typeof key === 'number') {
      node = node.items[key] as Node | undefined;
      continue;
    }
    if (parent !== undefined && isEmpty(node)) return fillEmpty(text, parent, rest, value);
    if (!isMap(node)) throw new EditError('there is a list, an alias or a scalar instead of a map');
    const pair = node.items.find(item => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
    if (pair === undefined) return insert(text, node, rest, value);
    parent = pair as Pair<Node, Node>;
    node = parent.value;
  }
  return parent !== undefined && isScalar(node) ? replace(text, parent, value) : fail();
}

const fail = (): never => {
  throw new EditError('there is a map instead of a value');
};

/** `key:` with nothing after it. */
const isEmpty = (node: Node | null | undefined): boolean =>
  node === null || node === undefined || (isScalar(node) && node.value === null);

/** Replaces a scalar; a line break at its end, as in block scalars, is kept. */
function replace(text: string, pair: Pair<Node, Node>, value: string): string {
  const [start, end] = rangeOf(pair.value);
  const old = text.slice(start, end);
  if (old === '') return fillEmpty(text, pair, [], value);
  const tail = /\r?\n$/.exec(old)?.[0] ?? '';
  const quoted = old.startsWith('"');
  return text.slice(0, start) + scalar(value, quoted) + tail + text.slice(end);
}

/** After `key:`, or instead of the word null. */
function fillEmpty(text: string, pair: Pair<Node, Node>, rest: ConfigPath, value: string): string {
  const [start, keyEnd] = rangeOf(pair.key);
  const colon = text.indexOf(':', keyEnd);
  const [from, to] = pair.value?.range ? rangeOf(pair.value) : [colon + 1, colon + 1];
  if (rest.length === 0)
    return `${text.slice(0, colon + 1)} ${scalar(value, false)}${text.slice(Math.max(to, colon + 1))}`;
  const indent = columnOf(text, start) + 2;
  const lines = newlineOf(text) + blockLines(text, indent, rest, value);
  if (from < to) return text.slice(0, colon + 1) + lines + text.slice(to);
  const end = endOfLine(text, colon);
  return text.slice(0, end) + lines + text.slice(end);
}

/** One more entry, in the style of its map. */
function insert(text: string, map: YAMLMap, rest: ConfigPath, value: string): string {
  if (!rest.every(key => typeof key === 'string')) throw new EditError('a list would have to be created');
  return map.flow ? insertFlow(text, map, rest, value) : insertBlock(text, map, rest, value);
}

/** `{a: 1}` to `{a: 1, b: 2}`, on the line of the last entry. */
function insertFlow(text: string, map: YAMLMap, rest: ConfigPath, value: string): string {
  const first = map.items[0];
  const quoted = isScalar(first?.key) && first.key.type === 'QUOTE_DOUBLE';
  const entry = flowEntry(rest, value, quoted);
  const [start, end] = rangeOf(map);
  const last = map.items.at(-1);
  if (last === undefined) return `${text.slice(0, start + 1)}${entry}${text.slice(end - 1)}`;
  const after = rangeOf((last.value ?? last.key) as Node)[1];
  const trimmed = after - (/\s*$/.exec(text.slice(0, after))?.[0].length ?? 0);
  return `${text.slice(0, trimmed)}, ${entry}${text.slice(trimmed)}`;
}

function flowEntry(path: ConfigPath, value: string, quoted: boolean): string {
  const [key = '', ...rest] = path;
  const inner = rest.length === 0 ? scalar(value, quoted) : `{${flowEntry(rest, value, quoted)}}`;
  return `${keyText(String(key), quoted)}: ${inner}`;
}

/** One or more lines below the last entry and what belongs to it. */
function insertBlock(text: string, map: YAMLMap, rest: ConfigPath, value: string): string {
  const first = map.items[0];
  const last = map.items.at(-1);
  if (first === undefined || last === undefined) throw new EditError('there is an empty map');
  const indent = columnOf(text, rangeOf(first.key as Node)[0]);
  const end = endOfLine(text, lastCharacter(text, last as Pair<Node, Node>));
  const lines = blockLines(text, indent, rest, value);
  return text.slice(0, end) + newlineOf(text) + lines + text.slice(end);
}

/** Where the content of an entry ends, without the empty lines and comments after it. */
function lastCharacter(text: string, { key, value }: Pair<Node, Node>): number {
  const end = isMap(value) || isSeq(value) ? deepEnd(value) : undefined;
  const [start, stop] = [rangeOf(key)[0], end ?? (value?.range ? rangeOf(value)[1] : rangeOf(key)[1])];
  return start + text.slice(start, stop).trimEnd().length;
}

function deepEnd(node: Node): number {
  if (isMap(node) && !node.flow && node.items.length > 0) {
    const { key, value } = node.items.at(-1) as Pair<Node, Node>;
    return value?.range ? deepEnd(value) : rangeOf(key)[1];
  }
  if (isSeq(node) && !node.flow && node.items.length > 0) return deepEnd(node.items.at(-1) as Node);
  return rangeOf(node)[1];
}

function blockLines(text: string, indent: number, path: ConfigPath, value: string): string {
  const lines = path.map((key, depth) => `${' '.repeat(indent + 2 * depth)}${keyText(String(key), false)}:`);
  return `${lines.join(newlineOf(text))} ${scalar(value, false)}`;
}

/** The line break that ends the line of a position. */
function endOfLine(text: string, position: number): number {
  const next = text.indexOf('\n', position);
  const end = next === -1 ? text.length : next;
  return text[end - 1] === '\r' ? end - 1 : end;
}

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** Spaces before the character on its line; the dash of a list item counts as one. */
const columnOf = (text: string, position: number): number => position - (text.lastIndexOf('\n', position - 1) + 1);

const keyText = (key: string, quoted: boolean): string =>
  !quoted && /^[A-Za-z_.][A-Za-z0-9_.-]*$/.test(key) ? key : JSON.stringify(key);

/** Base64 and plain words need no quotes in YAML. */
const scalar = (value: string, quoted: boolean): string =>
  !quoted && /^[A-Za-z][A-Za-z0-9+/=-]*$/.test(value) ? value : JSON.stringify(value);

function rangeOf(node: Node | null | undefined): readonly [number, number] {
  const range = node?.range;
  if (!range) throw new EditError('its place is unknown');
  return [range[0], range[1]];
}
