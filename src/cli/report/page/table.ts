/** The clusters as a table: one row each, whose cells hold everything its details show. */

import { forHtml } from '../../../output/html/page';
import { counted } from '../../../values/counted';
import type { Cell } from '../cluster-row';
import type { ReportedCluster } from '../fleet-report';
import { statesOf } from './states';

/** One column; the first one is the name, which every row begins with. */
interface Column {
  readonly title: string;
  readonly cell: (cluster: ReportedCluster) => string;
}

const COLUMNS: readonly Column[] = [
  { title: 'Platform', cell: ({ row }) => td(row.platform) },
  { title: 'OpenShift', cell: ({ row }) => td({ value: row.version, more: [] }) },
  { title: 'Backend', cell: ({ row }) => td(row.backend) },
  { title: 'Images', cell: ({ row }) => td(row.images) },
  { title: 'Replicas', cell: ({ row }) => td(row.replicas) },
  { title: 'Credentials', cell: ({ row }) => td(row.credentials) },
  { title: 'Reached from', cell: ({ row }) => td(row.exposure) },
  { title: 'Findings', cell: found },
  { title: 'Accepted', cell: ({ accepted }) => td({ value: accepted === 0 ? '–' : String(accepted), more: [] }) },
];

/** Position of a column in its row, where the name is 0. */
export const columnAt = (title: string): number => COLUMNS.findIndex(column => column.title === title) + 1;

/** The table, and the drawings that its rows refer to by number. */
export function clusterTable(clusters: readonly ReportedCluster[]): {
  readonly markup: string;
  readonly shapes: string;
} {
  const shapes = new Map<string, number>();
  const rows = clusters.map(cluster => rowOf(cluster, shapes));
  const heads = ['Cluster', ...COLUMNS.map(({ title }) => title)].map(title => `<th scope="col">${title}</th>`);
  return {
    markup: `<div class="wide"><table><caption>Clusters</caption><thead><tr>${heads.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>
<button type="button" id="more" hidden>Show more clusters</button>
<p class="nothing soft" hidden>No cluster is like that.</p>`,
    shapes: [...shapes].map(([shape, number]) => `<template id="shape-${number}">${shape}</template>`).join('\n'),
  };
}

function rowOf(cluster: ReportedCluster, shapes: Map<string, number>): string {
  const { row, drawing } = cluster;
  const name = forHtml(row.name);
  const head = `<th scope="row"><a href="#cluster/${forHtml(encodeURIComponent(row.name))}">${name}</a><small>${forHtml(row.environment)}</small></th>`;
  const cells = COLUMNS.map(({ cell }) => cell(cluster)).join('');
  return `<tr data-state="${statesOf(cluster).join(',')}"${drawn(drawing, shapes)}>${head}${cells}</tr>`;
}

/** The number of the drawing, then its names, one a line: no name has a line break. */
function drawn(drawing: ReportedCluster['drawing'], shapes: Map<string, number>): string {
  if (drawing === undefined) return '';
  const number = shapes.get(drawing.shape) ?? shapes.size;
  shapes.set(drawing.shape, number);
  return ` data-shape="${number}" data-names="${forHtml(drawing.names.join('\n'))}"`;
}

const td = ({ value, more }: Cell): string =>
  `<td>${forHtml(value)}${more.map(text => `<small>${forHtml(text)}</small>`).join('')}</td>`;

function found({ errors, warnings }: ReportedCluster): string {
  const badge = (count: number, noun: string): string =>
    count === 0 ? '' : `<span class="badge" data-tone="${noun}">${counted(count, noun)}</span>`;
  const badges = `${badge(errors, 'error')}${badge(warnings, 'warning')}`;
  return `<td data-sort="${errors * 1_000_000 + warnings}">${badges === '' ? '–' : badges}</td>`;
}
