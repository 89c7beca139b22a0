/** `registry-gitops verify CLUSTER [--task TASK]`: the commands that check the result, or do a day-2 task, filled in. */

import { exitStatus } from '../findings/exit-status';
import { atLeast, countText } from '../findings/select';
import { modelsOf } from '../fleet/models';
import { NO_INFOS, prepare } from '../main';
import { report, tellDone } from '../main/tell';
import { concerned } from './concerned';
import { fleetFileOf } from './fleet-options';
import type { Arguments } from './table/entry';
import type { TaskName } from './verify/tasks/task';
import { printedTask } from './verify/tasks/tasks';
import { printedChecks } from './verify/verify-text';

/** Runs the command and returns its exit status. Only errors of the cluster are printed, or those of the file without which it is not known. */
export function verify(args: Arguments): number {
  const [name = ''] = args.words;
  const task = args.text('task') as TaskName | undefined;
  const fleet = prepare(fleetFileOf(args), NO_INFOS);
  const [model] = modelsOf(fleet.checked, [name]);
  const errors = atLeast(concerned(fleet, [name]), 'error');
  const own = errors.filter(({ clusters }) => clusters !== undefined);
  const shown = model === undefined && own.length === 0 ? errors : own;
  const of = fleet.checked.loaded.clusters.length;
  const done = { clusters: Math.min(1, of), of };
  const status = exitStatus(shown);
  report(shown, { counted: true });
  if (status !== 0 || model === undefined) {
    tellDone({ ...done, outcome: `${countText(shown)}; no commands` });
    return status || 1;
  }
  const { text, outcome } = task === undefined ? printedChecks(model) : printedTask(task, model);
  process.stdout.write(text);
  tellDone({ ...done, outcome });
  return 0;
}
