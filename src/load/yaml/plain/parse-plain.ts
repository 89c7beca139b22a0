/** The documents of a file, those in plain YAML by our own reader and only the others by the library. */

import type { PlacedTree } from '../placed-tree';
import { LIMITS } from '../yaml-problem';
import { plainDocument } from './alike-documents';
import type { PlainDocument } from './plain-document';
import { firstLineOf } from './plain-lines';

/** The documents of a file without problems. */
interface Parsed {
  readonly values: readonly unknown[];
  /** Where each document ends in the text. */
  readonly ends: readonly number[];
  /** Its places, if there is one document. */
  readonly only?: PlacedTree;
}

/** What is made of a document in plain YAML: its value, or what else is asked for. */
export type OfPlain = (document: PlainDocument) => unknown;

/**
 * Reads every document; `library` reads those that are more than plain YAML. Undefined if the library must read the
 * whole file: for what spans documents, for limits, and for every problem.
 */
export function parsePlain(
  text: string,
  ofPlain: OfPlain,
  library: (document: string) => Parsed & { readonly problems: readonly unknown[] },
): Parsed | undefined {
  if (SPANS_DOCUMENTS.test(text) || text.length > MOST_CHARACTERS) return undefined;
  const values: unknown[] = [];
  const ends: number[] = [];
  let last: { readonly tree: () => PlacedTree | undefined } | undefined;
  let scalars = 0;
  let left = 0;
  for (const { start, end } of documentsOf(text)) {
    const document = text.slice(start, end);
    const plain = plainDocument(document);
    if (plain === undefined) left += document.length;
    else scalars += plain?.values ?? 0;
    if (scalars > LIMITS.values || left > MOST_LEFT) return undefined;
    if (plain === null && !/^---/m.test(document)) return undefined;
    const parsed = plain === undefined ? library(document) : undefined;
    if (parsed !== undefined && (parsed.problems.length > 0 || parsed.values.length !== 1)) return undefined;
    values.push(parsed ? parsed.values[0] : plain ? ofPlain(plain) : null);
    ends.push(end);
    last = plain ?? { tree: () => parsed?.only };
  }
  return { values, ends, only: ends.length === 1 ? last?.tree() : undefined };
}

/** Directives, and the end of a document that another one need not follow. */
const SPANS_DOCUMENTS = /^(?:%|\.\.\.)/m;
/** A file of more may have more words and signs than the library is let to see. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** How much of it may be left to the library a document at a time: its limits are those of a whole file. */
const MOST_LEFT = 256 * 1024;

/** A line of three dashes begins a document wherever it is, and comments before the first one belong to it. */
function documentsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const marks = [...text.matchAll(/^---(?=[ \n]|$)/gm)].map(({ index }) => index);
  const [first] = marks;
  const hasOwnStart = first !== undefined && firstLineOf(text) === first;
  const starts = hasOwnStart ? marks : [0, ...marks];
  return starts.map((start, index) => ({ start: index === 0 ? 0 : start, end: starts[index + 1] ?? text.length }));
}
