/** Which OpenShift versions have a driver for each backend. */

import type { BackendName } from './platforms';
import { compareVersions } from './versions';

/** First and last version with a driver. */
export interface DriverVersions {
  readonly first: string;
  readonly last?: string;
}

/**
 * One row per driver.
 *
 * @see openshift/cluster-image-registry-operator pkg/storage/storage.go, its release branches
 */
export const DRIVERS: Readonly<Record<BackendName, DriverVersions>> = {
  s3: { first: '4.3' },
  gcs: { first: '4.3' },
  azure: { first: '4.3' },
  swift: { first: '4.3' },
  ibmcos: { first: '4.9' },
  oss: { first: '4.10', last: '4.16' },
  pvc: { first: '4.3' },
  emptyDir: { first: '4.3' },
};

/** Whether the operator of the version can use the backend. */
export function hasDriver(backend: BackendName, version: string): boolean {
  const { first, last } = DRIVERS[backend];
  return compareVersions(version, first) >= 0 && (last === undefined || compareVersions(version, last) <= 0);
}
