/** `registry-gitops check`: the findings, and nothing else. */

import { suggestion } from '../config/nearest';
import { exitStatus } from '../findings/exit-status';
import type { Finding } from '../findings/finding';
import { formatGithub } from '../findings/format-github';
import { formatJson } from '../findings/format-json';
import { formatSarif } from '../findings/format-sarif';
import { formatText } from '../findings/format-text';
import { prepare, wantsColour } from '../main';
import { CATALOGUE } from '../rules/catalogue';
import { againstOf, FILE_OPTION, fleetFileOf, folderOf, readArguments } from './options';
import { UsageError } from './usage';

const FORMATS: Readonly<Record<string, (findings: readonly Finding[]) => string>> = {
  text: findings => formatText(findings, { colour: wantsColour(process.stdout) }),
  json: formatJson,
  github: formatGithub,
  sarif: findings => formatSarif(findings, CATALOGUE),
};

/** Runs the command and returns its exit status. */
export function check(args: readonly string[]): number {
  const parsed = readArguments(args, {
    ...FILE_OPTION,
    format: { type: 'string' },
    'fail-on-expired': { type: 'boolean' },
    against: { type: 'string' },
  });
  const name = (parsed.values.format as string | undefined) ?? 'text';
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format === undefined) {
    throw new UsageError(`there is no format "${name}".${suggestion(name, Object.keys(FORMATS))}`);
  }
  const { findings } = prepare(fleetFileOf(parsed), { output: folderOf(parsed), against: againstOf(parsed) });
  const text = format(findings);
  if (text !== '') process.stdout.write(`${text}\n`);
  const status = exitStatus(findings);
  const expired = parsed.values['fail-on-expired'] === true && findings.some(({ code }) => code === 'ACCEPT_EXPIRED');
  return status === 0 && expired ? 1 : status;
}
