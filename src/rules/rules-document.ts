/** `docs/rules.md`, made of the catalogue and of a table of known mistakes. */

import { acceptanceOf, type ExplainedEntry, exampleText } from '../findings/explain-entry';
import { CATALOGUE } from './catalogue';

const INTRODUCTION = `# Rules

Everything \`registry-gitops\` and \`cdk8s synth\` can find, by code. Made by \`npm run docs\` from the rules themselves: do not edit.

An **error** stops synthesis, a **warning** does not, an **info** explains. A finding is accepted for one cluster with
\`accept: [{code: CODE, reason: "why it is fine here"}]\`, except where images would be lost silently or the API server would refuse the
object. \`registry-gitops explain CODE\` prints one section of this page.

The examples are settings of a cluster (or a whole fleet, where they say \`clusters\`); tests run them all.`;

/** A known mistake with the registry operator, and what becomes of it: rules that find it, a reason why it cannot happen, or both. */
export interface Covered {
  /** Its number. */
  readonly row: string;
  readonly mistake: string;
  /** Codes of the findings. */
  readonly rules?: readonly string[];
  /** Why it cannot happen here, or cannot be checked. */
  readonly whyNot?: string;
}

/** The whole document, the same bytes for the same rules and mistakes. */
export function rulesDocument(mistakes: readonly Covered[]): string {
  const entries = [...CATALOGUE.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const parts = [INTRODUCTION, overview(entries), ...entries.map(section), coverage(mistakes)];
  return `${parts.join('\n\n')}\n`;
}

function overview(entries: readonly ExplainedEntry[]): string {
  const rows = entries.map(({ code, severity, title }) => `| [${code}](#${code}) | ${severity} | ${cell(title)} |`);
  return ['| code | severity | what |', '|---|---|---|', ...rows].join('\n');
}

/** The anchor is the code as it is written; what a heading gives would be in lower case. */
function section(entry: ExplainedEntry): string {
  const { code, severity, title, why, fix, source, bad, good } = entry;
  return [
    `<a id="${code}"></a>\n\n## ${code}`,
    `**${severity}**, ${acceptanceOf(entry)}.`,
    `- **What:** ${title}.\n- **Why:** ${why}.\n- **Fix:** ${fix}.\n- **Source:** ${source}.`,
    ...(bad === undefined ? [] : [example('Refused or pointed out', bad)]),
    ...(good === undefined ? [] : [example('Fine', good)]),
  ].join('\n\n');
}

const example = (title: string, yaml: string): string => `${title}:\n\n\`\`\`yaml\n${exampleText(yaml)}\n\`\`\``;

function coverage(mistakes: readonly Covered[]): string {
  return [
    '## Mistakes and what becomes of them',
    'Every mistake with the registry operator that we know of, and which rule finds it, or why it cannot be made here. Codes of findings on objects are those of the [validation plugin](validation-plugin.md), for manifests that somebody else writes.',
    [
      '| no. | mistake | found by, or why not |',
      '|---|---|---|',
      ...mistakes.map(row => `| ${row.row} | ${cell(row.mistake)} | ${answer(row)} |`),
    ].join('\n'),
  ].join('\n\n');
}

function answer(row: Covered): string {
  const links = (row.rules ?? []).map(code => `[${code}](#${code})`).join(', ');
  return [links, cell(row.whyNot ?? '')].filter(text => text !== '').join('; ');
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\n/g, ' ');
