/** YAML text to plain values, within limits, with every syntax problem and its position. */

import type { YAMLError } from 'yaml';
import { inspect } from './inspect-tree';
import type { PlacedTree } from './placed-tree';
import { type OfPlain, parsePlain } from './plain/parse-plain';
import { readDocuments } from './read-documents';
import { syntaxFix } from './syntax-fix';
import { placedSyntaxTree } from './syntax-tree';
import { toValue } from './to-value';
import { LIMITS, limitProblem, type YamlProblem, yamlProblem } from './yaml-problem';

/** The documents of one file. Empty documents are `null`. */
export interface ParsedYaml {
  readonly values: readonly unknown[];
  /** Where each document ends in the text. */
  readonly ends: readonly number[];
  readonly problems: readonly YamlProblem[];
  /** Its places, if there is one document: finding them again takes as long as all the rest. */
  readonly only?: PlacedTree;
}

/** Reads every document of the text; never throws. Of those in plain YAML, `ofPlain` makes what is given as their value. */
export function parseYaml(text: string, ofPlain: OfPlain = document => document.value()): ParsedYaml {
  const refused = refuseText(text);
  if (refused) return { ...NOTHING, problems: [refused] };
  const plain = parsePlain(text, ofPlain, parseByLibrary);
  return plain === undefined ? parseByLibrary(text) : { ...plain, problems: [] };
}

/** The same by the library alone, which reads everything. */
export function parseByLibrary(text: string): ParsedYaml {
  const values: unknown[] = [];
  const ends: number[] = [];
  const problems: YamlProblem[] = [];
  let only: PlacedTree | undefined;
  const stopped = readDocuments(text, document => {
    const tree = inspect(document);
    // The library only warns of an unknown tag or directive, which would silently change the meaning.
    const wrong = described([...document.errors, ...document.warnings].slice(0, MOST_PROBLEMS), text);
    for (const problem of [...wrong, ...tree.problems].slice(0, MOST_PROBLEMS - problems.length))
      problems.push(problem);
    if (problems.length === 0) values.push(toValue(document.contents, tree.targets));
    ends.push(document.range[2]);
    only = ends.length === 1 ? placedSyntaxTree({ root: document.contents, targets: tree.targets }) : undefined;
  });
  if (stopped) return { ...NOTHING, problems: [stopped] };
  if (problems.length > 0) return { ...NOTHING, problems: problems.sort((a, b) => a.offset - b.offset) };
  return { values, ends, problems, only };
}

/** A file with more problems is most likely not YAML. */
const MOST_PROBLEMS = 1_000;

const NOTHING: ParsedYaml = { values: [], ends: [], problems: [] };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what YAML does not allow
const NOT_PRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/;

function refuseText(text: string): YamlProblem | undefined {
  if (Buffer.byteLength(text) > LIMITS.fileBytes) {
    return limitProblem(
      0,
      'the file is larger than 32 MiB',
      'split it into several files and list them in clusterFiles',
    );
  }
  const offset = text.search(NOT_PRINTABLE);
  if (offset < 0) return undefined;
  const code = text.charCodeAt(offset).toString(16).padStart(4, '0').toUpperCase();
  const what = code === 'FFFD' ? 'the file is not UTF-8 text' : `the character U+${code} is not allowed in YAML`;
  return yamlProblem('YAML_SYNTAX', offset, what, 'save the file as UTF-8 text, without control characters');
}

/** Errors at one place come from one mistake: the first says what it is. */
function described(errors: readonly Pick<YAMLError, 'code' | 'message' | 'pos'>[], text: string): YamlProblem[] {
  const first = new Map([...errors].reverse().map(error => [error.pos[0], error]));
  return [...first.values()].reverse().map(error => {
    const { what, fix } = syntaxFix(error, text, error.pos[0]);
    return yamlProblem('YAML_SYNTAX', error.pos[0], what, fix);
  });
}
