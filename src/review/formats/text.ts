/** A review for a terminal. */

import type { Review } from '../change';
import type { Risk } from '../classes';
import { type ChangeGroup, fold } from '../fold';
import { cut, movement, place, subject, summary, visible, whose } from './words';

/** Colors text by class, or leaves it as it is. */
type Paint = (risk: Risk, text: string) => string;

const COLOURS: Readonly<Record<Risk, string>> = {
  'data-loss': '1;31',
  orphan: '1;31',
  immutable: '1;35',
  stuck: '1;35',
  outage: '1;33',
  nodes: '33',
  rollout: '33',
  exposure: '36',
  safe: '32',
};

/** How many names of clusters are listed; json has them all. */
const LISTED = 10;

/** All changes, worst first, and a line that counts them. */
export function formatText(review: Review, options: { readonly colour: boolean } = { colour: false }): string {
  const paint: Paint = options.colour ? (risk, text) => `\u001b[${COLOURS[risk]}m${text}\u001b[0m` : (_, text) => text;
  const groups = fold(review.changes);
  return [...groups.map(group => block(group, paint)), summary(review, groups)].join('\n\n');
}

function block(group: ChangeGroup, paint: Paint): string {
  const { change, clusters } = group;
  const where = place(change);
  const head = [whose(group), `${subject(change)}${where === '' ? '' : ` ${where}`}`, movement(change)];
  const lines = [
    `${paint(change.risk, change.risk)}  ${head.join(': ')}`,
    ...(clusters.length > 1 ? [`  in:  ${listed(clusters)}`] : []),
    `  why: ${visible(change.why)}`,
    ...(change.acknowledged === undefined ? [] : [`  acknowledged: ${cut(visible(change.acknowledged), 400)}`]),
    ...(change.recipe ?? []).flatMap(({ say, run }, index) => [
      `  ${index === 0 ? 'do: ' : '    '} ${index + 1}. ${visible(say)}`,
      ...(run === undefined ? [] : [`          ${visible(run)}`]),
    ]),
  ];
  return lines.join('\n');
}

const listed = (clusters: readonly string[]): string =>
  [
    clusters.slice(0, LISTED).map(visible).join(', '),
    ...(clusters.length > LISTED ? [`and ${clusters.length - LISTED} more`] : []),
  ].join(' ');
