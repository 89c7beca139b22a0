/** Which command is meant, and what becomes of mistakes: a sentence and an exit status, never a stack trace. */

import { suggestion } from '../config/nearest';
import { shownText } from '../findings/shown';
import { EnvironmentError } from '../load/clock';
import { OutputError } from '../output/output-error';
import { adoptCommand } from './adopt';
import { check } from './check';
import { explainCommand } from './explain';
import { reviewCommand } from './review';
import { seal } from './seal/seal';
import { synth } from './synth';
import { USAGE, UsageError } from './usage';
import { verify } from './verify';

type Command = (args: readonly string[]) => number | Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
  synth,
  check,
  explain: explainCommand,
  review: reviewCommand,
  adopt: adoptCommand,
  seal: args => seal(args, process),
  verify,
};

/** Runs a command line and returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    console.error(USAGE.trimEnd());
    return 2;
  }
  try {
    if (name === 'help' || asksForHelp(name) || (rest.some(asksForHelp) && !OWN_HELP.includes(name))) {
      process.stdout.write(USAGE);
      return 0;
    }
    return await commandOf(name)(rest);
  } catch (error) {
    return explainFailure(error);
  }
}

/** Commands with a help of their own. */
const OWN_HELP: readonly string[] = ['seal'];

const asksForHelp = (word: string): boolean => word === '--help' || word === '-h';

function commandOf(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    throw new UsageError(`there is no command "${name}".${suggestion(name, Object.keys(COMMANDS))}`);
  }
  return command;
}

function explainFailure(error: unknown): number {
  if (error instanceof UsageError || error instanceof OutputError || error instanceof EnvironmentError) {
    console.error(`error: ${shownText(error.message)}`);
    if (error instanceof UsageError) console.error('registry-gitops --help shows what there is');
    return 2;
  }
  console.error(`error: ${shownText(error instanceof Error ? error.message : String(error))}`);
  console.error('This is a mistake of registry-gitops itself; set DEBUG=1 to see where, and please report it.');
  if (process.env.DEBUG !== undefined) console.error(error);
  return 2;
}
