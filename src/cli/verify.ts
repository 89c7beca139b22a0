/** `registry-gitops verify CLUSTER [--task TASK]`: the commands that check the result, or do a day-2 task, filled in. */

import { exitStatus } from '../findings/exit-status';
import { modelsOf } from '../fleet/models';
import { NO_INFOS, prepare } from '../main';
import { report } from '../main/tell';
import { concerned } from './concerned';
import { fleetFileOf } from './fleet-options';
import type { Arguments } from './table/entry';
import type { TaskName } from './verify/tasks/task';
import { taskText } from './verify/tasks/tasks';
import { verifyText } from './verify/verify-text';

/** Runs the command and returns its exit status. Only errors of the cluster are printed. */
export function verify(args: Arguments): number {
  const [name = ''] = args.words;
  const task = args.text('task') as TaskName | undefined;
  const fleet = prepare(fleetFileOf(args), NO_INFOS);
  const [model] = modelsOf(fleet.checked, [name]);
  const found = concerned(fleet, [name]);
  const own = model === undefined ? found : found.filter(({ clusters }) => clusters !== undefined);
  report(own, { severity: 'error' });
  const status = exitStatus(own);
  if (status !== 0 || model === undefined) return status || 1;
  process.stdout.write(task === undefined ? verifyText(model) : taskText(task, model));
  return 0;
}
