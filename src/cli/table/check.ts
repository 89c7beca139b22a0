/** `registry-gitops check`, as data. */

import type { CommandEntry } from './entry';
import { AGAINST, CLUSTER, FILE, FLEET_WORD, INFO, OUTPUT, SEVERITY } from './shared';

export const CHECK: CommandEntry = {
  name: 'check',
  does: 'shows what is wrong with a fleet, and writes nothing',
  words: [FLEET_WORD],
  options: [
    FILE,
    OUTPUT,
    CLUSTER,
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['text', 'json', 'github', 'codequality', 'sarif'],
      does: 'how findings are written',
      otherwise: 'text',
    },
    SEVERITY,
    INFO,
    AGAINST,
    { name: 'fail-on-expired', does: 'exit status 1 also for an acceptance whose last day (until) has passed' },
  ],
  excludes: [['info', 'severity']],
  examples: [
    { line: 'registry-gitops check', does: 'errors and warnings of fleet.yaml' },
    { line: 'registry-gitops check --cluster plant-7 --info', does: 'everything about one cluster' },
    { line: 'registry-gitops check --format sarif > findings.sarif', does: 'for code scanning' },
    { line: 'generate-fleet | registry-gitops check -f -', does: 'a fleet from standard input, without its lock' },
  ],
  load: () => (require('../check') as typeof import('../check')).check,
};
