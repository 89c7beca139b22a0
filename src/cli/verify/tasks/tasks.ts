/** Every task by name, and its text. */

import { PLATFORMS } from '../../../facts/platforms';
import type { RegistryModel } from '../../../model/model';
import { counted } from '../../../values/counted';
import { comment, type Printed } from '../check';
import { grow } from './grow';
import { hardPrune } from './hard-prune';
import { migrate } from './migrate';
import { readOnly } from './read-only';
import { restore } from './restore';
import { rotateKeys } from './rotate-keys';
import type { NotHere, Plan, Step, TaskName } from './task';

/** What each task is on a cluster. */
export const TASKS: Readonly<Record<TaskName, (model: RegistryModel) => Plan | NotHere>> = {
  'rotate-keys': rotateKeys,
  migrate,
  'hard-prune': hardPrune,
  restore,
  grow,
  'read-only': readOnly,
};

/** The task on one cluster. */
export function printedTask(task: TaskName, model: RegistryModel): Printed {
  const plan = TASKS[task](model);
  const { name, platform, openshift } = model;
  const head = comment(`Task ${task} for cluster ${name}: ${PLATFORMS[platform].title}, OpenShift ${openshift}.`);
  if ('instead' in plan) {
    const text = `${head}\n${comment(`Not for this cluster: ${plan.instead}.`)}\n`;
    return { text, outcome: `${task} is not for this cluster` };
  }
  const parts = [
    `${head}\n${comment(plan.about)}\n${comment('Replace words in capitals. Go one step at a time, and check what it shows before the next.')}`,
    ...plan.steps.map((step, index) => stepText(step, `${index + 1}. `, name)),
    comment('### How to undo it ###'),
    ...plan.back.map(step => stepText(step, '', name)),
  ];
  return { text: `${parts.join('\n\n')}\n`, outcome: `${task} in ${counted(plan.steps.length, 'step')}` };
}

function stepText({ say, commit = [], run = [], good }: Step, number: string, cluster: string): string {
  return [
    comment(`${number}${say}`),
    ...(commit.length > 0
      ? [
          comment(`In the entry of ${cluster}; synth, commit, and wait until Argo CD has synced:`),
          ...commit.map(line => comment(`    ${line}`)),
        ]
      : []),
    ...(good === undefined ? [] : [comment(`Should show: ${good}`)]),
    ...run,
  ].join('\n');
}
