/** `registry-gitops completion SHELL`: what a shell needs to complete our command lines, made of the table of commands. */

import type { Arguments } from '../table/entry';
import { bashScript } from './bash';
import { fishScript } from './fish';

const SCRIPTS: Readonly<Record<string, () => string>> = {
  bash: bashScript,
  // zsh reads what is written for bash.
  zsh: () => `autoload -Uz bashcompinit && bashcompinit\n${bashScript()}`,
  fish: fishScript,
};

/** Runs the command and returns its exit status. */
export function completion({ words: [shell = ''] }: Arguments): number {
  process.stdout.write(SCRIPTS[shell]?.() ?? '');
  return 0;
}
