/** The texts of `--help`, from the table of commands. */

import { wrap } from '../findings/wrap';
import { HELP, wordForm } from './arguments';
import { COMMANDS } from './commands';
import type { CommandEntry, OptionEntry } from './table/entry';

const WIDTH = 110;
const EXIT_STATUS =
  'Exit status: 0 fine; 1 findings of severity error, or a difference that --check or --fail-on asks for; 2 arguments or files that cannot be used.';

/** `registry-gitops synth [FLEET] [options]`. */
export const lineOf = ({ name, words, options }: CommandEntry): string =>
  ['registry-gitops', name, ...words.map(wordForm), ...(options.length === 0 ? [] : ['[options]'])].join(' ');

/** All commands, a line each. */
export function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 4;
  const rows = COMMANDS.map(({ name, does }) => row(`  ${name}`, does, width));
  return [
    'registry-gitops: GitOps manifests for the OpenShift image registry',
    `Commands:\n${rows.join('\n')}`,
    [
      'registry-gitops COMMAND --help    options and examples of a command',
      'registry-gitops --version         the version of this program',
    ].join('\n'),
    wrap(EXIT_STATUS, WIDTH),
    '',
  ].join('\n\n');
}

/** One command in full. */
export function helpOf(command: CommandEntry): string {
  const options = [...command.options, HELP];
  const forms = options.map(optionForm);
  const width = Math.min(Math.max(...forms.map(form => form.length)) + 4, 30);
  const rows = options.map((option, index) => row(`  ${forms[index]}`, optionText(option), width));
  return [
    wrap(`${lineOf(command)}: ${command.does}.`, WIDTH),
    ...(command.about ?? []).map(paragraph => wrap(paragraph, WIDTH)),
    `Options:\n${rows.join('\n')}`,
    `Examples:\n${command.examples.map(({ line, does }) => `  # ${does}\n  ${line.replaceAll('\n', '\n  ')}`).join('\n')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

/** `-f, --file FILE`. */
export const optionForm = ({ name, short, value }: OptionEntry): string =>
  `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;

/** What an option does, its values and its default. */
export function optionText({ does, choices, otherwise, environment, multiple }: OptionEntry): string {
  const values = choices === undefined ? '' : `: ${choices.join(', ')}`;
  const named = environment === undefined ? [] : [`$${environment}`];
  const without = [...named, ...(otherwise === undefined ? [] : [otherwise])].join(', else ');
  const again = multiple === true && !does.includes('repeated') ? '; may be repeated' : '';
  return `${does}${values}${again}${without === '' ? '' : ` (default: ${without})`}`;
}

function row(left: string, text: string, width: number): string {
  const indent = ' '.repeat(width);
  const broken = wrap(text, WIDTH, indent);
  return left.length + 2 > width ? `${left}\n${indent}${broken}` : `${left.padEnd(width)}${broken}`;
}
