/** `registry-gitops adopt FILE...`: a dump of a running cluster as an entry of a fleet. */

import { adopt } from '../adopt/adopt';
import { DUMP_COMMAND } from '../adopt/dump-command';
import { exitStatus } from '../findings/exit-status';
import { atLeast, countText } from '../findings/select';
import { DISK, type Files } from '../load/files';
import { readStandardInput } from '../load/read-file';
import { report, tellDone } from '../main/tell';
import type { Arguments } from './table/entry';
import { UsageError } from './usage-error';

/** The disk, and standard input under the name `-`. */
const FILES: Files = { ...DISK, text: path => (path === '-' ? readStandardInput() : DISK.text(path)) };

/** Runs the command and returns its exit status. */
export function adoptCommand(args: Arguments): number {
  const { words } = args;
  if (words.length === 0) {
    console.error('Run this where oc is logged in to the cluster, and give its file to registry-gitops adopt:');
    process.stdout.write(`${DUMP_COMMAND}\n`);
    return 0;
  }
  if (words.filter(word => word === '-').length > 1) throw new UsageError('standard input (-) can be read only once');
  const { text, findings } = adopt(words, args.text('name'), FILES);
  report(findings, { counted: true });
  if (text !== undefined) process.stdout.write(text);
  const counts = countText(atLeast(findings, 'warning'));
  const outcome = text === undefined ? [counts, 'not adopted'] : ['adopted', counts];
  tellDone({ clusters: 1, outcome: outcome.filter(part => part !== '').join('; ') });
  return exitStatus(findings);
}
