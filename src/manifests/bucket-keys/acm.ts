/** Bridge by Advanced Cluster Management: a policy on the cluster itself, or wrapped for the hub. */

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
import type { AcmPlacement } from '../../config/shape/bridge';
import { hubPolicyName } from '../../model/bridge';
import type { BridgeModel } from '../../model/jobs-model';
import type { RegistryModel } from '../../model/model';
import { objectMetadata } from '../common/metadata';
import { policyTemplate } from './policy-template';

type AcmBridge = Extract<BridgeModel, { readonly mode: 'acm' }>;

/** Name of the policy on a managed cluster. */
const POLICY_NAME = 'registry-bucket-bridge';

/** Defines the policy where the cluster itself is to have it; with a placement it is the hub's. */
export function defineAcmBridge(scope: Construct, model: RegistryModel, bridge: AcmBridge): void {
  if (bridge.placement !== undefined) return;
  new ConfigurationPolicy(scope, 'BridgePolicy', {
    metadata: objectMetadata(model, { role: 'policy', name: POLICY_NAME, namespace: bridge.namespace }),
    spec: policySpec(bridge),
  });
}

/** Whether `defineHub` has anything to define. */
export const hasHub = ({ bridge }: RegistryModel): boolean => bridge?.mode === 'acm' && bridge.placement !== undefined;

/** Defines what belongs on the hub for one cluster: the policy, and for which managed clusters it is. */
export function defineHub(scope: Construct, model: RegistryModel): void {
  const { bridge } = model;
  if (bridge?.mode !== 'acm' || bridge.placement === undefined) return;
  const metadata = objectMetadata(model, {
    role: 'policy',
    name: hubPolicyName(model.name),
    namespace: bridge.namespace,
  });
  const policy = ConfigurationPolicy.manifest({ metadata: { name: POLICY_NAME }, spec: policySpec(bridge) });
  new Policy(scope, 'Policy', {
    metadata,
    spec: { disabled: false, policyTemplates: [{ objectDefinition: policy }] },
  });
  definePlacement(scope, model, metadata, bridge.placement);
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
const policySpec = (bridge: AcmBridge): ConfigurationPolicySpec => ({
  remediationAction: ConfigurationPolicySpecRemediationAction.ENFORCE,
  severity: ConfigurationPolicySpecSeverity.HIGH,
  pruneObjectBehavior: ConfigurationPolicySpecPruneObjectBehavior.NONE,
  evaluationInterval: { compliant: 'watch', noncompliant: 'watch' },
  objectTemplatesRaw: policyTemplate(bridge),
});
