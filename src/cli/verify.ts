/** `registry-gitops verify CLUSTER [--task TASK]`: the commands that check the result, or do a day-2 task, filled in. */

import { suggestion } from '../config/nearest';
import { exitStatus } from '../findings/exit-status';
import { modelsOf } from '../fleet/models';
import { NO_INFOS, prepare, report } from '../main';
import { FILE_OPTION, fleetFileOf, readArguments } from './options';
import { UsageError, unknownCluster } from './usage';
import { TASK_NAMES, type TaskName } from './verify/tasks/task';
import { taskText } from './verify/tasks/tasks';
import { verifyText } from './verify/verify-text';

/** Runs the command and returns its exit status. */
export function verify(args: readonly string[]): number {
  const parsed = readArguments(args, { ...FILE_OPTION, task: { type: 'string' } }, 1);
  const [name] = parsed.words;
  if (name === undefined) throw new UsageError('verify needs the name of a cluster');
  const task = taskOf(parsed.values.task as string | undefined);
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
  process.stdout.write(task === undefined ? verifyText(model) : taskText(task, model));
  return 0;
}

function taskOf(name: string | undefined): TaskName | undefined {
  const task = TASK_NAMES.find(known => known === name);
  if (name === undefined || task !== undefined) return task;
  throw new UsageError(`there is no task "${name}".${suggestion(name, TASK_NAMES)} Tasks: ${TASK_NAMES.join(', ')}`);
}
