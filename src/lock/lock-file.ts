/** `fleet.lock.yaml`: where each cluster's images live, remembered from run to run. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isPlainMap } from '../config/plain-map';
import { parseYaml } from '../load/parse-yaml';
import { toYaml } from '../output/yaml';

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
  const { values, problems } = parseYaml(readFileSync(file, 'utf8'));
  const [root] = values;
  if (problems.length > 0 || !isPlainMap(root)) return undefined;
  const clusters = root.clusters ?? {};
  if (!isPlainMap(clusters) || !Object.values(clusters).every(isIdentity)) return undefined;
  return clusters as Lock;
}

const isIdentity = (value: unknown): value is Identity =>
  isPlainMap(value) && Object.values(value).every(part => typeof part === 'string');

/** Writes the lock where it changed. */
export function writeLock(file: string, lock: Lock): void {
  const text = lockText(lock);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
}

/** The lock's text. */
export const lockText = (lock: Lock): string => HEADER + toYaml({ clusters: lock });
