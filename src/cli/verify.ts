/** `registry-gitops verify CLUSTER`: the commands that check the result, with the cluster's names filled in. */

import { modelsOf } from '../check/models';
import { suggestion } from '../config/nearest';
import { exitStatus } from '../findings/exit-status';
import { readInputs } from '../load/read-inputs';
import { NO_INFOS, prepare, report } from '../main';
import { verifyText } from '../verify/verify-text';
import { FILE_OPTION, fleetFileOf, readArguments } from './options';
import { UsageError } from './usage';

/** Runs the command and returns its exit status. */
export function verify(args: readonly string[]): number {
  const parsed = readArguments(args, FILE_OPTION, 1);
  const [name] = parsed.words;
  if (name === undefined) throw new UsageError('verify needs the name of a cluster');
  const { checked, findings } = prepare(fleetFileOf(parsed), NO_INFOS);
  const own = findings.filter(({ cluster }) => cluster === undefined || cluster === name);
  report(own);
  const status = exitStatus(own);
  if (status !== 0) return status;
  const known = checked.clusters.map(cluster => cluster.name);
  const [model] = modelsOf(checked, readInputs(), [name]);
  if (model === undefined) throw new UsageError(`the fleet has no cluster "${name}".${suggestion(name, known)}`);
  process.stdout.write(verifyText(model));
  return 0;
}
