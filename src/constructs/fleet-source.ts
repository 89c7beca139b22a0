/** One cluster of a fleet file as the configuration of a registry. The file is read and checked once for each app. */

import type { IConstruct } from 'constructs';
import type { Inputs } from '../config/inputs';
import { didYouMean } from '../config/nearest';
import { isPlainMap } from '../config/plain-map';
import type { Finding } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import { LOCK_CODES } from '../findings/lock-codes';
import { checkCluster } from '../fleet/check-cluster';
import { checkWithLock } from '../fleet/lock/check-lock';
import { type LoadedCluster, type LoadedFleet, loadFleet } from '../load/load-fleet';
import { readInputs } from '../load/read-inputs';
import { FLEET_RULES } from '../rules/fleet/fleet';
import type { FleetFileProps } from './props';
import type { CheckedRegistry, RegistrySource } from './source';

/** A fleet file that was read and checked, its lock included. */
interface OpenFleet {
  readonly inputs: Inputs;
  readonly loaded: LoadedFleet;
  readonly clusters: ReadonlyMap<string, LoadedCluster>;
  /** Findings that belong to no single cluster; the first registry of the file takes it, so that it is reported once. */
  common: readonly Finding[];
  /** Findings that compare clusters, by cluster. */
  readonly together: ReadonlyMap<string, readonly Finding[]>;
}

/** By app, then by file. */
const FLEETS = new WeakMap<IConstruct, Map<string, OpenFleet>>();

/** The cluster of a fleet file; what is wrong with the file is reported when the app is synthesized. */
export function fleetSource(scope: IConstruct, { file, cluster }: FleetFileProps): RegistrySource {
  const fleet = openedBy(scope.node.root, file);
  const { common } = fleet;
  fleet.common = [];
  return {
    cluster,
    check: (grants, construct): CheckedRegistry => {
      const own = fleet.clusters.get(cluster);
      if (own === undefined) return { findings: [...common, ...unknown(fleet, cluster, construct)] };
      const { cluster: merged, describe } = grants.applyTo(own.merged(), construct);
      const { model, findings } = checkCluster(mergedTo(own, merged), fleet.inputs, { infos: true });
      const all = [...common, ...findings.map(describe), ...(fleet.together.get(cluster) ?? [])];
      return { ...(model ? { model } : {}), findings: all };
    },
  };
}

/** The same cluster with grants of the program in it. */
const mergedTo = (cluster: LoadedCluster, merged: unknown): LoadedCluster => ({
  own: cluster.own,
  layers: cluster.layers,
  unknownProfiles: cluster.unknownProfiles,
  merged: () => merged,
  locate: path => cluster.locate(path),
  written: path => cluster.written(path),
});

function openedBy(root: IConstruct, file: string): OpenFleet {
  const opened = FLEETS.get(root) ?? new Map<string, OpenFleet>();
  FLEETS.set(root, opened);
  const fleet = opened.get(file) ?? open(file);
  opened.set(file, fleet);
  return fleet;
}

/** Codes of findings that compare clusters with one another, or with the lock. */
const TOGETHER: ReadonlySet<string> = new Set([...FLEET_RULES.map(({ code }) => code), ...Object.keys(LOCK_CODES)]);

function open(file: string): OpenFleet {
  const loaded = loadFleet(file);
  const { checked, lock } = checkWithLock(loaded, readInputs(), { infos: false });
  const { inputs } = checked;
  const { findings } = lock;
  const together = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!TOGETHER.has(finding.code)) continue;
    for (const cluster of finding.clusters ?? []) together.set(cluster, [...(together.get(cluster) ?? []), finding]);
  }
  const common = findings.filter(({ clusters }) => clusters === undefined);
  return { inputs, loaded, clusters: byName(loaded), common, together };
}

/** The first of several clusters with the same name; the duplicates are a finding of their own. */
function byName({ clusters }: LoadedFleet): ReadonlyMap<string, LoadedCluster> {
  const named = clusters.map((cluster): [unknown, LoadedCluster] => {
    const merged = cluster.merged();
    return [isPlainMap(merged) ? merged.name : undefined, cluster];
  });
  return new Map(named.reverse().flatMap(([name, cluster]) => (typeof name === 'string' ? [[name, cluster]] : [])));
}

/** Nothing where the file cannot be read: it may have the cluster, and its own mistake is an error already. */
function unknown(fleet: OpenFleet, name: string, construct: string): readonly Finding[] {
  if (fleet.loaded.findings.some(({ severity }) => severity === 'error')) return [];
  const known = [...fleet.clusters.keys()].sort();
  const what = `${fleet.loaded.file} has no cluster "${name}"${didYouMean(name, known)}`;
  return [{ ...generalProblem('UNKNOWN_CLUSTER', [], what), place: fleet.loaded.locate(['clusters']), construct }];
}
