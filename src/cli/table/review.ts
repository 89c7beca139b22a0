/** `registry-gitops review`, as data. */

import { RISKS } from '../../review/classes';
import type { CommandEntry } from './entry';
import { CLUSTER, FILE } from './shared';

const SIDES = 'two sides: what is there, and what it becomes, for example: registry-gitops review main:dist dist';

export const REVIEW: CommandEntry = {
  name: 'review',
  does: 'says what a change does to images, pods, nodes and syncs, worst first',
  about: [
    'Each side is an output folder, a fleet file, a dump of a cluster (oc get -o yaml), a git revision (its fleet file), or REVISION:PATH.',
  ],
  words: [
    { name: 'BASE', required: SIDES, completes: 'file' },
    { name: 'HEAD', required: SIDES, completes: 'file' },
  ],
  options: [
    FILE,
    CLUSTER,
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['text', 'markdown', 'json', 'html'],
      does: 'how changes are written',
      otherwise: 'text',
    },
    {
      name: 'fail-on',
      value: 'CLASS',
      choices: RISKS,
      does: 'exit status 1 for a change of this class or a worse one, worst first',
      otherwise: 'exit status 0 for every change',
    },
  ],
  examples: [
    { line: 'registry-gitops review origin/main:dist dist', does: 'what this branch changes' },
    { line: 'registry-gitops review origin/main:dist dist --fail-on outage', does: 'in a pipeline' },
    { line: 'registry-gitops review dump.yaml fleet.yaml --cluster plant-7', does: 'a running cluster and its entry' },
  ],
  load: () => (require('../review') as typeof import('../review')).reviewCommand,
};
