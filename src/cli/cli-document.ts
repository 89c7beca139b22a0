/** `docs/cli.md`, from the table of commands. */

import { COMMANDS } from './commands';
import { lineOf, optionText } from './help';
import type { CommandEntry, OptionEntry } from './table/entry';

const INTRODUCTION = `# Commands

The program is \`registry-gitops\`. Made by \`npm run docs\` from the table of its commands: do not edit. \`registry-gitops COMMAND --help\`
prints the same, \`registry-gitops --version\` the version.

Standard output carries the result, standard error everything else. The fleet file is \`fleet.yaml\` here or in the nearest
folder above, up to the root of the repository; without \`-o\`, the output is \`dist\` beside it.`;

const EXIT_STATUS = `## Exit status

| status | means |
|---|---|
| 0 | fine |
| 1 | findings of severity error, or a difference that \`--check\` or \`--fail-on\` asks for |
| 2 | arguments or files that cannot be used |`;

/** Variables that are not the default of an option. */
const OTHER_VARIABLES: readonly (readonly [string, string])[] = [
  [
    'REGISTRY_PLUGIN_SECRETS',
    '`true` lets `synth --plugin` make plain Secrets from variables and files of its machine',
  ],
  ['SOURCE_DATE_EPOCH', 'the day by which certificates and acceptances are judged, in seconds since 1970'],
  ['NO_COLOR', 'no colours, whatever the value'],
  ['FORCE_COLOR', 'color even where the output is not a terminal; `0` for none'],
  ['DEBUG', 'a stack trace for a mistake of the program itself'],
];

/** The page, the same bytes for the same table. */
export function cliDocument(): string {
  const index = COMMANDS.map(({ name, does }) => `| [${name}](#${name}) | ${cell(does)} |`);
  return `${[
    INTRODUCTION,
    ['| command | does |', '|---|---|', ...index].join('\n'),
    ...COMMANDS.map(section),
    EXIT_STATUS,
    environment(),
  ].join('\n\n')}\n`;
}

function section(command: CommandEntry): string {
  const { name, does, about = [], options, examples } = command;
  const rows = options.map(option => `| ${formOf(option)} | ${cell(optionText(option))} |`);
  const lines = examples.map(({ line, does: what }) => `# ${what}\n${line}`);
  return [
    `## ${name}`,
    `\`${lineOf(command)}\`: ${does}.`,
    ...about,
    ...(rows.length === 0 ? [] : [['| option | does |', '|---|---|', ...rows].join('\n')]),
    `\`\`\`sh\n${lines.join('\n')}\n\`\`\``,
  ].join('\n\n');
}

const formOf = ({ name, short, value }: OptionEntry): string =>
  [...(short === undefined ? [] : [`-${short}`]), `--${name}${value === undefined ? '' : ` ${value}`}`]
    .map(form => `\`${form}\``)
    .join(', ');

function environment(): string {
  const defaults = new Map(
    COMMANDS.flatMap(({ options }) => options).flatMap(option =>
      option.environment === undefined ? [] : [[option.environment, `the default of \`--${option.name}\``] as const],
    ),
  );
  const rows = [...defaults, ...OTHER_VARIABLES].map(([name, text]) => `| \`${name}\` | ${text} |`);
  return ['## Environment', ['| variable | means |', '|---|---|', ...rows].join('\n')].join('\n\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|');
