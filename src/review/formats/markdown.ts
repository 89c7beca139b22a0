/** A review as a comment of a pull request: worst first, equal changes folded, within the size limit of a comment. */

import type { Review, Step } from '../change';
import { type Risk, riskClass } from '../classes';
import { type ChangeGroup, counts, fold } from '../fold';
import { cut, inline, movement, place, subject, summary, visible, whose } from './words';

/** The size limit of a comment on GitHub; GitLab allows more. */
export const COMMENT_LIMIT = 65_536;

/** The first line, by which a pipeline finds its comment. */
export const MARKER = '<!-- registry-gitops review -->';

/** Space reserved for the note about what did not fit. */
const NOTE = 1_000;

/** How many names of clusters are listed. */
const LISTED = 40;

const SIGNS: Readonly<Record<Risk, string>> = {
  'data-loss': '⛔',
  orphan: '⛔',
  immutable: '🛑',
  stuck: '🛑',
  outage: '🟠',
  nodes: '🟠',
  rollout: '🟡',
  exposure: '🔵',
  safe: '🟢',
};

/** The comment; nothing in a manifest can become a link, a mention or a heading in it. */
export function formatMarkdown(review: Review): string {
  const groups = fold(review.changes);
  const head = [
    MARKER,
    `## Image registry: ${title(groups)}`,
    '',
    `${code(review.base)} → ${code(review.head)}: ${summary(review, groups)}`,
    '',
  ];
  const parts = [...head, ...overview(groups)];
  let length = parts.join('\n').length;
  let shown = 0;
  let risk: Risk | undefined;
  for (const group of groups) {
    const section = group.change.risk === risk ? [] : ['', `### ${heading(group.change.risk)}`, ''];
    const text = [...section, block(group)];
    const more = text.join('\n').length + 1;
    if (length + more > COMMENT_LIMIT - NOTE) break;
    parts.push(...text);
    length += more;
    shown += 1;
    risk = group.change.risk;
  }
  return [...parts, ...cutNote(groups.slice(shown))].join('\n');
}

function title(groups: readonly ChangeGroup[]): string {
  const risk = groups[0]?.change.risk;
  return risk === undefined ? 'nothing changes' : riskClass(risk).title;
}

const heading = (risk: Risk): string => `${SIGNS[risk]} ${risk}: ${riskClass(risk).title}`;

function overview(groups: readonly ChangeGroup[]): readonly string[] {
  if (groups.length === 0) return [];
  const rows = counts(groups).map(([risk, count]) => {
    const clusters = groups.filter(({ change }) => change.risk === risk).flatMap(group => group.clusters);
    return `| ${heading(risk)} | ${count} | ${new Set(clusters).size} |`;
  });
  return ['| | kinds of change | clusters |', '|---|--:|--:|', ...rows];
}

function block(group: ChangeGroup): string {
  const { change, clusters } = group;
  const where = place(change);
  const lines = [
    `- **${clusters.length === 1 ? code(whose(group)) : whose(group)}**: ${code(subject(change))}${where === '' ? '' : ` ${code(where)}`}: ${moved(group)}`,
    `  ${text(change.why)}`,
    ...(change.acknowledged === undefined ? [] : [`  **acknowledged**: ${code(cut(change.acknowledged, 400))}`]),
    ...names(clusters),
    ...steps(change.recipe ?? []),
  ];
  return lines.join('\n');
}

/** Values as code, the words between them as text. */
function moved({ change }: ChangeGroup): string {
  const { path, before, after, action, kind } = change;
  if (path.length === 0)
    return kind === 'Cluster' && action === 'changed' ? `is renamed ${code(inline(after))}` : action;
  if (Array.isArray(before) && Array.isArray(after)) return code(movement(change));
  if (before === undefined && action === 'changed') return code(inline(after));
  const shown = (value: unknown): string => (value === undefined ? 'not set' : code(inline(value)));
  return `${shown(before)} → ${shown(after)}`;
}

function names(clusters: readonly string[]): readonly string[] {
  if (clusters.length < 2) return [];
  const listed = clusters.slice(0, LISTED).map(name => code(cut(name, 63)));
  const more = clusters.length > LISTED ? ` and ${clusters.length - LISTED} more` : '';
  return ['  <details><summary>which</summary>', '', `  ${listed.join(', ')}${more}`, '', '  </details>'];
}

const steps = (recipe: readonly Step[]): readonly string[] =>
  recipe.flatMap(({ say, run }, index) => [
    ...(index === 0 ? ['', '  How to copy the images:', ''] : []),
    `  ${index + 1}. ${text(say)}${run === undefined ? '' : `: ${code(run)}`}`,
  ]);

function cutNote(rest: readonly ChangeGroup[]): readonly string[] {
  if (rest.length === 0) return [];
  const kinds = counts(rest).map(([risk, count]) => `${count} ${risk}`);
  return [
    '',
    `> **Cut here.** ${rest.length} more kinds of change do not fit into a comment: ${kinds.join(', ')}. \`registry-gitops review\` with \`--format html\` or \`text\` shows them all.`,
  ];
}

/** Text in a code span, whatever it contains. */
export function code(value: string): string {
  const clean = visible(value);
  const runs = clean.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const pad = /^`|`$|^ | $/.test(clean) || clean === '' ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** Plain text: nothing in it is markdown syntax, a mention, a reference or a link. */
export const text = (value: string): string =>
  visible(value)
    .replace(/`/g, "'")
    .replace(/[\\*_{}[\]#+!|<>~&$]/g, '\\$&')
    .replace(/@|\\#|:\/\/|www\./g, '$&\u200b');
