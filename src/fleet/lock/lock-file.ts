/** `fleet.lock.yaml`: where each cluster's images live, remembered from run to run. */

import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPlainMap } from '../../config/plain-map';
import { parseYaml } from '../../load/yaml/parse-yaml';
import { OutputError } from '../../output/output-error';
import { toYaml } from '../../output/yaml';

/** What identifies a cluster's storage: backend, bucket or claim, account, endpoint. */
export type Identity = Readonly<Record<string, string>>;

/** Cluster name to identity. */
export type Lock = Readonly<Record<string, Identity>>;

const HEADER = `# Where the images of each cluster live. Kept by synth; commit it, and do not edit it.
# A change here means that images stay behind: synth refuses it until fleet.yaml acknowledges it.
`;

/** The lock beside a fleet file: `fleet.yaml` has `fleet.lock.yaml`. */
export const lockFileOf = (fleetFile: string): string =>
  join(dirname(fleetFile), `${basename(fleetFile).replace(/\.ya?ml$/, '')}.lock.yaml`);

/** The lock as it was left, empty where there is none, undefined where it cannot be understood. */
export function readLock(file: string): Lock | undefined {
  if (!existsSync(file)) return {};
  const { values, problems } = parseYaml(tryRead(file) ?? '');
  const [root] = values;
  if (problems.length > 0 || values.length > 1 || !isPlainMap(root)) return undefined;
  const clusters = root.clusters ?? {};
  if (!isPlainMap(clusters) || !Object.values(clusters).every(isIdentity)) return undefined;
  return clusters as Lock;
}

const isIdentity = (value: unknown): value is Identity =>
  isPlainMap(value) && Object.values(value).every(part => typeof part === 'string');

/** Writes the lock where it changed, as a whole or not at all; of some clusters alone, where they are named. */
export function writeLock(file: string, lock: Lock, only: readonly string[] = []): void {
  if (isCurrent(file, lock, only)) return;
  const next = `${file}.next`;
  try {
    writeFileSync(next, textFor(file, lock, only));
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw new OutputError(`${file} cannot be written: ${(error as Error).message}`);
  }
}

/** Whether the file is what `writeLock` would write. */
export const isCurrent = (file: string, lock: Lock, only: readonly string[] = []): boolean =>
  tryRead(file) === textFor(file, lock, only);

const textFor = (file: string, lock: Lock, only: readonly string[]): string =>
  lockText(only.length === 0 ? lock : { ...readLock(file), ...pick(lock, only) });

function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

const pick = (lock: Lock, names: readonly string[]): Lock =>
  Object.fromEntries(Object.entries(lock).filter(([name]) => names.includes(name)));

/** The lock's text. */
export const lockText = (lock: Lock): string => HEADER + toYaml({ clusters: lock });
