/** YAML text to plain values, within limits, with every syntax problem and its position. */

import { type Document, LineCounter, type ParsedNode, parseAllDocuments, type YAMLError } from 'yaml';

/** Limits that keep a hostile or broken file from eating the machine. */
export const LIMITS = {
  /** Largest file, in bytes. */
  fileBytes: 32 * 1024 * 1024,
  /** How often aliases may stand for anchors, nested uses multiplied. */
  aliases: 100_000,
} as const;

/** A syntax problem; `offset` counts characters from the start of the text. */
export interface YamlProblem {
  readonly code: string;
  readonly offset: number;
  readonly what: string;
  readonly fix: string;
}

/** The documents of one file. Empty documents are `null`. */
export interface ParsedYaml {
  readonly values: readonly unknown[];
  readonly problems: readonly YamlProblem[];
}

type YamlDocument = Document.Parsed<ParsedNode>;

/** The syntax trees of the text, for values and for positions. */
export function parseDocuments(text: string, lineCounter = new LineCounter()): readonly YamlDocument[] {
  const documents = parseAllDocuments(text, {
    lineCounter,
    merge: true,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: true,
  });
  return Array.isArray(documents) ? documents : [];
}

/** Reads every document of the text; never throws. */
export function parseYaml(text: string): ParsedYaml {
  if (Buffer.byteLength(text) > LIMITS.fileBytes) return refuse('YAML_LIMIT', `the file is larger than 32 MiB`);
  let documents: readonly YamlDocument[];
  try {
    documents = parseDocuments(text);
  } catch (error) {
    if (error instanceof RangeError) return refuse('YAML_LIMIT', 'lists and maps are nested too deep to be read');
    return refuse('YAML_SYNTAX', `the file cannot be read as YAML: ${firstLine(error)}`);
  }
  const problems = documents.flatMap(document => document.errors.map(describe));
  if (problems.length > 0) return { values: [], problems };
  return toValues(documents);
}

function toValues(documents: readonly YamlDocument[]): ParsedYaml {
  const values: unknown[] = [];
  const problems: YamlProblem[] = [];
  for (const document of documents) {
    try {
      values.push(document.toJS({ maxAliasCount: LIMITS.aliases }) ?? null);
    } catch (error) {
      const text = firstLine(error);
      const excessive = text.includes('Excessive alias count');
      problems.push({
        code: excessive ? 'YAML_LIMIT' : 'YAML_SYNTAX',
        offset: document.range[0],
        what: excessive ? `aliases stand for more than ${LIMITS.aliases} copies of their anchors` : text,
        fix: excessive ? 'use defaults or a profile instead of nested anchors' : 'define the anchor before its alias',
      });
    }
  }
  return { values, problems };
}

/** One fix for each kind of syntax error; the rest get a general one. */
const FIXES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'keep one of the two entries: the other would be lost without a word',
  TAB_AS_INDENT: 'indent with blanks: YAML does not allow tabs there',
  BAD_INDENT: 'line the entry up with the others of its map or list',
  MULTILINE_IMPLICIT_KEY: 'check the indentation, and that each key ends in a colon and a blank',
  UNRESOLVED_ALIAS: 'define the anchor before its alias',
};

function describe(error: YAMLError): YamlProblem {
  const duplicate = error.code === 'DUPLICATE_KEY';
  return {
    code: duplicate ? 'YAML_DUPLICATE_KEY' : 'YAML_SYNTAX',
    offset: error.pos[0],
    what: duplicate ? 'the same key stands twice in one map' : firstLine(error),
    fix: FIXES[error.code] ?? 'mend the YAML at this place',
  };
}

const refuse = (code: string, what: string): ParsedYaml => ({
  values: [],
  problems: [{ code, offset: 0, what, fix: 'split the clusters over several files named in clusterFiles' }],
});

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
