/** `registry-gitops review BASE HEAD`: what a change of the manifests does to images, pods, nodes and syncs. */

import { suggestion } from '../config/nearest';
import { shownText } from '../findings/shown';
import { GitError } from '../load/git/git';
import { report, wantsColour } from '../main';
import type { Review } from '../review/change';
import { RISKS, type Risk } from '../review/classes';
import { formatHtml } from '../review/formats/html';
import { formatJson } from '../review/formats/json';
import { formatMarkdown } from '../review/formats/markdown';
import { formatText } from '../review/formats/text';
import { fails } from '../review/formats/words';
import { review } from '../review/review';
import { ReviewError } from '../review/review-error';
import { BrokenFleet } from '../review/sides/fleet';
import { readSide } from '../review/sides/read-side';
import { FILE_OPTION, fleetFileOf, readArguments } from './options';
import { UsageError } from './usage';

const OPTIONS = {
  ...FILE_OPTION,
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  cluster: { type: 'string', multiple: true },
} as const;

const FORMATS: Readonly<Record<string, (found: Review) => string>> = {
  text: found => formatText(found, { colour: wantsColour(process.stdout) }),
  markdown: formatMarkdown,
  json: formatJson,
  html: formatHtml,
};

/** Runs the command and returns its exit status. */
export function reviewCommand(args: readonly string[]): number {
  const parsed = readArguments(args, OPTIONS, 2);
  const { values, words } = parsed;
  const [base, head] = words;
  if (base === undefined || head === undefined) {
    throw new UsageError(
      'review needs two sides: what is there, and what it becomes, for example: review main:dist dist',
    );
  }
  const format = choice('format', (values.format as string | undefined) ?? 'text', Object.keys(FORMATS));
  const limit = values['fail-on'] as string | undefined;
  const failOn = limit === undefined ? undefined : (choice('class', limit, RISKS) as Risk);
  try {
    const fleetFile = fleetFileOf(parsed);
    const clusters = (values.cluster as string[] | undefined) ?? [];
    const found = review(readSide(base, fleetFile), readSide(head, fleetFile), { clusters });
    process.stdout.write(`${FORMATS[format]?.(found) ?? ''}\n`);
    return failOn !== undefined && fails(found, failOn) ? 1 : 0;
  } catch (error) {
    return explain(error);
  }
}

function choice(what: string, word: string, known: readonly string[]): string {
  if (known.includes(word)) return word;
  throw new UsageError(`there is no ${what} "${word}": it is one of ${known.join(', ')}.${suggestion(word, known)}`);
}

function explain(error: unknown): number {
  if (error instanceof GitError || error instanceof ReviewError) throw new UsageError(error.message);
  if (!(error instanceof BrokenFleet)) throw error;
  report(error.findings);
  console.error(`error: ${shownText(error.message)}`);
  return 1;
}
