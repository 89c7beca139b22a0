/** Values for `seal`: from standard input, files and the environment. None is ever printed, nor anything that could be one by mistake. */

import { didYouMean } from '../../config/nearest';
import type { Arguments } from '../table/entry';
import { UsageError } from '../usage-error';
import { readText, SealError } from './files';

/** The streams and the environment of the command. */
export interface SealIo {
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** The values by key, in the order of the arguments of each kind. */
export async function readValues(
  args: Arguments,
  io: SealIo,
  expected: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const fromStdin = args.list('key');
  const fromFiles = args.list('from-file').map(text => assignment(text, '--from-file KEY=FILE'));
  const fromEnv = args.list('from-env').map(text => assignment(text, '--from-env KEY=VARIABLE'));
  refuseKeys([...fromStdin, ...fromFiles.map(([key]) => key), ...fromEnv.map(([key]) => key)], expected);
  return Object.fromEntries([
    ...fromFiles.map(([key, file]) => [key, withoutLineBreak(readText(file, `the file for ${key}`))]),
    ...fromEnv.map(([key, variable]) => [key, variableOf(io, key, variable)]),
    ...(await readStdin(fromStdin, io)),
  ]);
}

function assignment(text: string, form: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at <= 0 || at === text.length - 1) throw new UsageError(`write ${form}`);
  return [text.slice(0, at), text.slice(at + 1)];
}

function refuseKeys(keys: readonly string[], expected: readonly string[]): void {
  const list = expected.join(', ');
  if (keys.length === 0)
    throw new UsageError(`name the keys to seal, for example --key ${expected[0]}; the keys are ${list}`);
  const unknown = keys.find(key => !expected.includes(key));
  if (unknown !== undefined) {
    throw new SealError(1, `a given key is not one of ${list}${didYouMean(unknown, expected)}`);
  }
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) throw new UsageError(`${twice} is given twice`);
}

function variableOf({ env }: SealIo, key: string, variable: string): string {
  const value = Object.hasOwn(env, variable) ? env[variable] : undefined;
  if (value === undefined) throw new SealError(1, `the environment variable for ${key} is not set`);
  return value;
}

/** One key gets the whole input; several get one line each. */
async function readStdin(keys: readonly string[], { stdin }: SealIo): Promise<readonly (readonly [string, string])[]> {
  const [only] = keys;
  if (only === undefined) return [];
  if (stdin.isTTY)
    throw new UsageError('pass the values on standard input, from a pipe or a file: a terminal would show them');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    length += chunk.length;
    if (length > MOST_BYTES)
      throw new SealError(2, 'standard input has more than 1 MiB, the most that a Secret can hold');
  }
  const text = withoutLineBreak(Buffer.concat(chunks).toString('utf8'), keys.length);
  if (keys.length === 1) return [[only, text]];
  const lines = text.split(/\r?\n/);
  if (lines.length !== keys.length) {
    throw new SealError(
      1,
      `the ${keys.length} keys need one line each, but standard input has ${lines.length}; pass a value of several lines with --from-file`,
    );
  }
  return keys.map((key, index) => [key, lines[index] ?? '']);
}

/** No Secret can hold more. */
const MOST_BYTES = 1024 * 1024;

/** Removes the line break that editors and echo add; files with more lines stay as they are. */
function withoutLineBreak(text: string, lines = 1): string {
  const cut = text.replace(/\r?\n$/, '');
  return cut.split('\n').length <= lines ? cut : text;
}
