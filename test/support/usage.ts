/** The help of a command, for tests of documents that use it. */

import { COMMANDS } from '../../src/cli/commands';
import { helpOf } from '../../src/cli/help';

/** Its help; undefined where there is no such command. */
export function usageOf(name: string): string | undefined {
  const command = COMMANDS.find(each => each.name === name);
  return command && helpOf(command);
}
