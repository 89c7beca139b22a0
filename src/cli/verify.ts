/** `registry-gitops verify CLUSTER`: the commands that check the result, with the cluster's names filled in. */

import { exitStatus } from '../findings/exit-status';
import { modelsOf } from '../fleet/models';
import { NO_INFOS, prepare, report } from '../main';
import { FILE_OPTION, fleetFileOf, readArguments } from './options';
import { UsageError, unknownCluster } from './usage';
import { verifyText } from './verify/verify-text';

/** Runs the command and returns its exit status. */
export function verify(args: readonly string[]): number {
  const parsed = readArguments(args, FILE_OPTION, 1);
  const [name] = parsed.words;
  if (name === undefined) throw new UsageError('verify needs the name of a cluster');
  const { checked, findings } = prepare(fleetFileOf(parsed), NO_INFOS);
  report(findings);
  const status = exitStatus(findings);
  if (status !== 0) return status;
  const [model] = modelsOf(checked, [name]);
  if (model === undefined)
    throw unknownCluster(
      name,
      checked.clusters.map(cluster => cluster.name),
    );
  process.stdout.write(verifyText(model));
  return 0;
}
