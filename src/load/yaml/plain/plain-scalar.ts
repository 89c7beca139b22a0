/** Scalars of plain YAML: one line, no escapes, and nothing that readers of YAML disagree on. */

import { BLANK } from './plain-lines';
import type { PlainLeaf } from './plain-node';

/** A word that begins with a letter and is neither `null` nor `true` nor `false`, or a number as people write it. */
const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

const constantOf = (word: string): boolean | null => CONSTANTS.get(word) ?? null;

const WORD_START = /^[A-Za-z_/]/;
const WHOLE_NUMBER = /^(?:0|-?[1-9][0-9]{0,14})$/;
/** What may be a number of any kind: a word of these characters alone. */
const NUMBER_LIKE = /^[-+.0-9a-fA-FoOxXiInN_]+$/;

const LONGEST_CONSTANT = 5;

/** Whether a word is a value of its own, and no text. */
export const isConstant = (word: string): boolean => word.length <= LONGEST_CONSTANT && CONSTANTS.has(word);

/** A scalar that is not quoted; undefined if reading it needs all of YAML. */
export function plainScalar(text: string, at: number): PlainLeaf | undefined {
  if (WORD_START.test(text)) return { kind: 'leaf', at, text, value: isConstant(text) ? constantOf(text) : text };
  if (WHOLE_NUMBER.test(text)) return { kind: 'leaf', at, text, value: Number(text) };
  // A size, a duration, a host or a date: it begins with a digit and is not a number.
  return /^[0-9]/.test(text) && !NUMBER_LIKE.test(text) ? { kind: 'leaf', at, text, value: text } : undefined;
}

/** Where a quoted scalar ends, and what it says; undefined if it has escapes or does not end on its line. */
export function quotedScalar(
  text: string,
  at: number,
  end: number,
): { readonly leaf: PlainLeaf; readonly end: number } | undefined {
  const quote = text[at] ?? '';
  const close = text.indexOf(quote, at + 1);
  if (close < 0 || close >= end || text[close + 1] === quote) return undefined;
  const inner = text.slice(at + 1, close);
  if (quote === '"' && inner.includes('\\')) return undefined;
  return { leaf: { kind: 'leaf', at, text: inner, value: inner }, end: close + 1 };
}

/** Where a plain scalar, or what may follow a value on its line, ends: before a comment and the spaces there. */
export function plainEnd(text: string, at: number, end: number): number {
  const rest = text.slice(at, end);
  const comment = rest.includes('#') ? rest.search(/\s#/) : -1;
  let last = comment < 0 ? end : at + comment;
  while (last > at && text.charCodeAt(last - 1) === BLANK) last -= 1;
  return last;
}
