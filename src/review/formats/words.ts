/** Changes in words, on one line, without control characters for a terminal or a page. */

import { visible as inOneLine } from '../../findings/visible';
import { counted } from '../../values/counted';
import type { Change, Review } from '../change';
import { isAtLeast, type Risk } from '../classes';
import { showPath } from '../compare/paths';
import { type ChangeGroup, counts } from '../fold';

/** Longest value on one line. */
const LONGEST = 160;

/** The text on one line, without control characters for a terminal or a page. */
export const visible = (text: string): string => inOneLine(text.replace(/\n/g, '⏎'));

/** The text, cut if it is too long. */
export const cut = (text: string, longest = LONGEST): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** A value on one line: text as it is, other values as JSON. */
export function inline(value: unknown, longest = LONGEST): string {
  if (value === undefined) return 'not set';
  return cut(visible(typeof value === 'string' && value !== '' ? value : (JSON.stringify(value) ?? '')), longest);
}

/** `ImagePruner cluster`, `RoleBinding team-a/viewers`. */
export const subject = ({ kind, namespace, name }: Change): string =>
  visible(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);

/** Where in the object; empty for all of it. */
export const place = ({ path }: Change): string => cut(visible(showPath(path)));

/** What happens to it: `5 → 7`, `added`, `removed`. */
export function movement(change: Change): string {
  const { action, path, before, after, kind } = change;
  if (path.length === 0) return kind === 'Cluster' && action === 'changed' ? `is renamed ${inline(after)}` : action;
  if (isList(before) && isList(after)) return listMovement(before, after);
  if (before === undefined) return isHere(change) ? inline(after) : `not set → ${inline(after)}`;
  return `${inline(before)} → ${inline(after)}`;
}

/** A new state, rather than a changed value. */
const isHere = ({ action }: Change): boolean => action === 'changed';

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const listMovement = (gone: readonly unknown[], come: readonly unknown[]): string =>
  [...gone.map(item => `− ${inline(item)}`), ...come.map(item => `+ ${inline(item)}`)].reduce((text, item) =>
    text.length > LONGEST ? cut(text) : `${text}, ${item}`,
  );

/** `412 clusters`, the name of the only one, or the fleet. */
export function whose({ clusters }: ChangeGroup): string {
  const [only] = clusters;
  if (only === undefined) return 'the fleet';
  return clusters.length === 1 ? visible(only) : `${clusters.length} clusters`;
}

/** The last line of a review. */
export function summary({ clusters, changes }: Review, groups: readonly ChangeGroup[]): string {
  const compared = `${counted(clusters, 'cluster')} compared`;
  if (groups.length === 0) return `no change, ${compared}`;
  const touched = new Set(changes.flatMap(({ cluster }) => cluster ?? [])).size;
  const kinds = counts(groups).map(([risk, count]) => `${count} ${risk}`);
  return `${kinds.join(', ')}; ${touched} of ${compared}`;
}

/** Whether a change that is not acknowledged is of this class or a worse one. */
export const fails = ({ changes }: Review, limit: Risk): boolean =>
  changes.some(({ risk, acknowledged }) => acknowledged === undefined && isAtLeast(risk, limit));
