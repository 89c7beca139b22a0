/** `registry-gitops explain CODE`: one rule, in full. */

import { nearest } from '../config/nearest';
import { acceptanceOf, type ExplainedEntry, exampleText } from '../findings/explain-entry';
import { documentationOf } from '../findings/format-text';
import { CATALOGUE } from '../rules/catalogue';
import { readArguments } from './options';
import { UsageError } from './usage';

/** Runs the command and returns its exit status. */
export function explainCommand(args: readonly string[]): number {
  const [code] = readArguments(args, {}, 1).words;
  if (code === undefined) throw new UsageError('explain needs the code of a finding, for example PVC_RWO_REPLICAS');
  const text = explain(code);
  if (text === undefined) throw new UsageError(unknownCode(code));
  process.stdout.write(`${text}\n`);
  return 0;
}

/** The text of a code in whatever case it is written, or undefined where there is none. */
export function explain(code: string): string | undefined {
  const entry: ExplainedEntry | undefined = CATALOGUE.get(code.trim().toUpperCase().replace(/-/g, '_'));
  if (entry === undefined) return undefined;
  const { severity, title, why, fix, source, bad, good } = entry;
  return [
    `${entry.code}: ${severity}, ${acceptanceOf(entry)}`,
    [
      `what:   ${title}`,
      `why:    ${why}`,
      `fix:    ${fix}`,
      `source: ${source}`,
      `see:    ${documentationOf(entry.code)}`,
    ].join('\n'),
    ...(bad === undefined ? [] : [`bad:\n${indented(bad)}`]),
    ...(good === undefined ? [] : [`good:\n${indented(good)}`]),
  ].join('\n\n');
}

/** What to say of a code that does not exist. */
export function unknownCode(code: string): string {
  const meant = nearest(code.trim().toUpperCase(), [...CATALOGUE.keys()]);
  return `there is no finding "${code}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`;
}

const indented = (example: string): string => exampleText(example).replace(/^(?=.)/gm, '  ');
