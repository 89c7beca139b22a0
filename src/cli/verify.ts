/** `registry-gitops verify CLUSTER [--task TASK]`: the commands that check the result, or do a day-2 task, filled in. */

import { exitStatus } from '../findings/exit-status';
import { modelsOf } from '../fleet/models';
import { NO_INFOS, prepare, report } from '../main';
import { fleetFileOf } from './fleet-options';
import type { Arguments } from './table/entry';
import { unknownCluster } from './usage-error';
import type { TaskName } from './verify/tasks/task';
import { taskText } from './verify/tasks/tasks';
import { verifyText } from './verify/verify-text';

/** Runs the command and returns its exit status. */
export function verify(args: Arguments): number {
  const [name = ''] = args.words;
  const task = args.text('task') as TaskName | undefined;
  const { checked, findings } = prepare(fleetFileOf(args), NO_INFOS);
  report(findings);
  const status = exitStatus(findings);
  if (status !== 0) return status;
  const [model] = modelsOf(checked, [name]);
  if (model === undefined)
    throw unknownCluster(
      name,
      checked.clusters.map(cluster => cluster.name),
    );
  process.stdout.write(task === undefined ? verifyText(model) : taskText(task, model));
  return 0;
}
