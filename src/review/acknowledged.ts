/** Changes that the fleet file acknowledges. */

import { isPlainMap } from '../config/plain-map';
import type { Change } from './change';
import type { Acknowledged } from './sides/side';

/** Codes of changes that a sentence about a move of the cluster acknowledges. */
const MOVES: ReadonlySet<string> = new Set(['images-moved', 'storage-name-dropped', 'images-in-pods', 'backend-stays']);

/** Codes of changes that a sentence about the removal of the cluster acknowledges. */
const ENDS: ReadonlySet<string> = new Set(['cluster-gone', 'cluster-renamed']);

/** The reason for which the change is acknowledged, if there is one. */
export function acknowledgementOf(change: Change, acknowledged: readonly Acknowledged[]): string | undefined {
  const { cluster, code } = change;
  if (cluster === undefined || !(MOVES.has(code) || ENDS.has(code))) return undefined;
  const means = (sentence: string): boolean =>
    MOVES.has(code) ? meansMove(sentence, change) : meansEnd(sentence, change);
  return acknowledged.find(({ change: sentence }) => means(sentence.trim()))?.reason;
}

/** Whether the sentence says that the cluster leaves or is renamed. */
const meansEnd = (sentence: string, { cluster, code, after }: Change): boolean =>
  (code === 'cluster-gone' && sentence === `${cluster} leaves the fleet`) ||
  (code === 'cluster-renamed' && sentence === `${cluster} is renamed ${String(after)}`);

/** Whether the sentence names the cluster and the new place of its images. */
function meansMove(sentence: string, { cluster, after }: Change): boolean {
  const [head, target] = sentence.split(/ to (?=[^ ]+)/, 2);
  if (head === undefined || target === undefined || !head.startsWith(`${cluster} moves from `)) return false;
  const names = namesIn(after).filter(name => name !== '');
  return names.length === 0 || names.some(name => ` ${target} `.includes(`=${name} `));
}

const namesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return isPlainMap(value) ? Object.values(value).flatMap(namesIn) : [];
};
