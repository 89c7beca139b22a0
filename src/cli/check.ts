/** `registry-gitops check`: the findings, and nothing else. */

import { exitStatus } from '../findings/exit-status';
import type { Finding } from '../findings/finding';
import { formatGithub } from '../findings/format-github';
import { formatJson } from '../findings/format-json';
import { formatSarif } from '../findings/format-sarif';
import { formatText } from '../findings/format-text';
import { prepare, wantsColour } from '../main';
import { CATALOGUE } from '../rules/catalogue';
import { againstOf, fleetFileOf, folderOf } from './fleet-options';
import type { Arguments } from './table/entry';

const FORMATS: Readonly<Record<string, (findings: readonly Finding[]) => string>> = {
  text: findings => formatText(findings, { colour: wantsColour(process.stdout) }),
  json: formatJson,
  github: formatGithub,
  sarif: findings => formatSarif(findings, CATALOGUE),
};

/** Runs the command and returns its exit status. */
export function check(args: Arguments): number {
  const file = fleetFileOf(args, args.words[0]);
  const { findings } = prepare(file, { output: folderOf(args, file), against: againstOf(args) });
  const text = FORMATS[args.text('format') ?? 'text']?.(findings) ?? '';
  if (text !== '') process.stdout.write(`${text}\n`);
  const status = exitStatus(findings);
  const expired = args.flag('fail-on-expired') && findings.some(({ code }) => code === 'ACCEPT_EXPIRED');
  return status === 0 && expired ? 1 : status;
}
