/** `registry-gitops check`: the findings, and nothing else. */

import { exitStatus } from '../findings/exit-status';
import type { Finding } from '../findings/finding';
import { formatCodequality } from '../findings/format-codequality';
import { formatGithub } from '../findings/format-github';
import { formatJson } from '../findings/format-json';
import { formatSarif } from '../findings/format-sarif';
import { formatText, type TextOptions } from '../findings/format-text';
import { atLeast, countText } from '../findings/select';
import { excerptsFrom } from '../load/excerpts';
import { prepare, tellingOf } from '../main';
import { optionsFor, tellDone } from '../main/tell';
import { CATALOGUE } from '../rules/catalogue';
import { concerned } from './concerned';
import { againstOf, fleetSourceOf, folderOf, severityOf } from './fleet-options';
import { ownTool } from './own-package';
import type { Arguments } from './table/entry';

const FORMATS: Readonly<Record<string, (findings: readonly Finding[], options: TextOptions) => string>> = {
  text: formatText,
  json: formatJson,
  github: (findings, { fleet }) => formatGithub(findings, fleet),
  codequality: (findings, { fleet }) => formatCodequality(findings, fleet),
  sarif: findings => formatSarif(findings, CATALOGUE, ownTool()),
};

/** Runs the command and returns its exit status. */
export function check(args: Arguments): number {
  const { file, files, lockless } = fleetSourceOf(args, args.words[0]);
  const severity = severityOf(args);
  const lock = { lockless, output: folderOf(args, file), against: againstOf(args) };
  const fleet = prepare(file, { infos: severity === 'info', checksOnly: true, ...lock }, files);
  const only = args.list('cluster');
  const all = concerned(fleet, only);
  const findings = atLeast(all, severity);
  const options = { ...optionsFor(process.stdout), ...tellingOf(fleet), lineAt: excerptsFrom(files) };
  const text = FORMATS[args.text('format') ?? 'text']?.(findings, options) ?? '';
  if (text !== '') process.stdout.write(`${text}\n`);
  const of = fleet.checked.loaded.clusters.length;
  tellDone({ clusters: only.length || of, of, outcome: countText(findings) || NOTHING[severity] });
  const status = exitStatus(all);
  const expired = args.flag('fail-on-expired') && all.some(({ code }) => code === 'ACCEPT_EXPIRED');
  return status === 0 && expired ? 1 : status;
}

/** The message for a fleet without findings of this severity or a worse one. */
const NOTHING = { error: 'no errors', warning: 'no errors or warnings', info: 'no findings' } as const;
