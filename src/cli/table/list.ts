/** `registry-gitops list`, as data. */

import type { CommandEntry } from './entry';
import { CLUSTER, FILE, FLEET_WORD } from './shared';

export const LIST: CommandEntry = {
  name: 'list',
  does: 'lists the clusters: platform, version, storage, credentials and accepted findings',
  words: [FLEET_WORD],
  options: [
    FILE,
    CLUSTER,
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['table', 'json'],
      does: 'how the list is written',
      otherwise: 'table',
    },
  ],
  examples: [
    { line: 'registry-gitops list', does: 'a line for each cluster' },
    {
      line: 'registry-gitops list --format json | jq -r \'.[] | select(.platform == "aws").name\'',
      does: 'for a script',
    },
  ],
  load: () => (require('../list') as typeof import('../list')).list,
};
