/** The cdk8s app, top to bottom: fleet.yaml, load, check, construct, write. */

import { argocdManifests } from './argocd/argocd-manifests';
import { EmittedKinds } from './argocd/emitted-kinds';
import { ownRights, sharedRights, syncedManifests } from './argocd/rights';
import { exitStatus } from './findings/exit-status';
import type { Finding } from './findings/finding';
import { formatText } from './findings/format-text';
import { shownText } from './findings/shown';
import type { CheckedFleet, CheckOptions } from './fleet/check-fleet';
import { type CheckedLock, checkWithLock, type LockOptions } from './fleet/lock/check-lock';
import { lockFileOf, writeLock } from './fleet/lock/lock-file';
import { modelsOf } from './fleet/models';
import { pluginGround, withPluginFindings } from './fleet/plugin';
import { EnvironmentError } from './load/clock';
import { loadFleet } from './load/load-fleet';
import { readInputs } from './load/read-inputs';
import { keepHeapSmall } from './load/small-heap';
import { HubObjects } from './manifests/bucket-keys/hub';
import { buildManifests } from './manifests/build-manifests';
import { filesOf, type OutputFile } from './output/manifest-file';
import { OutputError } from './output/output-error';
import { withdraw } from './output/output-folder';
import { asOnlyWriter, type ReplaceOutput } from './output/output-writer';

/** A fleet after load and check: findings, and what is needed to build it. */
export interface PreparedFleet {
  readonly checked: CheckedFleet;
  readonly lock: CheckedLock;
  readonly findings: readonly Finding[];
}

/** Reads and checks a fleet file; nothing is written. */
export function prepare(file: string, options: LockOptions = {}): PreparedFleet {
  const { checked, lock } = checkWithLock(loadFleet(file), readInputs(), options);
  return { checked, lock, findings: lock.findings };
}

/** The same as the config management plugin of Argo CD does it, for whom the configuration is somebody's input. */
export function prepareInPlugin(file: string, secrets: boolean): PreparedFleet {
  const { files, inputs } = pluginGround(file, secrets);
  const loaded = loadFleet(file, files);
  const { checked, lock } = checkWithLock(loaded, inputs, NO_INFOS);
  return { checked, lock, findings: withPluginFindings(loaded, lock.findings, secrets) };
}

/**
 * Builds the files of the output one cluster at a time. What all clusters share, Argo CD's own objects and the hub's
 * policies, comes last, and not where only some clusters are asked for.
 */
export function* buildFiles(
  { checked }: Pick<PreparedFleet, 'checked'>,
  only: readonly string[] = [],
): Generator<OutputFile> {
  const emitted = new EmittedKinds();
  const hub = new HubObjects();
  const { argocd } = checked.fleet;
  for (const model of modelsOf(checked, only)) {
    const manifests = buildManifests(model);
    for (const manifest of manifests) emitted.add(model.name, manifest);
    hub.add(model);
    yield* filesOf(`clusters/${model.name}`, argocd === undefined ? manifests : syncedManifests(argocd, manifests));
  }
  if (only.length > 0) return;
  yield* filesOf('hub', hub.manifests());
  if (argocd === undefined) return;
  yield* filesOf('argocd', argocdManifests(argocd, emitted));
  yield* filesOf('rights', sharedRights(argocd, emitted));
  for (const { cluster, manifests } of ownRights(argocd, emitted)) yield* filesOf(`rights/${cluster}`, manifests);
}

/** Makes the output folder from a fleet file and returns the exit status. */
export function synthesize(file: string, folder: string): number {
  return writing(file, folder, replace => {
    const fleet = prepare(file, { ...NO_INFOS, output: folder });
    report(fleet.findings);
    const status = exitStatus(fleet.findings);
    if (status === 0) writeOutput(fleet, replace);
    return status;
  });
}

/** Runs something as the only one that writes the output folder and, with it, the lock of the fleet. */
export const writing = <T>(file: string, folder: string, run: (replace: ReplaceOutput) => T): T =>
  asOnlyWriter({ folder, fleetFile: file, fleetLock: lockFileOf(file), tell: line => console.error(line) }, run);

/** For those who show findings with `report`. */
export const NO_INFOS: CheckOptions = { infos: false };

/** Tells people what was found, on standard error; what only explains is left to `check`. */
export function report(findings: readonly Finding[]): void {
  const loud = findings.filter(({ severity }) => severity !== 'info');
  if (loud.length > 0) console.error(formatText(loud, { colour: wantsColour(process.stderr) }));
}

/** Whether the stream is a terminal whose user has nothing against colours; see https://no-color.org. */
export const wantsColour = (stream: { readonly isTTY?: boolean }): boolean =>
  stream.isTTY === true && (process.env.NO_COLOR ?? '') === '';

/** Writes what was prepared: the output folder, and then the lock, which must never be ahead of it. */
export function writeOutput(fleet: PreparedFleet, replace: ReplaceOutput, only: readonly string[] = []): void {
  const { loaded } = fleet.checked;
  replace({
    files: buildFiles(fleet, only),
    only,
    inputs: [...loaded.files, fleet.lock.file],
    commit: id => writeLock(fleet.lock.file, fleet.lock.lock, only, id),
  });
}

/**
 * Runs as `cdk8s synth` runs it. The cdk8s command answers an app that fails with a stack trace of its own;
 * an app that succeeds and leaves no output folder makes it fail with one line, and the same exit status.
 */
function main(): void {
  keepHeapSmall();
  const folder = process.env.CDK8S_OUTDIR ?? 'dist';
  const underCdk8s = process.env.CDK8S_RECORD_CONSTRUCT_METADATA !== undefined;
  const status = guarded(() => synthesize(process.env.REGISTRY_FLEET ?? 'fleet.yaml', folder));
  if (status !== 0 && underCdk8s) withdraw(folder);
  process.exitCode = underCdk8s ? 0 : status;
}

/** What the user can mend is told in one line. */
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
