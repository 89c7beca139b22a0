/** `registry-gitops verify`, as data. */

import { TASK_NAMES } from '../verify/tasks/task';
import type { CommandEntry } from './entry';
import { FILE } from './shared';

export const VERIFY: CommandEntry = {
  name: 'verify',
  does: 'prints the commands that check the result on a cluster, or that do a day-2 task, filled in',
  words: [{ name: 'CLUSTER', required: 'the name of a cluster', completes: 'cluster' }],
  options: [
    {
      name: 'task',
      value: 'TASK',
      choices: TASK_NAMES,
      does: 'a day-2 task in order, with the way back',
      otherwise: 'the checks before and after a sync',
    },
    FILE,
  ],
  examples: [
    { line: 'registry-gitops verify plant-7', does: 'what to look at before and after the sync' },
    { line: 'registry-gitops verify plant-7 --task rotate-keys', does: 'new keys for its storage' },
  ],
  load: () => (require('../verify') as typeof import('../verify')).verify,
};
