/** Arguments of the commands, by Node's own parser; mistakes become sentences. */

import { type ParseArgsConfig, parseArgs, types } from 'node:util';
import { suggestion } from '../config/nearest';
import type { Against } from '../fleet/lock/check-lock';
import { GitError } from '../load/git/git';
import { findRevision } from '../load/git/revision';
import { filesAt } from '../load/git/revision-files';
import { UsageError } from './usage';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options of every command that reads a fleet. */
export const FILE_OPTION = { file: { type: 'string', short: 'f' } } as const satisfies Options;

/** The values and words of a command line. */
export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly words: readonly string[];
}

/**
 * Parses the arguments of one command.
 *
 * @throws UsageError for anything the command does not know.
 */
export function readArguments(args: readonly string[], options: Options, words = 0): Arguments {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const empty = Object.keys(values).find(name => [values[name]].flat().includes(''));
    if (empty !== undefined) throw new UsageError(`the value of --${empty} is empty`);
    const extra = positionals.length - words;
    if (extra > 0) throw new UsageError(extraWords(extra, words));
    return { values, words: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(sentence(error, Object.keys(options)));
  }
}

/** None of them is repeated: it may be a value that lost its option. */
const extraWords = (extra: number, words: number): string => {
  const rest = extra === 1 ? 'one argument is' : `${extra} arguments are`;
  return `${rest} too many: besides options ${words === 0 ? 'none is' : `${words} can be`} given`;
};

function sentence(error: unknown, known: readonly string[]): string {
  const text = types.isNativeError(error) ? error.message : String(error);
  const unknown = /^Unknown option '(-{1,2}[^']+)'/.exec(text)?.[1];
  if (unknown === undefined) return text.split('. ', 1)[0] ?? text;
  return `there is no option ${unknown.split('=', 1)[0]}.${suggestion(unknown.replace(/^-+/, ''), known)}`;
}

/** The fleet file that is meant. */
export const fleetFileOf = ({ values }: Arguments): string =>
  (values.file as string | undefined) ?? process.env.REGISTRY_FLEET ?? 'fleet.yaml';

/** The output folder that is meant. */
export const folderOf = ({ values }: Pick<Arguments, 'values'>): string =>
  (values.output as string | undefined) ?? process.env.CDK8S_OUTDIR ?? 'dist';

/**
 * The revision that the lock and the output are to be compared with.
 *
 * @throws UsageError where there is none of the name.
 */
export function againstOf({ values }: Pick<Arguments, 'values'>): Against | undefined {
  const name = values.against as string | undefined;
  if (name === undefined) return undefined;
  try {
    return { name, files: filesAt(findRevision(name)) };
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`--against: ${error.message}`);
    throw error;
  }
}
