/** `registry-gitops review BASE HEAD`: what a change of the manifests does to images, pods, nodes and syncs. */

import { shownText } from '../findings/shown';
import { GitError } from '../load/git/git';
import { report, tellDone, wantsColour } from '../main/tell';
import type { Review } from '../review/change';
import type { Risk } from '../review/classes';
import { fold } from '../review/fold';
import { formatHtml } from '../review/formats/html';
import { formatJson } from '../review/formats/json';
import { formatMarkdown } from '../review/formats/markdown';
import { formatText } from '../review/formats/text';
import { fails, summary } from '../review/formats/words';
import { review } from '../review/review';
import { ReviewError } from '../review/review-error';
import { BrokenFleet } from '../review/sides/fleet';
import { readSide } from '../review/sides/read-side';
import { usualFleetFileOf } from './fleet-options';
import type { Arguments } from './table/entry';
import { UsageError } from './usage-error';

const FORMATS: Readonly<Record<string, (found: Review) => string>> = {
  text: found => formatText(found, { colour: wantsColour(process.stdout) }),
  markdown: formatMarkdown,
  json: formatJson,
  html: formatHtml,
};

/** Runs the command and returns its exit status. */
export function reviewCommand(args: Arguments): number {
  const [base = '', head = ''] = args.words;
  const failOn = args.text('fail-on') as Risk | undefined;
  try {
    const fleetFile = usualFleetFileOf(args);
    const found = review(readSide(base, fleetFile), readSide(head, fleetFile), { clusters: args.list('cluster') });
    const format = args.text('format') ?? 'text';
    process.stdout.write(`${FORMATS[format]?.(found) ?? ''}\n`);
    // Text ends with that line; other formats are for programs and pages.
    if (format !== 'text') tellDone({ clusters: 0, outcome: summary(found, fold(found.changes)) });
    return failOn !== undefined && fails(found, failOn) ? 1 : 0;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof GitError || error instanceof ReviewError) throw new UsageError(error.message);
  if (!(error instanceof BrokenFleet)) throw error;
  report(error.findings);
  console.error(`error: ${shownText(error.message)}`);
  return 1;
}
