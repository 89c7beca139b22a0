/**
 * Writes one object as YAML: keys sorted, apiVersion, kind and metadata first, every string so that readers
 * of YAML 1.1 and 1.2 agree on it. General writers take 2 to 4 times (js-yaml) or 8 to
 * 10 times (yaml) as long, a large part of a run over many clusters.
 */

import { remembered } from '../values/remembered';
import { Place } from './place';

/** What JSON can hold. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/**
 * Text of one document, ending in a newline. The pieces of a text are joined once, at the end: each text in between would be
 * garbage.
 */
export function toYaml(value: Json): string {
  const pieces: string[] = [];
  writeValue(pieces, value, 0);
  pieces.push('\n');
  return pieces.join('').slice(1);
}

/** The same as `textAt` for a text that hardly any other object has. */
export const ownTextAt = (value: string, depth: number): string =>
  value.includes('\n') ? text(value, depth) : ` ${scalarText(value)}`;

/** What follows a key or a dash, where lines below it are this deep. */
export function textAt(value: Json, depth: number): string {
  const pieces: string[] = [];
  writeValue(pieces, value, depth);
  return pieces.join('');
}

export type JsonMap = { readonly [key: string]: Json };

/** Writes a value after a key or a dash: on the same line, or on lines that are this deep. */
function writeValue(pieces: string[], value: Json, depth: number): void {
  if (typeof value === 'string') pieces.push(text(value, depth));
  else if (typeof value !== 'object' || value === null) pieces.push(` ${value ?? null}`);
  else if (Array.isArray(value)) writeList(pieces, value, depth);
  else if (value instanceof Place) pieces.push(value.mark(depth));
  else writeMap(pieces, value as JsonMap, depth);
}

/** Writes a map on lines that are this deep. */
function writeMap(pieces: string[], map: JsonMap, depth: number): void {
  const lineOf = keyLine(depth);
  let isEmpty = true;
  for (const key of sortedKeys(map)) {
    const value = map[key];
    if (value === undefined) continue;
    isEmpty = false;
    pieces.push(lineOf(key));
    writeValue(pieces, value, depth + 1);
  }
  if (isEmpty) pieces.push(' {}');
}

function writeList(pieces: string[], list: readonly Json[], depth: number): void {
  if (list.length === 0) pieces.push(' []');
  const dash = `${lineAt(depth)}-`;
  for (const item of list) {
    const start = pieces.push(dash);
    writeValue(pieces, item, depth + 1);
    // The first key of a map is beside the dash, and the first item of a list.
    if (typeof item === 'object' && item !== null && !(item instanceof Place))
      pieces[start] = ` ${pieces[start]?.trimStart()}`;
  }
}

/** The start of a line. */
const lineAt = (depth: number): string => `\n${indentAt(depth)}`;

const indentAt = (depth: number): string => '  '.repeat(depth);

/** By code unit; most maps are so already: what an object is made from is often written in order. */
function sortedKeys(map: JsonMap): readonly string[] {
  const keys = Object.keys(map);
  let last = '';
  let isSorted = true;
  let isObject = false;
  for (const key of keys) {
    if (key < last) isSorted = false;
    if (key === 'kind') isObject = map.kind !== undefined && map.apiVersion !== undefined;
    last = key;
  }
  const sorted = isSorted ? keys : keys.sort();
  return isObject ? withFirstKeys(sorted) : sorted;
}

const FIRST_KEYS: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/** In an API object the keys that say what it is come first. */
const withFirstKeys = (keys: readonly string[]): readonly string[] => [
  ...FIRST_KEYS.filter(key => keys.includes(key)),
  ...keys.filter(key => !FIRST_KEYS.includes(key)),
];

/** Several lines as a literal block, where every byte of them survives it. */
function text(value: string, depth: number): string {
  if (!value.includes('\n') || !isLiteral(value)) return scalar(value);
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  const chomp = value.endsWith('\n') ? '' : '-';
  const indent = indentAt(Math.max(1, depth));
  return ` |${chomp}\n${body
    .split('\n')
    .map(line => (line === '' ? '' : indent + line))
    .join('\n')}`;
}

/** No trailing blank lines, no line that begins the text with a space, nothing invisible. */
function isLiteral(value: string): boolean {
  return (
    !/^[\n ]/.test(value) &&
    !/\n\n$/.test(value) &&
    !/[ \t](\n|$)/.test(value) &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be kept out
    !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(value)
  );
}

/** Words that a reader of YAML 1.1 or 1.2 takes for something else. */
const RESERVED = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const LONGEST_RESERVED = 5;
/** Begins with a letter or slash, so it is never a number, a date or an indicator. */
const WORD = /^[A-Za-z/](?:[A-Za-z0-9_./@+=,()%*?&^$-]|:(?=[^\s])|[ ](?=[^\s#]))*$/;
/** Quantities and durations: `100Gi`, `250m`, `1m0s`. */
const AMOUNT = /^[1-9][0-9]*[a-df-zA-DF-Z][A-Za-z0-9]*$/;
const INVISIBLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** Longer texts are hardly ever the same. */
const LONGEST_KEPT = 100;

/** The same function of texts, which keeps short results: keys and most values are the same in every object. */
function kept(of: (text: string) => string): (text: string) => string {
  const known = remembered(of);
  return value => (value.length > LONGEST_KEPT ? of(value) : known(value));
}

const scalar = kept(value => ` ${scalarText(value)}`);

/** A line with a key. */
const keyLine = remembered((depth: number) => kept(key => `${lineAt(depth)}${scalarText(key)}:`));

/** A string on one line. */
export function scalarText(value: string): string {
  if (WORD.test(value) ? value.length > LONGEST_RESERVED || !RESERVED.test(value) : AMOUNT.test(value)) return value;
  return JSON.stringify(value).replace(
    INVISIBLE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
