/** A command line read as its entry of the table says; mistakes become sentences. */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { suggestion } from '../config/nearest';
import type { Arguments, CommandEntry, OptionEntry, WordEntry } from './table/entry';
import { oneOf, UsageError } from './usage-error';

/** Options of every command. */
export const HELP: OptionEntry = { name: 'help', short: 'h', does: 'shows this help' };

type Values = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the arguments of one command.
 *
 * @throws UsageError for anything the command does not take.
 */
export function readArguments(
  command: CommandEntry,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Arguments {
  const { values, words } = parse(command, args);
  refuseTogether(command, values);
  refuseWords(command, words);
  const all = withEnvironment(command, values, environment);
  return {
    text: option => all.get(option)?.at(-1),
    list: option => all.get(option) ?? [],
    flag: option => values.has(option),
    words,
  };
}

function parse(command: CommandEntry, args: readonly string[]): { values: Values; words: readonly string[] } {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    command.options.map(({ name, short, value, multiple }) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', ...(short && { short }), ...(multiple && { multiple }) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  const values = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = optionCalled(command, token.name, token.rawName);
    const value = readValue(command, option, token.value, token.inlineValue === true);
    values.set(option.name, [...(values.get(option.name) ?? []), value]);
  }
  return { values, words };
}

function optionCalled({ options }: CommandEntry, name: string, written: string): OptionEntry {
  const option = options.find(each => each.name === name);
  if (option !== undefined) return option;
  const known = options.map(each => each.name);
  const meant = suggestion(name, known).replace('"', '"--');
  const all = known.length === 0 ? 'There are no options' : `Options: ${known.map(each => `--${each}`).join(', ')}`;
  throw new UsageError(`there is no option ${written}.${meant} ${all}`);
}

function readValue(command: CommandEntry, option: OptionEntry, value: string | undefined, inline: boolean): string {
  const form = `--${option.name} ${option.value}`;
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`--${option.name} takes no value`);
    return '';
  }
  // What begins with a dash is the next option, so the value is missing; a dash alone is standard input.
  if (value === undefined || (!inline && /^-./.test(value))) {
    throw new UsageError(`the value of --${option.name} is missing: ${form}`);
  }
  if (value === '') throw new UsageError(`the value of --${option.name} is empty: ${form}`);
  refuseOther(nounOf(option), value, option.choices, { hidden: command.hidesArguments });
  return value;
}

/** The name of a value: `FORMAT` is a format. */
const nounOf = ({ value = '' }: Pick<OptionEntry, 'value'>): string => value.toLowerCase();

/** The message for a word that is not one of the choices. */
function refuseOther(
  what: string,
  word: string,
  choices: readonly string[] | undefined,
  { hidden = false, from = '' }: { readonly hidden?: boolean; readonly from?: string } = {},
): void {
  if (choices === undefined || choices.includes(word)) return;
  const said = hidden ? `there is no such ${what}` : `there is no ${what} "${word}"`;
  throw new UsageError(`${from}${said}.${suggestion(word, choices)} ${capital(oneOf(choices))}`);
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function refuseTogether({ excludes = [], needs = [] }: CommandEntry, values: Values): void {
  for (const group of excludes) {
    const [one, other] = group.filter(name => values.has(name));
    if (one !== undefined && other !== undefined) throw new UsageError(`--${one} and --${other} exclude each other`);
  }
  const alone = needs.find(({ option, other }) => values.has(option) && !values.has(other));
  if (alone !== undefined) throw new UsageError(`--${alone.option} goes with --${alone.other}`);
}

/** Extra arguments are not repeated in the message: one may be a secret that lost its option. */
function refuseWords({ name, words }: CommandEntry, given: readonly string[]): void {
  const most = words.some(({ multiple }) => multiple) ? Number.POSITIVE_INFINITY : words.length;
  const extra = given.length - most;
  if (extra > 0) {
    const many = extra === 1 ? 'one argument is' : `${extra} arguments are`;
    const taken = words.length === 0 ? 'nothing but options' : words.map(wordForm).join(' ');
    throw new UsageError(`${many} too many: ${name} takes ${taken}`);
  }
  const missing = words.find(({ required }, index) => required !== undefined && given[index] === undefined);
  if (missing !== undefined) throw new UsageError(`${name} needs ${missing.required}`);
  for (const [index, word] of given.entries()) {
    const entry = words[index];
    if (entry !== undefined) refuseOther(nounOf({ value: entry.name }), word, entry.choices);
  }
}

/** `CLUSTER`, `[FLEET]`, `[FILE]...`. */
export const wordForm = ({ name, required, multiple }: WordEntry): string =>
  `${required === undefined ? `[${name}]` : name}${multiple ? '...' : ''}`;

function withEnvironment(
  command: CommandEntry,
  values: Values,
  environment: Readonly<Record<string, string | undefined>>,
): Values {
  const all = new Map(values);
  for (const option of command.options) {
    const { name, environment: variable, choices } = option;
    const value = variable === undefined ? undefined : environment[variable];
    if (value === undefined || value === '' || values.has(name)) continue;
    refuseOther(nounOf(option), value, choices, { from: `$${variable}: ` });
    all.set(name, [value]);
  }
  return all;
}
