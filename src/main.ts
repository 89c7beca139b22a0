/** The cdk8s app, top to bottom: fleet.yaml, load, check, define, write. */

import { exitStatus } from './findings/exit-status';
import type { Finding, Severity } from './findings/finding';
import { atLeast, countText, SEVERITIES } from './findings/select';
import { shownText } from './findings/shown';
import type { CheckedFleet, CheckOptions } from './fleet/check-fleet';
import { type CheckedLock, checkWithLock, type LockOptions } from './fleet/lock/check-lock';
import { lockFileOf, writeLock } from './fleet/lock/lock-file';
import { pluginGround, withPluginFindings } from './fleet/plugin';
import { EnvironmentError } from './load/clock';
import { DISK, type Files } from './load/files';
import type { KnownFiles } from './load/layer';
import { type LoadedFleet, loadFleet } from './load/load-fleet';
import { readInputs } from './load/read-inputs';
import { endYoungGrowth, freeMemory, tuneV8 } from './load/tune-v8';
import { type BuildMemory, buildOutput } from './main/build';
import { PROGRESS, report, type Telling, tellDone } from './main/tell';
import type { OutputChanges } from './output/output-changes';
import { OutputError } from './output/output-error';
import { withdraw } from './output/output-folder';
import { asOnlyWriter, type ReplaceOutput } from './output/output-writer';
import type { Shard } from './output/shard';

/** A fleet after load and check: findings, and what is needed to build it. */
export interface PreparedFleet {
  readonly checked: CheckedFleet;
  readonly lock: CheckedLock;
  readonly findings: readonly Finding[];
}

/** Reads and checks a fleet file; nothing is written. */
export function prepare(
  file: string,
  options: LockOptions = {},
  files: Files = DISK,
  known?: KnownFiles,
): PreparedFleet {
  const loaded = loadFleet(file, files, known);
  const { checked, lock } = checkWithLock(loaded, readInputs(files), { ...options, progress: progressOf(loaded) });
  return { checked, lock, findings: lock.findings };
}

const progressOf =
  ({ clusters }: LoadedFleet) =>
  (done: number): void => {
    if (done % FEW === 0) endYoungGrowth();
    PROGRESS.show('checked', done, clusters.length);
  };

/** Clusters that take little memory. */
const FEW = 100;

/** How findings of this fleet are shown. */
export const tellingOf = ({ checked: { clusters, loaded } }: PreparedFleet): Telling =>
  clusters.length === loaded.clusters.length ? { fleet: { clusters } } : {};

/** The same as the config management plugin of Argo CD does it, for whom the configuration is the input of someone else. */
export function prepareInPlugin(file: string, secrets: boolean): PreparedFleet {
  const { files, inputs } = pluginGround(file, secrets);
  const loaded = loadFleet(file, files);
  const { checked, lock } = checkWithLock(loaded, inputs, { ...NO_INFOS, progress: progressOf(loaded) });
  return { checked, lock, findings: withPluginFindings(loaded, lock.findings, secrets) };
}

/** Makes the output folder from a fleet file and returns the exit status. */
export function synthesize(file: string, folder: string): number {
  return writing(file, folder, replace => {
    const severity = severityIn(process.env.REGISTRY_SEVERITY);
    const fleet = prepare(file, { infos: severity === 'info', output: folder });
    const status = exitStatus(fleet.findings);
    report(fleet.findings, { ...tellingOf(fleet), severity, counted: status !== 0 });
    const clusters = fleet.checked.loaded.clusters.length;
    if (status === 0) tellDone({ clusters, changes: writeOutput(fleet, replace) });
    else tellDone({ clusters, outcome: refused(fleet.findings, severity) });
    return status;
  });
}

/** Runs something as the only one that writes the output folder and, with it, the lock of the fleet. */
export const writing = <T>(file: string, folder: string, run: (replace: ReplaceOutput) => T): T =>
  asOnlyWriter({ folder, fleetFile: file, fleetLock: lockFileOf(file), tell: line => console.error(line) }, run);

/** For those who show findings with `report`. */
export const NO_INFOS: CheckOptions = { infos: false };

/** What is reported of a run that wrote nothing because of these. */
export const refused = (findings: readonly Finding[], severity: Severity): string =>
  `${countText(atLeast(findings, severity))}; nothing written`;

/** The severity of a name, as the environment has it; warnings where it is not one. */
const severityIn = (name = ''): Severity => SEVERITIES.find(severity => severity === name) ?? 'warning';

/** Clusters whose check leaves tens of megabytes behind, if all of them are checked. */
const MANY = 2_000;

/** Writes what was prepared: the output folder, and then the lock, which must never be ahead of it; of shards the first has it. */
export function writeOutput(
  fleet: PreparedFleet,
  replace: ReplaceOutput,
  only: readonly string[] = [],
  shard?: Shard,
  memory?: BuildMemory,
): OutputChanges {
  const { loaded } = fleet.checked;
  if (loaded.clusters.length > MANY && memory?.output === undefined) freeMemory();
  return replace({
    folders: buildOutput(fleet, { only, shard, memory }),
    present: memory?.output,
    only,
    shard,
    inputs: [...loaded.files, fleet.lock.file],
    commit: id => {
      if (shard?.isFirst ?? true) writeLock(fleet.lock.file, fleet.lock.lock, only, id);
    },
  });
}

/**
 * Runs as `cdk8s synth` runs it. The cdk8s command answers an app that fails with a stack trace of its own;
 * an app that succeeds and leaves no output folder makes it fail with one line, and the same exit status.
 */
function main(): void {
  tuneV8();
  const folder = process.env.CDK8S_OUTDIR ?? 'dist';
  const underCdk8s = process.env.CDK8S_RECORD_CONSTRUCT_METADATA !== undefined;
  const status = guarded(() => synthesize(process.env.REGISTRY_FLEET ?? 'fleet.yaml', folder));
  if (status !== 0 && underCdk8s) withdraw(folder);
  process.exitCode = underCdk8s ? 0 : status;
}

/** What the user can fix is reported in one line. */
function guarded(run: () => number): number {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof OutputError || error instanceof EnvironmentError)) throw error;
    console.error(`error: ${shownText(error.message)}`);
    return 2;
  }
}

if (require.main === module) main();
