/** Keys by Advanced Cluster Management: a policy on the cluster itself, or wrapped for the hub. */

import type { Construct } from 'constructs';
import { Placement } from '../../../imports/cluster.open-cluster-management.io';
import {
  ConfigurationPolicy,
  type ConfigurationPolicySpec,
  ConfigurationPolicySpecPruneObjectBehavior,
  ConfigurationPolicySpecRemediationAction,
  ConfigurationPolicySpecSeverity,
  PlacementBinding,
  PlacementBindingPlacementRefApiGroup,
  PlacementBindingPlacementRefKind,
  PlacementBindingSubjectsApiGroup,
  PlacementBindingSubjectsKind,
  Policy,
} from '../../../imports/policy.open-cluster-management.io';
import type { AcmPlacement } from '../../config/shape/bucket-claim';
import type { BucketKeysModel } from '../../model/bucket-keys';
import { hubPolicyName } from '../../model/bucket-keys';
import type { RegistryModel } from '../../model/model';
import { objectMetadata } from '../common/metadata';
import { policyTemplate } from './policy-template';

type ByPolicy = Extract<BucketKeysModel, { readonly mode: 'acm' }>;

/** Name of the policy on a managed cluster. */
const POLICY_NAME = 'registry-bucket-keys';

/** Defines the policy where the cluster itself is to have it; with a placement it is the hub's. */
export function defineKeysByPolicy(scope: Construct, model: RegistryModel, keys: ByPolicy): void {
  if (keys.placement !== undefined) return;
  new ConfigurationPolicy(scope, 'BucketKeysPolicy', {
    metadata: objectMetadata(model, { role: 'policy', name: POLICY_NAME, namespace: keys.namespace }),
    spec: policySpec(keys),
  });
}

/** Whether `defineHub` has anything to define. */
export const hasHub = ({ bucketKeys: keys }: RegistryModel): boolean =>
  keys?.mode === 'acm' && keys.placement !== undefined;

/** Defines what belongs on the hub for one cluster: the policy, and for which managed clusters it is. */
export function defineHub(scope: Construct, model: RegistryModel): void {
  const { bucketKeys: keys } = model;
  if (keys?.mode !== 'acm' || keys.placement === undefined) return;
  const metadata = objectMetadata(model, {
    role: 'policy',
    name: hubPolicyName(model.name),
    namespace: keys.namespace,
  });
  const policy = ConfigurationPolicy.manifest({ metadata: { name: POLICY_NAME }, spec: policySpec(keys) });
  new Policy(scope, 'Policy', {
    metadata,
    spec: { disabled: false, policyTemplates: [{ objectDefinition: policy }] },
  });
  definePlacement(scope, model, metadata, keys.placement);
  new PlacementBinding(scope, 'PlacementBinding', {
    metadata,
    placementRef: {
      apiGroup: PlacementBindingPlacementRefApiGroup.CLUSTER_PERIOD_OPEN_HYPHEN_CLUSTER_HYPHEN_MANAGEMENT_PERIOD_IO,
      kind: PlacementBindingPlacementRefKind.PLACEMENT,
      name: hubPolicyName(model.name),
    },
    subjects: [
      {
        apiGroup: PlacementBindingSubjectsApiGroup.POLICY_PERIOD_OPEN_HYPHEN_CLUSTER_HYPHEN_MANAGEMENT_PERIOD_IO,
        kind: PlacementBindingSubjectsKind.POLICY,
        name: hubPolicyName(model.name),
      },
    ],
  });
}

/** A managed cluster carries its name as a label too. */
function definePlacement(
  scope: Construct,
  model: RegistryModel,
  metadata: ReturnType<typeof objectMetadata>,
  { matchLabels, clusterSets }: AcmPlacement,
): void {
  new Placement(scope, 'Placement', {
    metadata,
    spec: {
      ...(clusterSets && clusterSets.length > 0 ? { clusterSets: [...clusterSets] } : {}),
      predicates: [
        { requiredClusterSelector: { labelSelector: { matchLabels: { ...(matchLabels ?? { name: model.name }) } } } },
      ],
    },
  });
}

/** Nothing is pruned with the policy: what it made holds the registry's credentials. */
const policySpec = (keys: ByPolicy): ConfigurationPolicySpec => ({
  remediationAction: ConfigurationPolicySpecRemediationAction.ENFORCE,
  severity: ConfigurationPolicySpecSeverity.HIGH,
  pruneObjectBehavior: ConfigurationPolicySpecPruneObjectBehavior.NONE,
  evaluationInterval: { compliant: 'watch', noncompliant: 'watch' },
  objectTemplatesRaw: policyTemplate(keys),
});
