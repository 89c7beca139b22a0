/** `registry-gitops explain CODE`, on standard output. */

import { explain, unknownCode } from './explain';
import { readArguments } from './options';
import { UsageError } from './usage';

/** Runs the command and returns its exit status. */
export function explainCommand(args: readonly string[]): number {
  const [code] = readArguments(args, {}, 1).words;
  if (code === undefined) throw new UsageError('explain needs the code of a finding, for example PVC_RWO_REPLICAS');
  const text = explain(code);
  if (text === undefined) throw new UsageError(unknownCode(code));
  process.stdout.write(`${text}\n`);
  return 0;
}
