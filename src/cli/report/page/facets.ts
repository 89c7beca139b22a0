/** How the fleet is made up, as bars; with the script they are filters. */

import { compareVersions } from '../../../facts/versions';
import { forHtml } from '../../../output/html/page';
import type { ReportedCluster } from '../fleet-report';
import { STATES, statesOf } from './states';
import { columnAt } from './table';

/** One thing that clusters differ in. */
interface Facet {
  readonly title: string;
  /** Where a row has its value: a column, the line below its name, or its states. */
  readonly from: number | 'environment' | 'state';
  readonly values: (cluster: ReportedCluster) => readonly string[];
  /** The order of values; without it, the most frequent first. */
  readonly order?: (a: string, b: string) => number;
}

const rankOf = (state: string): number => STATES.indexOf(state as (typeof STATES)[number]);

const FACETS: readonly Facet[] = [
  {
    title: 'Findings',
    from: 'state',
    values: statesOf,
    order: (a, b) => rankOf(a) - rankOf(b),
  },
  { title: 'Platform', from: columnAt('Platform'), values: ({ row }) => [row.platform.value] },
  {
    title: 'OpenShift',
    from: columnAt('OpenShift'),
    values: ({ row }) => [row.version],
    order: (a, b) => compareVersions(b, a),
  },
  { title: 'Backend', from: columnAt('Backend'), values: ({ row }) => [row.backend.value] },
  { title: 'Credentials', from: columnAt('Credentials'), values: ({ row }) => [row.credentials.value] },
  { title: 'Reached from', from: columnAt('Reached from'), values: ({ row }) => [row.exposure.value] },
  { title: 'Environment', from: 'environment', values: ({ row }) => [row.environment] },
];

/** A card for each; a value that every cluster has is still a bar, so that it is seen. */
export const facets = (clusters: readonly ReportedCluster[]): string =>
  `<div class="facets">${FACETS.map(facet => card(facet, clusters)).join('\n')}</div>`;

function card({ title, from, values, order }: Facet, clusters: readonly ReportedCluster[]): string {
  const counts = new Map<string, number>();
  for (const cluster of clusters) for (const value of values(cluster)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a, many], [b, more]) => order?.(a, b) ?? (more - many || (a < b ? -1 : 1)));
  const bars = sorted.map(([value, count]) => bar(value, count, clusters.length));
  return `<fieldset data-from="${from}"><legend>${title}</legend>${bars.join('')}</fieldset>`;
}

const bar = (value: string, count: number, all: number): string =>
  `<label><input type="checkbox" value="${forHtml(value)}" disabled><span>${forHtml(value)}</span><b>${count}</b><svg aria-hidden="true"><rect width="${percent(count, all)}%" height="100%" rx="2"/></svg></label>`;

const percent = (count: number, all: number): number => Math.round((count / all) * 1000) / 10;
