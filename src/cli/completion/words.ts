/** What can follow in a command line. */

import { CATALOGUE } from '../../rules/catalogue';
import { HELP } from '../arguments';
import { COMMANDS } from '../commands';
import type { CommandEntry, Completion, OptionEntry, WordEntry } from '../table/entry';

/** What completes a value: fixed words, or what the shell asks for when it needs it. */
export type Values = { readonly words: readonly string[] } | { readonly kind: Exclude<Completion, 'code'> } | undefined;

/** The values of an option or word; undefined where any text is valid. */
export function valuesOf({ choices, completes }: OptionEntry | WordEntry): Values {
  if (choices !== undefined) return { words: choices };
  if (completes === 'code') return { words: [...CATALOGUE.keys()].sort() };
  return completes === undefined ? undefined : { kind: completes };
}

/** The options of a command, `--help` included. */
export const optionsOf = ({ options }: CommandEntry): readonly OptionEntry[] => [...options, HELP];

/** Names of the commands. */
export const commandNames = (): readonly string[] => [...COMMANDS.map(({ name }) => name), 'help'];

/** Prints the names of the clusters, one a line; nothing where the fleet cannot be read. */
export const CLUSTER_NAMES = String.raw`registry-gitops list --format json 2>/dev/null | sed -n 's/^    "name": "\(.*\)",$/\1/p'`;
