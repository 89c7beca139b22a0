/** `registry-gitops report`, as data. */

import type { CommandEntry, OptionEntry } from './entry';
import { FILE, FLEET_WORD } from './shared';

const PAGE: OptionEntry = {
  name: 'output',
  short: 'o',
  value: 'FILE',
  does: 'the page; - is standard output',
  otherwise: 'report.html',
  completes: 'file',
};

export const REPORT: CommandEntry = {
  name: 'report',
  does: 'shows the fleet as one page to look at: clusters, findings, what is accepted and why, each cluster as a graph',
  about: [
    'The page is one file: it fetches nothing, needs no server, and holds no credential. It is written for a fleet with errors, too: they are on it.',
  ],
  words: [FLEET_WORD],
  options: [FILE, PAGE],
  examples: [
    { line: 'registry-gitops report', does: 'report.html, to be opened in a browser' },
    { line: 'registry-gitops report -o public/index.html', does: 'in a pipeline, as its page' },
  ],
  load: () => (require('../report') as typeof import('../report')).reportCommand,
};
