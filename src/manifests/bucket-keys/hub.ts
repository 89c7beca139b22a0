/** What belongs on the hub: one policy for all clusters with the same policy and placement, and what places it. */

import { ManagedClusterSetBinding, Placement } from '../../../imports/cluster.open-cluster-management.io';
import {
  PlacementBinding,
  PlacementBindingPlacementRefApiGroup,
  PlacementBindingPlacementRefKind,
  PlacementBindingSubjectsApiGroup,
  PlacementBindingSubjectsKind,
  Policy,
} from '../../../imports/policy.open-cluster-management.io';
import type { Metadata } from '../../config/shape/kubernetes';
import { type BucketKeysModel, hubPolicyOf } from '../../model/bucket-keys';
import type { HubPolicyModel } from '../../model/hub-policy';
import type { RegistryModel } from '../../model/model';
import { type Definition, define } from '../common/definition';
import type { Manifest } from '../common/manifest';
import { type Marks, objectMetadata } from '../common/metadata';
import { policyForHub } from './acm';

/** A policy, and the clusters that share it. */
interface Shared {
  readonly policy: HubPolicyModel;
  readonly keys: BucketKeysModel;
  readonly clusters: string[];
  metadata: Metadata;
}

/** A cluster that has a policy on the hub. */
export type HubShare = Pick<RegistryModel, 'name' | 'metadata' | 'bucketKeys'>;

/** What the hub needs to know of a cluster; nothing for most. */
export const hubShareOf = ({ name, metadata, bucketKeys }: RegistryModel): HubShare | undefined =>
  hubPolicyOf(bucketKeys) && { name, metadata, bucketKeys };

/** Sums up clusters one by one: of each only its name is kept, and what its policy does. */
export class HubObjects {
  readonly #shared = new Map<string, Shared>();

  /** Takes note of a cluster; most need nothing on the hub. */
  add({ name, metadata, bucketKeys }: HubShare): void {
    const policy = hubPolicyOf(bucketKeys);
    if (bucketKeys === undefined || policy === undefined) return;
    const key = `${policy.namespace}/${policy.name}`;
    const known = this.#shared.get(key);
    if (known === undefined) {
      this.#shared.set(key, { policy, keys: bucketKeys, clusters: [name], metadata });
      return;
    }
    known.clusters.push(name);
    known.metadata = common(known.metadata, metadata);
  }

  /** Everything on the hub as plain data. */
  manifests(): readonly Manifest[] {
    const all = [...this.#shared.values()];
    return [...all.flatMap(defineShared), ...setsOf(all).map(defineBinding)].map(definition => definition.manifest());
  }
}

/** Labels and annotations that both have; a policy of many clusters carries what is true of all. */
const common = (a: Metadata, b: Metadata): Metadata => ({
  labels: both(a.labels, b.labels),
  annotations: both(a.annotations, b.annotations),
});

const both = (a: Metadata['labels'] = {}, b: Metadata['labels'] = {}): Metadata['labels'] =>
  Object.fromEntries(Object.entries(a).filter(([key, value]) => b[key] === value));

function defineShared(shared: Shared): readonly Definition[] {
  const { policy, keys } = shared;
  const { name, namespace } = policy;
  const metadata = objectMetadata({ metadata: shared.metadata }, { role: 'policy', name, namespace });
  return [
    define(Policy, `Policy-${namespace}-${name}`, {
      metadata: { ...metadata, annotations: { ...metadata.annotations, [DESCRIPTION]: describe(keys) } },
      spec: { disabled: false, policyTemplates: [{ objectDefinition: policyForHub(keys) }] },
    }),
    definePlacement(metadata, shared),
    define(PlacementBinding, `PlacementBinding-${namespace}-${name}`, {
      metadata,
      placementRef: {
        apiGroup: PlacementBindingPlacementRefApiGroup.CLUSTER_PERIOD_OPEN_HYPHEN_CLUSTER_HYPHEN_MANAGEMENT_PERIOD_IO,
        kind: PlacementBindingPlacementRefKind.PLACEMENT,
        name,
      },
      subjects: [
        {
          apiGroup: PlacementBindingSubjectsApiGroup.POLICY_PERIOD_OPEN_HYPHEN_CLUSTER_HYPHEN_MANAGEMENT_PERIOD_IO,
          kind: PlacementBindingSubjectsKind.POLICY,
          name,
        },
      ],
    }),
  ];
}

/** What the console of ACM shows beside the name, which says little. */
const DESCRIPTION = 'policy.open-cluster-management.io/description';
const describe = ({ claim }: BucketKeysModel): string =>
  `Keys of the bucket claim ${claim.namespace}/${claim.name} for the image registry`;

/** A managed cluster carries its name as a label too. */
function definePlacement(metadata: Marks, { policy, clusters }: Shared): Definition {
  const { matchLabels, clusterSets } = policy;
  const labelSelector = matchLabels
    ? { matchLabels: { ...matchLabels } }
    : { matchExpressions: [{ key: 'name', operator: 'In', values: [...clusters].sort() }] };
  const all = matchLabels !== undefined && Object.keys(matchLabels).length === 0;
  return define(Placement, `Placement-${policy.namespace}-${policy.name}`, {
    metadata,
    spec: {
      ...(clusterSets.length > 0 ? { clusterSets: [...clusterSets] } : {}),
      ...(all ? {} : { predicates: [{ requiredClusterSelector: { labelSelector } }] }),
    },
  });
}

interface BoundSet {
  readonly namespace: string;
  readonly set: string;
}

/** Every set that a placement names, once for each namespace. */
function setsOf(all: readonly Shared[]): readonly BoundSet[] {
  const sets = all.flatMap(({ policy: { namespace, clusterSets } }) => clusterSets.map(set => ({ namespace, set })));
  return [...new Map(sets.map(bound => [`${bound.namespace}/${bound.set}`, bound])).values()];
}

/** Without it no placement in the namespace may choose from the set, and none says so. */
function defineBinding({ namespace, set }: BoundSet): Definition {
  return define(ManagedClusterSetBinding, `Binding-${namespace}-${set}`, {
    metadata: objectMetadata({ metadata: {} }, { role: 'clusterSetBinding', name: set, namespace }),
    spec: { clusterSet: set },
  });
}
