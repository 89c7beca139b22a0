/** What a run tells people on standard error: findings, how far it is, and a last line that says what was done. */

import type { Finding } from '../findings/finding';
import { formatText } from '../findings/format-text';
import { atLeast, countText } from '../findings/select';
import type { FleetNames } from '../findings/whose';
import { excerptsFrom } from '../load/excerpts';
import type { Files } from '../load/files';
import type { OutputChanges } from '../output/output-changes';
import { counted } from '../values/counted';

/** How findings are shown. */
export interface Telling {
  /** The lowest severity that is shown. */
  readonly severity?: Finding['severity'];
  /** The clusters of the fleet. */
  readonly fleet?: FleetNames;
  /** Where the lines beside errors are read. */
  readonly files?: Files;
  /** Whether the last line counts them: then they are not counted here. */
  readonly counted?: boolean;
}

/** Tells people what was found, on standard error, with a count at the end; returns the text, empty where nothing was found. */
export function report(
  findings: readonly Finding[],
  { severity = 'warning', fleet, files, counted: isCounted }: Telling = {},
): string {
  PROGRESS.end();
  const told = atLeast(findings, severity);
  if (told.length === 0) return '';
  const text = formatText(told, { ...optionsFor(process.stderr), fleet, lineAt: excerptsFrom(files) });
  const whole = isCounted === true ? `${text}\n` : `${text}\n\n${countText(told)}`;
  console.error(whole);
  return whole;
}

/** A stream that may be a terminal. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Colours and width of a stream. */
export const optionsFor = (stream: Stream): { readonly colour: boolean; readonly width?: number } => ({
  colour: wantsColour(stream),
  ...(stream.isTTY === true && stream.columns !== undefined ? { width: Math.max(40, stream.columns) } : {}),
});

/** Whether the stream is a terminal whose user has nothing against colours, or is to have them anyway; see https://no-color.org and https://force-color.org. */
export function wantsColour(stream: Stream): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '' } = process.env;
  if (NO_COLOR !== '') return false;
  if (FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true;
}

/** What a run was about. */
export interface Done {
  /** Clusters that were asked for. */
  readonly clusters: number;
  /** All of the fleet. */
  readonly of?: number;
  /** What became of the output; absent where nothing was written. */
  readonly changes?: OutputChanges;
  /** What is reported instead. */
  readonly outcome?: string;
}

/** Tells what was done, in one line. */
export function tellDone(done: Done): void {
  PROGRESS.end();
  console.error(summaryLine(done, process.uptime()));
}

/** `37 clusters, 180 files: 2 changed, 1 added, 0 removed (0.9 s)`. */
export function summaryLine({ clusters, of = clusters, changes, outcome }: Done, seconds: number): string {
  const who = clusters === of ? counted(of, 'cluster') : `${clusters} of ${counted(of, 'cluster')}`;
  const { files = 0, changed = 0, added = 0, removed = 0 } = changes ?? {};
  const what = changes === undefined ? '' : `, ${counted(files, 'file')}`;
  const text = outcome ?? `${changed} changed, ${added} added, ${removed} removed`;
  // Where the fleet cannot be read, there is no number of clusters.
  return `${of === 0 ? '' : `${who}${what}: `}${text} (${seconds.toFixed(1)} s)`;
}

/** Before this many seconds a run is not long, and between two messages. */
const PATIENCE = 1;
const PAUSE = 0.1;

/** Shows how far a long run is, on a terminal alone; the line is gone at the end. */
class Progress {
  #last = 0;

  /** Shows it, unless the run is short or it was shown a moment ago. */
  public show(what: string, done: number, total: number): void {
    if (process.stderr.isTTY !== true) return;
    const seconds = process.uptime();
    if (seconds < PATIENCE || seconds - this.#last < PAUSE) return;
    this.#last = seconds;
    process.stderr.write(`\r\u001b[K${what}: ${done} of ${total} clusters`);
  }

  /** Takes the line away. */
  public end(): void {
    if (this.#last > 0) process.stderr.write('\r\u001b[K');
    this.#last = 0;
  }
}

/** Of this process. */
export const PROGRESS = new Progress();
