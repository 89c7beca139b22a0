/**
 * Asks the `find` of the system when files were changed: it needs half the time that Node takes to look at each of them. Where
 * it is not there, or does not know what it is asked, Node has to look.
 */

import { spawnSync } from 'node:child_process';
import type { Span } from './times';

/** Where Linux distributions have GNU find; that of BusyBox, at the same place, refuses what it is asked here. */
const FIND = '/usr/bin/find';

/** Spans that it is asked about at most: each takes it time. */
const MOST_SPANS = 10;

/**
 * Whether all that is below a folder was changed last within these spans, by its inode, and no file is empty, as a machine that
 * loses its power may leave one; undefined where `find` does not say. Links are not followed.
 */
export function isAllWithin(root: string, spans: readonly Span[]): boolean | undefined {
  const isAsked = process.platform === 'linux' && spans.length > 0 && spans.length <= MOST_SPANS;
  if (!isAsked) return undefined;
  const isOther = ['(', ...spans.flatMap(isOutside), '-o', '-type', 'f', '-empty', ')'];
  const args = [root, '-mindepth', '1', ...isOther, '-print', '-quit'];
  const { status, stdout, stderr } = spawnSync(FIND, args, { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
  // What it could not look at is an error of its own.
  return status === 0 && stderr.length === 0 ? stdout.length === 0 : undefined;
}

const isOutside = ([from, to]: Span): readonly string[] => [
  ...['!', '(', '-newerct', secondsOf(from - ROUNDED)],
  ...['!', '-newerct', secondsOf(to + ROUNDED), ')'],
];

/** A time in milliseconds, as a number of Node, is less exact than that of a file by less than this. */
const ROUNDED = 0.002;

const secondsOf = (milliseconds: number): string => `@${(milliseconds / 1000).toFixed(6)}`;
