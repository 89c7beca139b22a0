/** Rules that look at all clusters together. */

import type { Acceptance } from '../../config/shape/acceptance';
import type { Fleet } from '../../config/shape/fleet';
import type { CustomRoute } from '../../config/shape/routes';
import { type CatalogueEntry, problemOf } from '../../findings/catalogue-entry';
import type { ConfigPath, Problem } from '../../findings/finding';
import { hubPolicyOf } from '../../model/bucket-keys';
import type { HubPolicyModel } from '../../model/hub-policy';
import type { RegistryModel } from '../../model/model';
import { fixedOf, growthOf } from '../../model/storage/claim-identity';
import type { StorageIdentity } from '../../model/storage-change';
import type { TakeoverModel } from '../../model/takeover';
import { whereImagesLive } from '../../model/where-images-live';
import { NONE } from '../../values/none';
import { sharedList, sharedRepeated } from '../../values/shared-list';
import type { Hit } from '../rule';

/** What fleet rules may know of a cluster; small, because thousands are held at once. */
export interface ClusterSummary {
  /** Position in the fleet. */
  readonly index: number;
  readonly name: string;
  readonly platform: RegistryModel['platform'];
  /** Names of the profiles it uses. */
  readonly profiles: readonly string[];
  /** Where its images live, whether git names the storage or not. */
  readonly images: StorageIdentity;
  /** The storage that git names. */
  readonly storage?: StorageSummary;
  /** Dangerous states that the fleet has acknowledged, in the words of the acknowledgement. */
  readonly states: readonly string[];
  /** Findings that are fine on this cluster. */
  readonly accept: readonly Acceptance[];
  /** Host names of its routes, and where they are written. */
  readonly hostnames: readonly { readonly hostname: string; readonly path: ConfigPath }[];
  /** Domain of its routes, where it is known. */
  readonly domain?: string;
  /** The acknowledged change of backend that is under way, in the words of its acknowledgement, and who takes over. */
  readonly changing?: { readonly change: string; readonly by: TakeoverModel['by'] };
  /** Whether the Config is not managed here: then nothing here decides where images live. */
  readonly othersConfig: boolean;
  /** The policy of the hub that brings its keys, and where its placement is written. */
  readonly hub?: { readonly path: ConfigPath; readonly policy: HubPolicyModel };
  /** Whether the registry is Removed. */
  readonly removed: boolean;
}

/** What is kept of the storage that git names. */
export interface StorageSummary {
  /** Where it is written. */
  readonly path: ConfigPath;
  /** Settings that the API server does not let change, by their path below the backend. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Whether a claim can grow: static volumes never do, and those of a class where the class says so. */
  readonly growth: 'possible' | 'forbidden' | 'static';
}

/** One place where a fleet rule is broken. */
export interface FleetHit extends Hit {
  /** The cluster that `path` is in, by position; absent for the fleet file itself. */
  readonly cluster?: number;
  /** A cluster before it that has the same at this path, by position: people see its place beside what is wrong. */
  readonly earlier?: number;
}

/** A problem of one cluster, or of the fleet file. */
export interface FleetProblem extends Problem {
  /** Position of the cluster; absent for the fleet file itself. */
  readonly cluster?: number;
  /** Position of a cluster before it that has the same at this path. */
  readonly earlier?: number;
}

/** One rule over all clusters. */
export interface FleetRule extends CatalogueEntry {
  /** A whole fleet, in YAML, that breaks the rule. */
  readonly bad: string;
  /** The same, fixed. */
  readonly good: string;
  readonly check: (clusters: readonly ClusterSummary[], fleet: Fleet) => readonly FleetHit[];
}

/** Every problem the rules find. */
export const runFleetRules = (
  rules: readonly FleetRule[],
  clusters: readonly ClusterSummary[],
  fleet: Fleet,
): readonly FleetProblem[] =>
  rules.flatMap(rule =>
    rule.check(clusters, fleet).map(
      ({ cluster, earlier, ...hit }): FleetProblem => ({
        ...problemOf(rule, hit.path, hit.what, hit),
        cluster,
        earlier,
      }),
    ),
  );

/** What is kept of a model. */
export function summarise(model: RegistryModel, index: number, states: readonly string[] = []): ClusterSummary {
  const { config, storage, registry, takeover } = model;
  return {
    index,
    name: model.name,
    platform: model.platform,
    profiles: config.profiles ? sharedRepeated(config.profiles) : NONE,
    images: whereImagesLive(model),
    storage: storage && { path: storage.path, fixed: fixedOf(storage), growth: growthOf(storage) },
    states: states.length === 0 ? NONE : states,
    accept: config.accept ?? NONE,
    hostnames: config.routes?.custom?.map(hostnameOf) ?? NONE,
    domain: model.ingressDomain || undefined,
    changing: takeover?.change === undefined ? undefined : { change: takeover.change, by: takeover.by },
    othersConfig: config.registry?.own === false,
    hub: hubOf(model),
    removed: registry?.managementState === 'Removed',
  };
}

const hostnameOf = ({ hostname }: CustomRoute, position: number): ClusterSummary['hostnames'][number] => ({
  hostname,
  path: sharedList(['routes', 'custom', position, 'hostname']),
});

function hubOf({ bucketKeys }: RegistryModel): ClusterSummary['hub'] {
  const policy = hubPolicyOf(bucketKeys);
  return bucketKeys && policy && { path: [...bucketKeys.path, 'placement'], policy };
}
