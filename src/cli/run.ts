/** Finds the command and runs it; a mistake becomes a sentence and an exit status, never a stack trace. */

import { suggestion } from '../config/nearest';
import { shownText } from '../findings/shown';
import { EnvironmentError } from '../load/clock';
import { tuneV8 } from '../load/tune-v8';
import { OutputError } from '../output/output-error';
import { HELP, readArguments } from './arguments';
import { COMMANDS } from './commands';
import { helpOf, overview } from './help';
import { version } from './own-package';
import type { CommandEntry } from './table/entry';
import { UsageError } from './usage-error';

const HELP_WORDS: readonly string[] = ['help', `--${HELP.name}`, `-${HELP.short}`];
const VERSION_WORDS: readonly string[] = ['--version', '-v', 'version'];

/** Runs a command line and returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    console.error(overview().trimEnd());
    return 2;
  }
  try {
    if (VERSION_WORDS.includes(name)) return print(`${version()}\n`);
    if (HELP_WORDS.includes(name)) return print(rest[0] === undefined ? overview() : helpOf(commandCalled(rest[0])));
    return await runCommand(commandCalled(name), rest);
  } catch (error) {
    return explainFailure(error, COMMANDS.find(command => command.name === name)?.name);
  }
}

async function runCommand(command: CommandEntry, args: readonly string[]): Promise<number> {
  if (asksForHelp(args)) return print(helpOf(command));
  tuneV8();
  const read = readArguments(command, args, process.env);
  return await command.load()(read);
}

/** What follows two dashes is an argument, not an option. */
const asksForHelp = (args: readonly string[]): boolean =>
  args
    .slice(0, args.includes('--') ? args.indexOf('--') : args.length)
    .some(word => HELP_WORDS.slice(1).includes(word));

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function commandCalled(name: string): CommandEntry {
  const command = COMMANDS.find(each => each.name === name);
  if (command !== undefined) return command;
  const names = COMMANDS.map(each => each.name);
  throw new UsageError(`there is no command "${name}".${suggestion(name, names)} Commands: ${names.join(', ')}`);
}

/** Codes of what a machine does not allow or does not have, wherever it shows. */
const OF_THE_MACHINE: ReadonlySet<string> = new Set([
  ...['EACCES', 'EPERM', 'EROFS', 'ELOOP', 'ENAMETOOLONG'],
  ...['EMFILE', 'ENFILE', 'ENOSPC', 'EDQUOT', 'EIO', 'ENOMEM'],
]);

function explainFailure(error: unknown, command: string | undefined): number {
  if (error instanceof UsageError || error instanceof OutputError || error instanceof EnvironmentError) {
    console.error(`error: ${shownText(error.message)}`);
    const about = command === undefined ? '' : `${command} `;
    if (error instanceof UsageError) console.error(`registry-gitops ${about}--help shows what there is`);
    return 2;
  }
  console.error(`error: ${shownText(error instanceof Error ? error.message : String(error))}`);
  if (OF_THE_MACHINE.has((error as NodeJS.ErrnoException).code ?? '')) return 2;
  console.error('This is a mistake of registry-gitops itself; set DEBUG=1 to see where, and please report it.');
  if (process.env.DEBUG !== undefined) console.error(error);
  return 2;
}
