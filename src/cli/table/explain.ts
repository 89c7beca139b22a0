/** `registry-gitops explain`, as data. */

import type { CommandEntry } from './entry';

export const EXPLAIN: CommandEntry = {
  name: 'explain',
  does: 'explains a finding: cause, fix, source and examples; without a code it lists all of them by topic',
  words: [{ name: 'CODE', completes: 'code' }],
  options: [],
  examples: [
    { line: 'registry-gitops explain PVC_RWO_REPLICAS', does: 'one finding, in full' },
    { line: 'registry-gitops explain | grep -i bucket', does: 'findings about a word' },
  ],
  load: () => (require('../explain') as typeof import('../explain')).explainCommand,
};
