/** Everything that a run shows or writes, for a configuration that somebody with bad intentions, or by mistake, wrote. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TASK_NAMES } from '../../src/cli/verify/tasks/task';
import { printedTask } from '../../src/cli/verify/tasks/tasks';
import { printedChecks } from '../../src/cli/verify/verify-text';
import type { Finding } from '../../src/findings/finding';
import { formatCodequality } from '../../src/findings/format-codequality';
import { formatGithub } from '../../src/findings/format-github';
import { formatJson } from '../../src/findings/format-json';
import { formatSarif } from '../../src/findings/format-sarif';
import { formatText } from '../../src/findings/format-text';
import { writeLock } from '../../src/fleet/lock/lock-file';
import { modelsOf } from '../../src/fleet/models';
import { excerptsFrom } from '../../src/load/excerpts';
import { type PreparedFleet, prepare } from '../../src/main';
import { buildFiles } from '../../src/main/build';
import { CATALOGUE } from '../../src/rules/catalogue';
import { CREDENTIALS, markersOf } from './credentials';
import { folderWith } from './files';

/** What a run gives. */
export interface Outcome {
  readonly findings: readonly Finding[];
  /** What people and logs see, by what prints it. */
  readonly printed: Readonly<Record<'text' | 'json' | 'github' | 'codequality' | 'sarif' | 'verify', string>>;
  /** What gets into the repository: empty where an error stands in the way. */
  readonly written: string;
}

/** One folder for all runs of a test file. */
let folder: string | undefined;

/** Runs a fleet file; it is JSON, so that every character reaches the program as it is. */
export function attacked(fleet: object, name = 'fleet.yaml'): Outcome {
  folder ??= folderWith();
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(fleet));
  const run = prepare(file);
  const { findings } = run;
  const refused = findings.some(({ severity }) => severity === 'error');
  const models = refused ? [] : [...modelsOf(run.checked, [])];
  const verify = models.flatMap(model => [printedChecks(model), ...TASK_NAMES.map(task => printedTask(task, model))]);
  const files = refused ? [] : [...buildFiles(run)].map(({ path, text }) => `${path}\n${text}`);
  return {
    findings,
    printed: { ...printedFindings(findings), verify: verify.map(({ text }) => text).join('\n') },
    written: refused ? '' : [...files, lockOf(run, folder)].join('\n'),
  };
}

/** Findings in every format. */
export const printedFindings = (
  findings: readonly Finding[],
): Readonly<Record<'text' | 'json' | 'github' | 'codequality' | 'sarif', string>> => ({
  text: formatText(findings, { lineAt: excerptsFrom() }),
  json: formatJson(findings),
  github: formatGithub(findings),
  codequality: formatCodequality(findings),
  sarif: formatSarif(findings, CATALOGUE, { version: '1', page: 'https://example.com' }),
});

/** The lock as it would be beside the fleet file. */
function lockOf({ lock }: PreparedFleet, beside: string): string {
  const file = join(beside, 'written.yaml');
  writeLock(file, lock.lock);
  return readFileSync(file, 'utf8');
}

const MARKERS = new Map(Object.entries(CREDENTIALS).map(([kind, text]) => [kind, markersOf(text)] as const));

/** What of a credential is seen after the run. */
export function leaked({ printed, written }: Outcome, kind: string): readonly string[] {
  const everything = { ...printed, written };
  return (MARKERS.get(kind) ?? []).flatMap(marker =>
    Object.entries(everything).flatMap(([name, text]) => (text.includes(marker) ? [`${name} shows ${marker}`] : [])),
  );
}

/** Characters that nothing that is printed has, but for the line breaks of the format itself. */
const isHarmful = (text: string): boolean =>
  /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/u.test(text.replaceAll('\n', ''));

/** What in the printed texts a terminal, a shell or a log would obey. */
export function obeyed({ printed, findings }: Outcome): readonly string[] {
  const wrong: string[] = [];
  for (const [name, text] of Object.entries(printed)) {
    if (isHarmful(text)) wrong.push(`${name} has a control character`);
    for (const line of text.split('\n')) {
      if (name !== 'github' && /^\s*::/.test(line)) wrong.push(`${name} has the command ${line}`);
      if (/##(?:\[|vso\[)/.test(line) && name !== 'verify') wrong.push(`${name} has the command ${line}`);
    }
  }
  const commands = printed.github === '' ? [] : printed.github.split('\n');
  if (commands.length !== findings.length)
    wrong.push(`github has ${commands.length} lines for ${findings.length} findings`);
  for (const line of commands) if (!/^::(error|warning|notice) /.test(line)) wrong.push(`github has the line ${line}`);
  return wrong;
}
