/** `registry-gitops report`: the fleet as one page to look at. */

import { closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitStatus } from '../findings/exit-status';
import { now } from '../load/clock';
import { NO_INFOS, prepare } from '../main';
import { report } from '../main/tell';
import { OutputError } from '../output/output-error';
import { replaceFile } from '../output/replace-file';
import { counted } from '../values/counted';
import { fleetFileOf } from './fleet-options';
import { fleetReport } from './report/fleet-report';
import { reportPage } from './report/page/report-page';
import type { Arguments } from './table/entry';

/** Where the page is written by default. */
const DEFAULT_FILE = 'report.html';

/** Runs the command and returns its exit status. A fleet with errors gets its page too, with the errors on it. */
export function reportCommand(args: Arguments): number {
  const fleetFile = fleetFileOf(args, args.words[0]);
  const output = process.env.REGISTRY_OUTPUT ?? process.env.CDK8S_OUTDIR ?? join(dirname(fleetFile), 'dist');
  const fleet = prepare(fleetFile, { ...NO_INFOS, output });
  const status = exitStatus(fleet.findings);
  report(fleet.findings.filter(({ severity }) => severity === 'error'));
  if (status === 2 || fleet.checked.loaded.root === null) return status;
  const page = fleetReport(fleet, dayOf(process.env.SOURCE_DATE_EPOCH));
  const file = args.text('output') ?? DEFAULT_FILE;
  const text = `${reportPage(page)}\n`;
  if (file === '-') process.stdout.write(text);
  else replacePage(file, text);
  const counts = [
    counted(page.clusters.length, 'cluster'),
    page.found.length === 0 ? 'no findings' : counted(page.found.length, 'kind of finding', 'kinds of findings'),
  ];
  console.error(`${file === '-' ? 'the page' : file}: ${counts.join(', ')}`);
  return status;
}

/**
 * Only a page is replaced: a name completed to the wrong file must not cost the fleet file.
 *
 * @throws OutputError where something else is there.
 */
function replacePage(file: string, text: string): void {
  if (existsSync(file) && !startsLikePage(file))
    throw new OutputError(`${file} already exists and is not a page; choose another name with -o, or delete it`);
  replaceFile(file, text);
}

function startsLikePage(file: string): boolean {
  if (!statSync(file).isFile()) return true;
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const start = Buffer.alloc(PAGE_BEGINS.length);
    const length = readSync(handle, start, 0, start.length, 0);
    return length === 0 || start.toString('latin1').toLowerCase() === PAGE_BEGINS;
  } finally {
    closeSync(handle);
  }
}

const PAGE_BEGINS = '<!doctype html>';

/** Without the variable no day is written: the same fleet gives the same bytes tomorrow. */
const dayOf = (epoch: string | undefined): string | undefined =>
  epoch === undefined || epoch === '' ? undefined : now(epoch).toISOString().slice(0, 10);
