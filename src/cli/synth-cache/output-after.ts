/** The output as a run leaves it. */

import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { GRAIN, isPast } from '../../load/file-state';
import { folderOf, foldersAbove, type OutputFolders } from '../../output/folder-files';
import type { OutputChanges } from '../../output/output-changes';
import type { WrittenOutput } from '../../output/written-files';
import { type KeptOutput, keptOutput } from './kept-output';
import { Look } from './look';
import { type Span, spansOf, within } from './times';

/** Spans of an output that was changed by as many runs: it is looked at as a whole again. */
const MOST_SPANS = 1_000;

/** An output before a run. */
export interface OutputBefore {
  readonly kept: KeptOutput;
  readonly folders: OutputFolders;
}

/** A run that has ended. */
export interface EndedRun {
  /** Its output. */
  readonly root: string;
  readonly changes: OutputChanges;
  /** The output before, where it was as an earlier run left it. */
  readonly before?: OutputBefore;
  /** When it was started, in milliseconds. */
  readonly started: number;
  /** Whether names of files may be kept. */
  readonly isNamed: boolean;
}

/** The output as a run left it; undefined where another program may have changed it since, or could without a trace. */
export function outputAfter({ root, changes, before, started, isNamed }: EndedRun): KeptOutput | undefined {
  if (before !== undefined && changes.touched?.length === 0) return before.kept;
  const ended = Date.now();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * GRAIN);
  const found = changes.written
    ? asWritten(root, changes.written, ended)
    : asFound(new Look(root, started - GRAIN), changes, before, ended);
  return found && keptOutput(...found, isNamed, before?.kept);
}

/** What is there, and when it was changed. */
type Folders = readonly [folders: OutputFolders, spans: readonly Span[]];

/** Nobody saw the files before the last one was written: none of them needs to be looked at. */
function asWritten(root: string, { folders, first, last }: WrittenOutput, ended: number): Folders | undefined {
  const [from, to] = [lstatSync(join(root, first)).ctimeMs, lstatSync(join(root, last)).ctimeMs];
  return isCertain(to, ended) ? [folders, [[from, to]]] : undefined;
}

function asFound(
  look: Look,
  { changed, added, touched }: OutputChanges,
  before: OutputBefore | undefined,
  ended: number,
): Folders | undefined {
  const found = before && touched ? afterExchange(before, touched, look) : asLookedAt(look);
  return look.written === changed + added && isCertain(look.newest, ended) ? found : undefined;
}

function asLookedAt(look: Look): Folders {
  look.below();
  return [look.folders, spansOf(look.times)];
}

/** Only the folders of files that were exchanged are looked into, and those that got or lost one of them. */
function afterExchange({ kept, folders }: OutputBefore, touched: readonly string[], look: Look): Folders | undefined {
  const isKnown = within(kept.spans);
  const after = new Map(folders);
  const direct = new Set(touched.map(folderOf));
  const below: string[] = [];
  for (const folder of new Set([...direct].flatMap(path => [path, ...foldersAbove(path)]))) {
    const time = look.timeOf(folder);
    if (time === undefined) after.delete(folder);
    else if (direct.has(folder) || !isKnown(time)) below.push(...look.into(folder));
  }
  for (const [folder, files] of look.folders) after.set(folder, files);
  const spans = [...kept.spans, ...spansOf(look.times.filter(time => !isKnown(time)))];
  return below.every(folder => after.has(folder)) && spans.length <= MOST_SPANS ? [after, spans] : undefined;
}

/** Whether the time of what is changed from now on differs from that of what was changed last, if anything was. */
const isCertain = (time: number | undefined, ended: number): boolean =>
  time === undefined || (time <= ended && isPast(time, Date.now()));
