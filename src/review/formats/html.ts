/** A review as one HTML page that fetches nothing and runs nothing but its own filters. */

import { forHtml, htmlPage } from '../../output/html/page';
import type { Json } from '../../output/yaml';
import { toYaml } from '../../output/yaml';
import type { Change, Review, Step } from '../change';
import { riskClass } from '../classes';
import { type ChangeGroup, counts, fold } from '../fold';
import { SCRIPT } from './html-script';
import { STYLE } from './html-style';
import { cut, inline, place, subject, summary, visible, whose } from './words';

/** Longest value that is shown in full. */
const LONGEST = 4_000;

/** The page. */
export function formatHtml(review: Review): string {
  const groups = fold(review.changes);
  const worst = groups[0]?.change.risk;
  const title = worst === undefined ? 'Nothing changes' : `Image registry: ${riskClass(worst).title}`;
  const body = `<header>
<h1>${forHtml(title)}</h1>
<p class="soft"><code>${forHtml(review.base)}</code> → <code>${forHtml(review.head)}</code>: ${forHtml(summary(review, groups))}</p>
</header>
<main>
${filters(groups)}
${groups.map(card).join('\n')}
</main>
<footer class="soft">${groups.length === 0 ? 'Both sides have the same objects.' : 'Worst first; equal changes of several clusters are one entry.'} Created by registry-gitops review.</footer>`;
  return htmlPage({ title, style: STYLE, script: SCRIPT, body });
}

/** Hidden until the script runs. */
function filters(groups: readonly ChangeGroup[]): string {
  if (groups.length === 0) return '';
  const tiles = counts(groups).map(([risk, count]) => {
    const { title, means } = riskClass(risk);
    return `<label class="tile" data-tone="${risk}" title="${forHtml(means)}"><input type="checkbox" name="risk" value="${risk}" checked><b>${count}</b> ${forHtml(`${risk}: ${title}`)}</label>`;
  });
  return `<div class="filters" hidden>
<fieldset><legend>Show these classes, worst first</legend>${tiles.join('')}</fieldset>
<div class="search"><label>Clusters whose name contains<input type="search" autocomplete="off" spellcheck="false"></label><span class="soft" role="status"></span></div>
</div>`;
}

function card(group: ChangeGroup): string {
  const { change, clusters } = group;
  const { risk } = change;
  const where = place(change);
  return `<article data-risk="${risk}" data-tone="${risk}" data-clusters="${forHtml(JSON.stringify(clusters))}">
<h2><span class="badge">${risk}</span><span class="who">${forHtml(whose(group))}</span>: ${forHtml(subject(change))}${where === '' ? '' : ` <code>${forHtml(where)}</code>`}${verb(change)}</h2>
<p>${forHtml(sentence(visible(change.why)))}</p>
${change.acknowledged === undefined ? '' : `<p class="meant"><b>Acknowledged:</b> ${forHtml(visible(change.acknowledged))}</p>`}
${sides(change)}
${recipe(change.recipe ?? [])}
${names(clusters)}
<p class="soft source">Source: ${forHtml(change.source)}</p>
</article>`;
}

function verb({ path, action, kind, after }: Change): string {
  if (path.length > 0) return '';
  return kind === 'Cluster' && action === 'changed'
    ? ` is renamed <code>${forHtml(inline(after))}</code>`
    : ` ${action}`;
}

function sides({ before, after, action, path, kind }: Change): string {
  if (kind === 'Cluster' && action === 'changed') return '';
  if (before === undefined && after === undefined) return '';
  const [old, now] = shortened(written(before), written(after));
  if (before === undefined && action === 'changed') return `<pre>${forHtml(now)}</pre>`;
  const column = (name: string, text: string, value: unknown): string =>
    `<div class="${name}"><h3>${name}</h3><pre tabindex="0">${value === undefined ? `<span class="soft">${path.length === 0 ? 'does not exist' : 'not set'}</span>` : forHtml(text)}</pre></div>`;
  return `<div class="pair">${column('before', old, before)}${column('after', now, after)}</div>`;
}

/** Text as it is, other values as YAML. */
function written(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value === '' ? '""' : value;
  return typeof value === 'object' ? toYaml(value as Json).trimEnd() : String(value);
}

/** Most lines that both have at the beginning and the end are left out. */
function shortened(before: string, after: string): readonly [string, string] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
  const part = (lines: readonly string[]): string => {
    const [from, to] = [Math.max(0, head - 3), Math.min(lines.length, lines.length - tail + 3)];
    const kept = lines.slice(from, to);
    const text = [...(from > 0 ? ['…'] : []), ...kept, ...(to < lines.length ? ['…'] : [])].join('\n');
    return cut(text.split('\n').map(visible).join('\n'), LONGEST);
  };
  return before === '' || after === '' ? [cut(before, LONGEST), cut(after, LONGEST)] : [part(old), part(now)];
}

const recipe = (steps: readonly Step[]): string =>
  steps.length === 0
    ? ''
    : `<details open><summary>How to copy the images</summary><ol>${steps
        .map(
          ({ say, run }) =>
            `<li>${forHtml(visible(say))}${run === undefined ? '' : `<pre tabindex="0">${forHtml(visible(run))}</pre>`}</li>`,
        )
        .join('')}</ol></details>`;

const names = (clusters: readonly string[]): string =>
  clusters.length < 2
    ? ''
    : `<details><summary>${clusters.length} clusters</summary><ul class="names">${clusters.map(name => `<li>${forHtml(visible(name))}</li>`).join('')}</ul></details>`;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
