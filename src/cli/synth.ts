/** `registry-gitops synth`: the same output as `cdk8s synth`, without its start-up cost, and with a swap at the end. */

import { exitStatus } from '../findings/exit-status';
import type { Finding } from '../findings/finding';
import { isCurrent } from '../fleet/lock/lock-file';
import { buildFiles, NO_INFOS, type PreparedFleet, prepare, report, writeOutput } from '../main';
import { differences } from '../output/output-folder';
import { FILE_OPTION, fleetFileOf, readArguments } from './options';
import { UsageError, unknownCluster } from './usage';

const OPTIONS = {
  ...FILE_OPTION,
  output: { type: 'string', short: 'o' },
  cluster: { type: 'string', multiple: true },
  check: { type: 'boolean' },
  stdout: { type: 'boolean' },
} as const;

/** Runs the command and returns its exit status. */
export function synth(args: readonly string[]): number {
  const parsed = readArguments(args, OPTIONS);
  const { values } = parsed;
  if (values.check && values.stdout) throw new UsageError('--check and --stdout exclude each other');
  const fleet = prepare(fleetFileOf(parsed), NO_INFOS);
  const only = (values.cluster as string[] | undefined) ?? [];
  const findings = values.stdout ? withoutPlaintext(fleet.findings) : fleet.findings;
  report(findings);
  const status = exitStatus(findings);
  if (status !== 0) return status;
  refuseUnknown(fleet, only);
  if (values.stdout) return toStdout(fleet, only);
  const folder = (values.output as string | undefined) ?? process.env.CDK8S_OUTDIR ?? 'dist';
  if (values.check) return checkFolder(fleet, folder, only);
  writeOutput(fleet, folder, only);
  return 0;
}

/** A stream that is applied directly is what plain Secrets are for. */
const withoutPlaintext = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code }) => code !== 'PLAINTEXT_IN_OUTPUT');

function refuseUnknown({ checked }: PreparedFleet, only: readonly string[]): void {
  const known = checked.clusters.map(({ name }) => name);
  const unknown = only.find(name => !known.includes(name));
  if (unknown !== undefined) throw unknownCluster(unknown, known);
}

function toStdout(fleet: PreparedFleet, only: readonly string[]): number {
  for (const { text } of buildFiles(fleet, only)) process.stdout.write(`---\n${text}`);
  return 0;
}

function checkFolder(fleet: PreparedFleet, folder: string, only: readonly string[]): number {
  const { file, lock } = fleet.lock;
  const lockDiffers = isCurrent(file, lock, only) ? [] : [`differs: ${file}`];
  const found = [...differences(folder, buildFiles(fleet, only), only), ...lockDiffers];
  for (const difference of found) console.error(difference);
  if (found.length === 0) return 0;
  console.error(`${folder} is not what the fleet gives: run synth, and commit the result`);
  return 1;
}
