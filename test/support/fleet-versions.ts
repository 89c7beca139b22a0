/** OpenShift version of every cluster of a fleet file, for checks against that version's API. */

import { loadFleet } from '../../src/load/load-fleet';

/** Cluster name to version; clusters without a name or version are left out. */
export function versionsOf(fleetFile: string): Map<string, string> {
  const versions = new Map<string, string>();
  for (const cluster of loadFleet(fleetFile).clusters) {
    const { name, openshift } = cluster.merged() as { name?: string; openshift?: string };
    if (name !== undefined && openshift !== undefined) versions.set(name, openshift);
  }
  return versions;
}
