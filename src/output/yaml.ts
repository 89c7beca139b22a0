/**
 * Writes one object as YAML: keys sorted, apiVersion, kind and metadata first, every string so that readers
 * of YAML 1.1 and 1.2 agree on it. General writers take 2 to 4 times (js-yaml) or 8 to
 * 10 times (yaml) as long, a large part of a run over many clusters.
 */

import { remembered } from '../values/remembered';

/** What JSON can hold. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** Text of one document, ending in a newline; `part` writes what follows a key of the document itself. */
export function toYaml(value: Json, part: (value: Json) => string = partText): string {
  if (!isMap(value)) return `${block(value, '').slice(1)}\n`;
  const keys = sortedKeys(value);
  return keys.length === 0 ? '{}\n' : keys.map(key => `${keyText(key)}:${part(value[key])}\n`).join('');
}

/** What follows a key of a document. */
export const partText = (value: Json): string => below(value, '');

type JsonMap = { readonly [key: string]: Json };

const isMap = (value: Json): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value as it follows a key or a dash: on the same line, or below it. */
function block(value: Json, indent: string): string {
  if (Array.isArray(value)) return value.length === 0 ? ' []' : value.map(item => entry(item, indent)).join('');
  if (isMap(value)) {
    const keys = sortedKeys(value);
    if (keys.length === 0) return ' {}';
    return keys.map(key => `\n${indent}${keyText(key)}:${below(value[key], indent)}`).join('');
  }
  return ` ${typeof value === 'string' ? text(value, indent) : String(value ?? null)}`;
}

const below = (value: Json, indent: string): string => block(value, `${indent}  `);

/** A list item; a map's first key is beside the dash. */
function entry(item: Json, indent: string): string {
  const body = block(item, `${indent}  `);
  return `\n${indent}-${body.startsWith('\n') ? ` ${body.slice(indent.length + 3)}` : body}`;
}

const FIRST_KEYS: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/** By code unit; in an API object the keys that say what it is come first. */
function sortedKeys(map: JsonMap): readonly string[] {
  const keys = Object.keys(map).filter(key => map[key] !== undefined);
  if (!isSorted(keys)) keys.sort();
  if (map.kind === undefined || map.apiVersion === undefined) return keys;
  return [...FIRST_KEYS.filter(key => keys.includes(key)), ...keys.filter(key => !FIRST_KEYS.includes(key))];
}

/** Most maps are: what an object is made from is often written in order. */
const isSorted = (keys: readonly string[]): boolean =>
  keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') <= key);

/** Several lines as a literal block, where every byte of them survives it. */
function text(value: string, indent: string): string {
  if (!value.includes('\n') || !isLiteral(value)) return scalar(value);
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  const chomp = value.endsWith('\n') ? '' : '-';
  const inner = indent === '' ? '  ' : indent;
  return `|${chomp}\n${body
    .split('\n')
    .map(line => (line === '' ? '' : inner + line))
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
/** Begins with a letter or slash, so it is never a number, a date or an indicator. */
const WORD = /^[A-Za-z/](?:[A-Za-z0-9_./@+=,()%*?&^$-]|:(?=[^\s])|[ ](?=[^\s#]))*$/;
/** Quantities and durations: `100Gi`, `250m`, `1m0s`. */
const AMOUNT = /^[1-9][0-9]*[a-df-zA-DF-Z][A-Za-z0-9]*$/;
const INVISIBLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** The same keys are in every object. */
const keyText = remembered((key: string): string => scalar(key));

function scalar(value: string): string {
  if ((WORD.test(value) && !RESERVED.test(value)) || AMOUNT.test(value)) return value;
  return JSON.stringify(value).replace(
    INVISIBLE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
