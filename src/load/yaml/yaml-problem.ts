/** What can be wrong with a YAML file whatever its content. */

import type { Problem } from '../../findings/finding';
import { generalProblem } from '../../findings/general-codes';

/** Limits that keep a hostile or broken file from eating the machine. */
export const LIMITS = {
  /** Largest file, in bytes. */
  fileBytes: 32 * 1024 * 1024,
  /** How many keys and values one file may hold; each takes about half a kilobyte while it is read. */
  values: 300_000,
  /** How many words, signs, comments and empty lines one file may hold: each costs time. */
  tokens: 1_500_000,
  /** How many values aliases may add to those that are written, nested uses multiplied. */
  copies: 1_000_000,
  /** How long one value or key may be, in characters. */
  text: 4 * 1024 * 1024,
  /** How many characters in double quotes one file may have: the library reads each on its own. */
  quoted: 8 * 1024 * 1024,
  /** How deep lists and maps may be nested. */
  depth: 100,
} as const;

/** A problem of a text. */
export interface YamlProblem extends Problem {
  /** Where it is, in characters from the start. */
  readonly offset: number;
}

/** A problem of this text. */
export const yamlProblem = (
  code: 'YAML_SYNTAX' | 'YAML_DUPLICATE_KEY' | 'YAML_LIMIT',
  offset: number,
  what: string,
  fix?: string,
): YamlProblem => ({ ...generalProblem(code, [], what, fix), offset });

/** A limit that is exceeded. */
export const limitProblem = (offset: number, what: string, fix: string): YamlProblem =>
  yamlProblem('YAML_LIMIT', offset, what, fix);

/** More keys and values than one file may have. */
export const valuesProblem = (offset: number): YamlProblem =>
  limitProblem(
    offset,
    `the file has more than ${LIMITS.values} keys and values`,
    'split it into several files and list them in clusterFiles',
  );

/** More tokens than one file may have. */
export const tokensProblem = (offset: number): YamlProblem =>
  limitProblem(
    offset,
    `the file has more than ${LIMITS.tokens} words, signs, comments and empty lines`,
    'remove comments and empty lines, or split the file into several and list them in clusterFiles',
  );

/** A text that is longer than anything Kubernetes stores, or too much of it. */
export const textProblem = (offset: number): YamlProblem =>
  limitProblem(
    offset,
    `a value or key is longer than ${LIMITS.text} characters, or the file has more than ${LIMITS.quoted} characters in double quotes`,
    'shorten it: Kubernetes stores no more than 1.5 MiB in an object',
  );

/** Lists and maps that are nested too deeply. */
export const depthProblem = (offset: number): YamlProblem =>
  limitProblem(
    offset,
    `lists and maps are nested more than ${LIMITS.depth} levels deep`,
    'remove levels: no setting of a fleet is that deep',
  );
