/** `registry-gitops explain CODE`: one rule, in full. */

import { suggestion } from '../config/nearest';
import { acceptanceOf, type ExplainedEntry, exampleText } from '../findings/explain-entry';
import { CATALOGUE, ROWS_BY_TOPIC, type Topic } from '../rules/catalogue';
import { PAGES } from '../rules/rules-document';
import type { Arguments } from './table/entry';
import { UsageError } from './usage-error';

/** Runs the command and returns its exit status. */
export function explainCommand({ words: [code] }: Arguments): number {
  const text = code === undefined ? allCodes() : explain(code);
  if (text === undefined) throw new UsageError(unknownCode(code ?? ''));
  process.stdout.write(`${text}\n`);
  return 0;
}

/** Every code by topic, a line each. */
export function allCodes(): string {
  const width = Math.max(...[...CATALOGUE.keys()].map(code => code.length));
  const topics = (Object.keys(PAGES) as Topic[]).map(topic => {
    const rows = [...ROWS_BY_TOPIC[topic]].sort((a, b) => (a.code < b.code ? -1 : 1));
    const lines = rows.map(({ code, severity, title }) => `  ${code.padEnd(width)}  ${severity.padEnd(7)}  ${title}`);
    return [PAGES[topic].title, ...lines].join('\n');
  });
  return topics.join('\n\n');
}

/** The text of a code in whatever case it is written, or undefined where no finding has it. */
export function explain(code: string): string | undefined {
  const entry: ExplainedEntry | undefined = CATALOGUE.get(code.trim().toUpperCase().replace(/-/g, '_'));
  if (entry === undefined) return undefined;
  const { severity, title, why, fix, source, bad, good } = entry;
  return [
    `${entry.code}: ${severity}, ${acceptanceOf(entry)}`,
    [`what:   ${title}`, `why:    ${why}`, `fix:    ${fix}`, `source: ${source}`].join('\n'),
    ...(bad === undefined ? [] : [`bad:\n${indented(bad)}`]),
    ...(good === undefined ? [] : [`good:\n${indented(good)}`]),
  ].join('\n\n');
}

/** The message for a code that does not exist. */
export function unknownCode(code: string): string {
  const meant = suggestion(code.trim().toUpperCase(), [...CATALOGUE.keys()]);
  return `there is no finding "${code}".${meant} registry-gitops explain lists all of them`;
}

const indented = (example: string): string => exampleText(example).replace(/^(?=.)/gm, '  ');
