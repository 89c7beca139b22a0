/** `registry-gitops adopt`, as data. */

import type { CommandEntry } from './entry';

export const ADOPT: CommandEntry = {
  name: 'adopt',
  does: 'turns a dump of a running cluster into an entry of the fleet',
  about: ['Without a file it prints the oc command for the dump; - is standard input.'],
  words: [{ name: 'FILE', multiple: true, completes: 'file' }],
  options: [
    {
      name: 'name',
      value: 'NAME',
      does: 'name of the cluster in the fleet',
      otherwise: 'what its objects say',
    },
  ],
  examples: [
    { line: 'registry-gitops adopt', does: 'prints the command for the dump' },
    { line: 'registry-gitops adopt dump.yaml --name plant-7 > clusters/plant-7.yaml', does: 'writes the entry' },
  ],
  load: () => (require('../adopt') as typeof import('../adopt')).adoptCommand,
};
