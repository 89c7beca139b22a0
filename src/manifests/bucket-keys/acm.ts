/** Keys by Advanced Cluster Management: the policy that copies them, on the cluster itself. */

import {
  ConfigurationPolicy,
  type ConfigurationPolicyProps,
  ConfigurationPolicySpecPruneObjectBehavior,
  ConfigurationPolicySpecRemediationAction,
  ConfigurationPolicySpecSeverity,
} from '../../../imports/policy.open-cluster-management.io';
import type { BucketKeysModel } from '../../model/bucket-keys';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';
import { policyTemplate } from './policy-template';

type ByPolicy = Extract<BucketKeysModel, { readonly mode: 'acm' }>;

/** Name of the policy on a managed cluster. */
const POLICY_NAME = 'registry-bucket-keys';

/** Defines the policy where the cluster itself is to have it; with a placement it is the hub's. */
export function defineKeysByPolicy(model: WithMetadata, keys: ByPolicy): readonly Definition[] {
  if (keys.hub !== undefined) return [];
  const policy = define(ConfigurationPolicy, 'BucketKeysPolicy', {
    metadata: objectMetadata(model, { role: 'policy', name: POLICY_NAME, namespace: keys.namespace }),
    spec: policySpec(keys),
  });
  return [policy];
}

/** The same policy as a part of one of the hub's. */
export const policyForHub = (keys: BucketKeysModel): unknown =>
  ConfigurationPolicy.manifest({ metadata: { name: POLICY_NAME }, spec: policySpec(keys) });

/** Nothing is pruned with the policy: what it made holds the registry's credentials. */
const policySpec = (keys: BucketKeysModel): ConfigurationPolicyProps['spec'] => ({
  remediationAction: ConfigurationPolicySpecRemediationAction.ENFORCE,
  severity: ConfigurationPolicySpecSeverity.HIGH,
  pruneObjectBehavior: ConfigurationPolicySpecPruneObjectBehavior.NONE,
  evaluationInterval: { compliant: 'watch', noncompliant: 'watch' },
  objectTemplatesRaw: policyTemplate(keys),
});
