/** The cdk8s app, top to bottom: fleet.yaml, load, check, construct, write. */

import { type CheckedFleet, checkFleet } from './check/check-fleet';
import { type CheckedLock, checkLock } from './check/check-lock';
import { modelsOf } from './check/models';
import { exitStatus } from './findings/exit-status';
import type { Finding } from './findings/finding';
import { formatText } from './findings/format-text';
import { loadFleet } from './load/load-fleet';
import { readInputs } from './load/read-inputs';
import { writeLock } from './lock/lock-file';
import { filesOf, type OutputFile } from './output/manifest-file';
import { OutputError, replaceFolder, withdraw } from './output/output-folder';
import { buildManifests } from './registry/build-manifests';

/** A fleet after load and check: findings, and what is needed to build it. */
export interface PreparedFleet {
  readonly checked: CheckedFleet;
  readonly lock: CheckedLock;
  readonly findings: readonly Finding[];
}

/** Reads and checks a fleet file; nothing is written. */
export function prepare(file: string): PreparedFleet {
  const checked = checkFleet(loadFleet(file), readInputs());
  const lock = checkLock(checked);
  return { checked, lock, findings: lock.findings };
}

/** Builds the files of the output one cluster at a time; only of the clusters named, where some are. */
export function* buildFiles({ checked }: PreparedFleet, only: readonly string[] = []): Generator<OutputFile> {
  for (const model of modelsOf(checked, readInputs(), only)) {
    yield* filesOf(`clusters/${model.name}`, buildManifests(model));
  }
}

/** Makes the output folder from a fleet file and returns the exit status. */
export function synthesize(file: string, folder: string): number {
  const fleet = prepare(file);
  if (fleet.findings.length > 0) console.error(formatText(fleet.findings, { colour: process.stderr.isTTY === true }));
  const status = exitStatus(fleet.findings);
  if (status !== 0) return status;
  replaceFolder(folder, buildFiles(fleet));
  writeLock(fleet.lock.file, fleet.lock.lock);
  return 0;
}

/**
 * Runs as `cdk8s synth` runs it. The cdk8s command answers an app that fails with a stack trace of its own;
 * an app that succeeds and leaves no output folder makes it fail with one line, and the same exit status.
 */
function main(): void {
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
    if (!(error instanceof OutputError)) throw error;
    console.error(`error: ${error.message}`);
    return 2;
  }
}

if (require.main === module) main();
