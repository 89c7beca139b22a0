/** The report as a page; without its script everything can still be read, in one long column. */

import { forHtml, htmlPage } from '../../../output/html/page';
import { counted } from '../../../values/counted';
import type { FleetReport } from '../fleet-report';
import { facets } from './facets';
import { reportScript, reportStyle } from './files';
import { acceptedView, foundView } from './findings';

import { clusterTable } from './table';

/** The whole page. */
export function reportPage(report: FleetReport): string {
  const { clusters, found, accepted, acknowledged, day } = report;
  const title = `Image registries of ${counted(clusters.length, 'cluster')}`;
  const table = clusterTable(clusters);
  const body = `<header>
<h1>${title}</h1>
${tiles(report)}
<nav role="tablist" aria-label="Views" hidden>
${tab('clusters', 'Clusters', clusters.length)}${tab('findings', 'Findings', found.length)}${tab('accepted', 'Accepted', accepted.length + acknowledged.length)}
</nav>
</header>
<main>
<section id="clusters" aria-label="Clusters">
${facets(clusters)}
<div class="bar" hidden>
<label>Search <input type="search" autocomplete="off" spellcheck="false" aria-keyshortcuts="/" placeholder="name, bucket, host, code …"></label>
<button type="button" id="reset">Show all</button>
<span class="soft" role="status"></span>
</div>
${table.markup}
</section>
<section id="findings" aria-label="Findings">
${foundView(found)}
</section>
<section id="accepted" aria-label="Accepted">
${acceptedView(accepted, acknowledged)}
</section>
</main>
<footer class="soft">Made by registry-gitops report${day === undefined ? '' : `, as of ${forHtml(day)}`}. It shows what git says, not what a cluster does.</footer>
<dialog aria-labelledby="which"><div class="title"><h2 id="which"></h2><button type="button" id="close" aria-label="Close">✕</button></div><div id="what"></div></dialog>
${table.shapes}`;
  return htmlPage({ title, style: reportStyle(), script: reportScript(), body });
}

const tab = (id: string, name: string, count: number): string =>
  `<button type="button" role="tab" id="tab-${id}" aria-controls="${id}" aria-selected="false" tabindex="-1">${name} <b>${count}</b></button>`;

/** The numbers that people look for first. */
function tiles({ clusters, accepted }: FleetReport): string {
  const of = (test: (cluster: FleetReport['clusters'][number]) => boolean): number => clusters.filter(test).length;
  const rows: readonly (readonly [string, number, string])[] = [
    ['Clusters', clusters.length, 'plain'],
    ['Clean', of(({ errors, warnings }) => errors + warnings === 0), 'fine'],
    ['With warnings', of(({ warnings }) => warnings > 0), 'warning'],
    ['With errors', of(({ errors }) => errors > 0), 'error'],
    ['Accepted findings', accepted.reduce((sum, group) => sum + group.clusters.length, 0), 'accepted'],
  ];
  const tile = ([name, count, tone]: (typeof rows)[number]): string =>
    `<div data-tone="${count === 0 ? 'plain' : tone}"><dt>${name}</dt><dd>${count}</dd></div>`;
  return `<dl class="tiles">${rows.map(tile).join('')}</dl>`;
}
