/** `fleet.lock.yaml`: where each cluster's images live, remembered from run to run. */

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPlainMap } from '../../config/plain-map';
import { parseYaml } from '../../load/yaml/parse-yaml';
import type { StorageIdentity } from '../../model/storage-change';
import { replaceFile } from '../../output/replace-file';
import { toYaml } from '../../output/yaml';

/** What is remembered. */
export interface Lock {
  /** Cluster name to where its images live. */
  readonly clusters: Readonly<Record<string, StorageIdentity>>;
  /** Acknowledged changes that have happened, for as long as the configuration still has the entry; sorted. */
  readonly acknowledged: readonly string[];
}

/** A lock that remembers nothing. */
export const EMPTY_LOCK: Lock = { clusters: {}, acknowledged: [] };

const HEADER = `# Where the images of each cluster live. Kept by synth; commit it, and do not edit it.
# A change here means that images stay behind: synth refuses it until fleet.yaml acknowledges it.
`;

/** The lock beside a fleet file: `fleet.yaml` has `fleet.lock.yaml`. */
export const lockFileOf = (fleetFile: string): string =>
  join(dirname(fleetFile), `${basename(fleetFile).replace(/\.ya?ml$/, '')}.lock.yaml`);

/** The lock as it was left, empty where there is none, undefined where it cannot be understood. */
export function readLock(file: string): Lock | undefined {
  if (!existsSync(file)) return EMPTY_LOCK;
  const { values, problems } = parseYaml(tryRead(file) ?? '');
  const [root] = values;
  if (problems.length > 0 || values.length > 1 || !isPlainMap(root)) return undefined;
  const { clusters = {}, acknowledged = [] } = root;
  if (!isPlainMap(clusters) || !Object.values(clusters).every(isIdentity)) return undefined;
  if (!Array.isArray(acknowledged) || !acknowledged.every(change => typeof change === 'string')) return undefined;
  return { clusters: clusters as Lock['clusters'], acknowledged };
}

const isIdentity = (value: unknown): value is StorageIdentity =>
  isPlainMap(value) && Object.values(value).every(part => typeof part === 'string');

/** Where the images of a cluster lived, as far as it is known. */
export const identityIn = ({ clusters }: Lock, name: string): StorageIdentity | undefined =>
  Object.hasOwn(clusters, name) ? clusters[name] : undefined;

/**
 * Writes the lock where it changed, as a whole or not at all; of some clusters alone, where they are named. `id` tells what
 * is made beside the file from what others make there.
 */
export function writeLock(file: string, lock: Lock, only: readonly string[] = [], id?: string): void {
  if (isCurrent(file, lock, only)) return;
  replaceFile(file, textFor(file, lock, only), id);
}

/** Whether the file is what `writeLock` would write. */
export const isCurrent = (file: string, lock: Lock, only: readonly string[] = []): boolean =>
  tryRead(file) === textFor(file, lock, only);

const textFor = (file: string, lock: Lock, only: readonly string[]): string =>
  lockText(only.length === 0 ? lock : inPart(readLock(file) ?? EMPTY_LOCK, lock, only));

/** The lock in which some clusters alone are brought up to date; a change of another one has not happened. */
function inPart(before: Lock, { clusters, acknowledged }: Lock, only: readonly string[]): Lock {
  const named = Object.entries(clusters).filter(([name]) => only.includes(name));
  const happened = (change: string): boolean =>
    before.acknowledged.includes(change) || only.includes(change.split(' ')[0] ?? '');
  return {
    clusters: { ...before.clusters, ...Object.fromEntries(named) },
    acknowledged: acknowledged.filter(happened),
  };
}

function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** The lock's text. */
export const lockText = ({ clusters, acknowledged }: Lock): string =>
  HEADER + toYaml({ ...(acknowledged.length > 0 ? { acknowledged } : {}), clusters });
