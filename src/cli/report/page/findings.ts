/** What was found and what is accepted, as cards; each names its clusters, and the details of a cluster repeat it. */

import { forHtml } from '../../../output/html/page';
import type { AcceptedGroup, FleetReport, FoundGroup, Occurrence } from '../fleet-report';

/** Everything that was found. */
export const foundView = (groups: readonly FoundGroup[]): string =>
  groups.length === 0 ? '<p class="soft">Nothing was found.</p>' : groups.map(found).join('\n');

const found = ({
  code,
  severity,
  title,
  why,
  fix,
  occurrences,
}: FoundGroup): string => `<article data-tone="${severity}">
<h2><span class="badge">${severity}</span>${forHtml(sentence(title))} <code>${forHtml(code)}</code></h2>
<p>${forHtml(sentence(why))}</p>
<p><b>Fix:</b> ${forHtml(fix)}</p>
<ul>${byText(occurrences).map(together).join('')}</ul>
</article>`;

/** Those with the same text, in the order of the first of each. */
function byText(occurrences: readonly Occurrence[]): readonly (readonly Occurrence[])[] {
  const groups = new Map<string, Occurrence[]>();
  for (const one of occurrences) {
    const group = groups.get(one.text) ?? [];
    groups.set(one.text, group);
    group.push(one);
  }
  return [...groups.values()];
}

/** Places that are listed at once. */
const PLACES = 3;

/** Many places of one text are folded away; each has the text, which only the details of its cluster show. */
function together(same: readonly Occurrence[]): string {
  if (same.length <= PLACES) return same.map(occurrence).join('');
  const list = `<ul>${same.map(occurrence).join('')}</ul>`;
  return `<li>${forHtml(same[0]?.text ?? '')}<details class="places"><summary>${same.length} places</summary>${list}</details></li>`;
}

const occurrence = ({ text, where, clusters }: Occurrence): string =>
  `<li><span class="text">${forHtml(text)}</span>${where === '' ? '' : ` <code>${forHtml(where)}</code>`}${names(clusters)}</li>`;

/** Clusters that are listed at once. */
const LISTED = 12;

function names(clusters: readonly string[]): string {
  if (clusters.length === 0) return '';
  const list = `<span class="names">${clusters.map(link).join(' ')}</span>`;
  return clusters.length <= LISTED ? list : `<details><summary>${clusters.length} clusters</summary>${list}</details>`;
}

const link = (name: string): string => `<a href="#cluster/${forHtml(encodeURIComponent(name))}">${forHtml(name)}</a>`;

/** Findings that are accepted, and changes that are acknowledged, each with its reason. */
export function acceptedView(groups: readonly AcceptedGroup[], acknowledged: FleetReport['acknowledged']): string {
  if (groups.length + acknowledged.length === 0) return '<p class="soft">Nothing is accepted.</p>';
  return [...groups.map(accepted), ...acknowledged.map(change)].join('\n');
}

const accepted = ({ code, title, reason, until, clusters }: AcceptedGroup): string => `<article data-tone="accepted">
<h2><span class="badge">accepted</span>${forHtml(sentence(title))} <code>${forHtml(code)}</code></h2>
<p><b>Reason:</b> ${forHtml(reason)}${until === undefined ? '' : ` <span class="soft">until ${forHtml(until)}</span>`}</p>
<div class="who">${names(clusters)}</div>
</article>`;

const change = (entry: FleetReport['acknowledged'][number]): string => `<article data-tone="accepted">
<h2><span class="badge">acknowledged</span>${forHtml(entry.change)}</h2>
<p><b>Reason:</b> ${forHtml(entry.reason)}</p>
</article>`;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
