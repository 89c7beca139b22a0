/** The syntax trees of a YAML text, for values and for positions. */

import { Composer, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { depthProblem, LIMITS, tokensProblem, valuesProblem, type YamlProblem } from './yaml-problem';

const OPTIONS = {
  logLevel: 'silent',
  prettyErrors: false,
  // A %YAML directive and the tags of older versions must not change what `no` or a date means.
  schema: 'core',
  resolveKnownTags: false,
  stringKeys: true,
  // The library compares every key with every other one; `inspect` looks for duplicates in linear time.
  uniqueKeys: false,
} as const;

/** One document, its syntax tree complete. */
export type ReadDocument = Document.Parsed<ParsedNode>;

/**
 * Hands out the documents of a text one after the other, so that a file of many is never held as a whole, and returns
 * what kept it from reading on. The limits are watched here, because later is too late: the library goes down into
 * the tokens by recursion, and a stack that runs full within a regular expression ends the whole process.
 */
export function readDocuments(text: string, visit: (document: ReadDocument) => void): YamlProblem | undefined {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  let values = 0;
  let tokens = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) for (const document of composer.next(token)) visit(document);
    if (parser.stack.length > LIMITS.depth) return depthProblem(parser.offset);
    if (VALUE_MARKS.has(lexeme[0] ?? '')) values += 1;
    if (values > LIMITS.values) return valuesProblem(parser.offset);
    tokens += 1;
    if (tokens > LIMITS.tokens) return tokensProblem(parser.offset);
  }
  for (const document of composer.compose(parser.end())) visit(document);
  return undefined;
}

/** What the lexer's words for keys and values begin with: a scalar's own mark, an alias, quotes. */
const VALUE_MARKS: ReadonlySet<string> = new Set(['\u001f', '*', '"', "'"]);
