/**
 * What `explain` prints, as data: the list of all findings, and the text of each. The bundle has it as a file, made when it is
 * packed, so that no rule is read to show the text of one.
 */

import { acceptanceOf, type ExplainedEntry, exampleText } from '../findings/explain-entry';
import { CATALOGUE, ROWS_BY_TOPIC, type Topic } from '../rules/catalogue';
import { PAGES } from '../rules/rules-document';

/** Every code by topic, a line each. */
export const LIST: string = listOf();

/** The text of each finding by its code. */
export const TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...CATALOGUE].map(([code, entry]) => [code, textOf(entry)]),
);

function listOf(): string {
  const width = Math.max(...[...CATALOGUE.keys()].map(code => code.length));
  const topics = (Object.keys(PAGES) as Topic[]).map(topic => {
    const rows = [...ROWS_BY_TOPIC[topic]].sort((a, b) => (a.code < b.code ? -1 : 1));
    const lines = rows.map(({ code, severity, title }) => `  ${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}`);
    return [PAGES[topic].title, ...lines].join('\n');
  });
  return topics.join('\n\n');
}

function textOf(entry: ExplainedEntry): string {
  const { code, severity, title, why, fix, source, bad, good } = entry;
  return [
    `${code}: ${severity}, ${acceptanceOf(entry)}`,
    [`what:   ${title}`, `why:    ${why}`, `fix:    ${fix}`, `source: ${source}`].join('\n'),
    ...(bad === undefined ? [] : [`bad:\n${indented(bad)}`]),
    ...(good === undefined ? [] : [`good:\n${indented(good)}`]),
  ].join('\n\n');
}

function indented(example: string): string {
  return exampleText(example).replace(/^(?=.)/gm, '  ');
}
