/** The storage backends of the operator, one file each. */

import type { Storage } from '../config/shape/storage';
import { remembered } from '../values/remembered';
import { azure } from './backends/azure';
import type { Backend, SharedStorage } from './backends/backend';
import { emptyDir } from './backends/empty-dir';
import { gcs } from './backends/gcs';
import { ibmcos } from './backends/ibmcos';
import { oss } from './backends/oss';
import { pvc } from './backends/pvc';
import { s3 } from './backends/s3';
import { swift } from './backends/swift';
import { compareVersions } from './versions';

/** Every backend that `storage` can name; OpenShift Data Foundation is used through `s3` and `pvc`. */
const TABLE = { s3, gcs, azure, swift, ibmcos, oss, pvc, emptyDir } satisfies Readonly<
  Record<keyof Omit<Storage, 'managementState' | 'odf'>, Backend>
>;

/** Key of a backend in the operator's `spec.storage`. */
export type BackendName = keyof typeof TABLE;

/** Everything about each backend. */
export const BACKENDS: Readonly<Record<BackendName, Backend>> = TABLE;

/** Every backend, in the order they are listed everywhere. */
export const BACKEND_NAMES = Object.keys(TABLE) as readonly BackendName[];

/** Whether the name is that of a backend. */
export const isBackend = (name: string): name is BackendName => Object.hasOwn(BACKENDS, name);

/** Whether the operator of the version can use the backend. */
export const hasDriver = (backend: BackendName, version: string): boolean =>
  compareVersions(version, BACKENDS[backend].driver.first) >= 0 && !isGone(backend, version);

/** Whether the version is newer than the last one with a driver. */
export function isGone(backend: BackendName, version: string): boolean {
  const { last } = BACKENDS[backend].driver;
  return last !== undefined && compareVersions(version, last) > 0;
}

/** The field that a part of the identity is read from. */
const fieldOf = (from: Backend['identity'][string]): string => (typeof from === 'string' ? from : from.field);

/** The field that a part of the identity is read from; undefined where the backend has no such part. */
export function identityField(backend: BackendName, part: string): string | undefined {
  const from = BACKENDS[backend].identity[part];
  return from === undefined ? undefined : fieldOf(from);
}

/** What the lock remembers of storage with these fields: the parts that are set. */
export function identityOf(
  backend: BackendName,
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const identity: Record<string, string> = { backend };
  for (const { part, field, form } of partsOf(backend)) {
    const value = fields[field];
    const same = value && form ? form(String(value), fields) : value;
    if (same) identity[part] = String(same);
  }
  return identity;
}

/** The parts of an identity, listed once for each backend. */
const partsOf = remembered((backend: BackendName) =>
  Object.entries(BACKENDS[backend].identity).map(([part, from]) => ({
    part,
    field: fieldOf(from),
    form: typeof from === 'string' ? undefined : from.form,
  })),
);

/**
 * What names the same storage to every cluster; undefined for storage within one cluster, which bucket claims and the
 * operator's own storage are too, and where a part of the name is missing.
 */
export function sharingOf(identity: Readonly<Record<string, string>>): SharedStorage | undefined {
  const { backend = '' } = identity;
  const shared = isBackend(backend) ? BACKENDS[backend].shared : 'never';
  return shared === 'never' || shared.named.some(part => !identity[part]) ? undefined : shared;
}
