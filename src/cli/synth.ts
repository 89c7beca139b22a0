/** `registry-gitops synth`: the same output as `cdk8s synth`, without its start-up cost, and with a swap at the end. */

import { exitStatus } from '../findings/exit-status';
import type { Finding } from '../findings/finding';
import { shownText } from '../findings/shown';
import { isCurrent } from '../fleet/lock/lock-file';
import {
  buildFiles,
  NO_INFOS,
  type PreparedFleet,
  prepare,
  prepareInPlugin,
  report,
  writeOutput,
  writing,
} from '../main';
import { differences } from '../output/output-folder';
import { refuseOthersOutput } from '../output/owner-file';
import { againstOf, fleetFileOf, folderOf } from './fleet-options';
import type { Arguments } from './table/entry';
import { unknownCluster } from './usage-error';

/** Runs the command and returns its exit status. */
export function synth(args: Arguments): number {
  const file = fleetFileOf(args, args.words[0]);
  const only = args.list('cluster');
  if (args.flag('plugin')) {
    const secrets = process.env.REGISTRY_PLUGIN_SECRETS === 'true';
    return whereFine(prepareInPlugin(file, secrets), only, toStdout, withoutPlaintext);
  }
  if (args.flag('stdout')) return whereFine(prepare(file, NO_INFOS), only, toStdout, withoutPlaintext);
  const folder = folderOf(args, file);
  if (args.flag('check')) {
    refuseOthersOutput(folder, file);
    const against = againstOf(args);
    const fleet = prepare(file, { ...NO_INFOS, output: folder, against });
    return whereFine(fleet, only, checked => checkFolder(checked, folder, only, against !== undefined));
  }
  return writing(file, folder, replace =>
    whereFine(prepare(file, { ...NO_INFOS, output: folder }), only, fleet => {
      writeOutput(fleet, replace, only);
      return 0;
    }),
  );
}

/** Tells what was found, and goes on where nothing of it stops synthesis. */
function whereFine(
  fleet: PreparedFleet,
  only: readonly string[],
  goOn: (fleet: PreparedFleet, only: readonly string[]) => number,
  relevant: (findings: readonly Finding[]) => readonly Finding[] = all => all,
): number {
  const findings = relevant(fleet.findings);
  report(findings);
  const status = exitStatus(findings);
  if (status !== 0) return status;
  refuseUnknown(fleet, only);
  return goOn(fleet, only);
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

/** With a revision the lock was compared already, which may be some steps behind. */
function checkFolder(fleet: PreparedFleet, folder: string, only: readonly string[], lockChecked: boolean): number {
  const { file, lock } = fleet.lock;
  const lockDiffers = lockChecked || isCurrent(file, lock, only) ? [] : [`differs: ${file}`];
  const found = [...differences(folder, buildFiles(fleet, only), only), ...lockDiffers];
  for (const difference of found) console.error(shownText(difference));
  if (found.length === 0) return 0;
  console.error(`${shownText(folder)} is not what the fleet gives: run synth, and commit the result`);
  return 1;
}
