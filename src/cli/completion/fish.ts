/** Completion for fish. */

import { COMMANDS } from '../commands';
import type { CommandEntry, OptionEntry } from '../table/entry';
import { CLUSTER_NAMES, optionsOf, type Values, valuesOf } from './words';

/** A file for fish's folder of completions. */
export function fishScript(): string {
  const first = COMMANDS.map(({ name, does }) => `${START} -n __fish_use_subcommand -a ${name} -d ${quoted(does)}`);
  return `${[`${START} -f`, ...first, ...COMMANDS.flatMap(linesOf)].join('\n')}\n`;
}

const START = 'complete -c registry-gitops';

function linesOf(command: CommandEntry): readonly string[] {
  const when = `${START} -n '__fish_seen_subcommand_from ${command.name}'`;
  const words = command.words.map(valuesOf).find(values => values !== undefined);
  return [
    ...optionsOf(command).map(option => `${when} ${optionText(option)}`),
    ...(words === undefined ? [] : [`${when} ${argumentsOf(words)}`]),
  ];
}

function optionText(option: OptionEntry): string {
  const { name, short, value, does } = option;
  const form = `${short === undefined ? '' : `-s ${short} `}-l ${name}`;
  const values = value === undefined ? '' : ` -r ${argumentsOf(valuesOf(option))}`;
  return `${form}${values.trimEnd()} -d ${quoted(does)}`;
}

function argumentsOf(values: Values): string {
  if (values === undefined) return '';
  if ('words' in values) return `-a '${values.words.join(' ')}'`;
  if (values.kind === 'cluster') return `-a '(${CLUSTER_NAMES})'`;
  return '-F';
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
