/** The syntax trees of a YAML text, for values and for positions. */

import { Composer, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { depthProblem, LIMITS, textProblem, tokensProblem, valuesProblem, type YamlProblem } from './yaml-problem';

const OPTIONS = {
  logLevel: 'silent',
  prettyErrors: false,
  // A %YAML directive and the tags of older versions must not change what `no` or a date means.
  schema: 'core',
  resolveKnownTags: false,
  stringKeys: true,
  // The library compares every key with every other; `inspect` finds duplicates in linear time.
  uniqueKeys: false,
} as const;

/** One document, its syntax tree complete. */
export type ReadDocument = Document.Parsed<ParsedNode>;

/**
 * Visits the documents of a text one after the other, so that a file with many is never held as a whole, and returns the
 * problem that stopped it. The limits are checked here, because the library recurses into the tokens: a stack overflow
 * within a regular expression ends the whole process.
 */
export function readDocuments(text: string, visit: (document: ReadDocument) => void): YamlProblem | undefined {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  let values = 0;
  let tokens = 0;
  let quoted = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) for (const document of composer.next(token)) visit(document);
    if (parser.stack.length > LIMITS.depth) return depthProblem(parser.offset);
    if (lexeme[0] === '"') quoted += lexeme.length;
    if ((lexeme.length > LIMITS.text && isText(lexeme)) || quoted > LIMITS.quoted) return textProblem(parser.offset);
    if (VALUE_MARKS.has(lexeme[0] ?? '')) values += 1;
    if (values > LIMITS.values) return valuesProblem(parser.offset);
    tokens += 1;
    if (tokens > LIMITS.tokens) return tokensProblem(parser.offset);
  }
  for (const document of composer.compose(parser.end())) visit(document);
  return undefined;
}

/** Neither a comment nor a run of spaces or empty lines. */
const isText = (lexeme: string): boolean => lexeme[0] !== '#' && /\S/.test(lexeme);

/** First characters of the lexer's tokens for keys and values: a scalar's mark, an alias, quotes. */
const VALUE_MARKS: ReadonlySet<string> = new Set(['\u001f', '*', '"', "'"]);
