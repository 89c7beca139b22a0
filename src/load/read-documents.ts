/** The syntax trees of a YAML text, for values and for positions. */

import { Composer, type CST, type Document, Lexer, type ParsedNode, Parser } from 'yaml';
import { depthProblem, LIMITS, valuesProblem, type YamlProblem } from './yaml-problem';

/** The documents, or what kept them from being read. */
export interface ReadDocuments {
  readonly documents: readonly Document.Parsed<ParsedNode>[];
  readonly problem?: YamlProblem;
}

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

/** Reads the documents of a text. */
export function readDocuments(text: string): ReadDocuments {
  const { tokens, problem } = readTokens(text);
  return problem ? { documents: [], problem } : { documents: [...new Composer(OPTIONS).compose(tokens)] };
}

/**
 * The limits are watched here, because later is too late: the library goes down into the tokens by recursion,
 * and a stack that runs full within a regular expression ends the whole process.
 */
function readTokens(text: string): { readonly tokens: readonly CST.Token[]; readonly problem?: YamlProblem } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let values = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > LIMITS.depth) return { tokens: [], problem: depthProblem(parser.offset) };
    if (VALUE_MARKS.has(lexeme[0] ?? '')) values += 1;
    if (values > LIMITS.values) return { tokens: [], problem: valuesProblem(parser.offset) };
  }
  tokens.push(...parser.end());
  return { tokens };
}

/** What the lexer's words for keys and values begin with: a scalar's own mark, an alias, quotes. */
const VALUE_MARKS: ReadonlySet<string> = new Set(['\u001f', '*', '"', "'"]);
