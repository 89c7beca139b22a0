/** The policy that the hub brings to managed clusters: what it does, which clusters it is for, and what it is called. */

import { createHash } from 'node:crypto';
import type { AcmPlacement } from '../config/shape/bucket-claim';

/** A policy on the hub. Clusters whose policies have one name and one namespace share it. */
export interface HubPolicyModel {
  /** The same for the same policy and placement, whichever clusters share them, so that it stays when one joins. */
  readonly name: string;
  readonly namespace: string;
  /** What the policy does, apart from where: equal for equal policies. */
  readonly does: string;
  /** Labels of the managed clusters; undefined where each is named. */
  readonly matchLabels?: Readonly<Record<string, string>>;
  /** In order, each once. */
  readonly clusterSets: readonly string[];
}

/** What a policy copies, and for whom. */
interface Copied {
  readonly claim: { readonly name: string; readonly namespace: string };
  readonly fetchesCA?: string;
  readonly fetchesBucketName: boolean;
}

/** The policy of the hub, for keys that are to be copied. */
export function resolveHubPolicy(
  { claim, fetchesCA, fetchesBucketName }: Copied,
  namespace: string,
  placement: AcmPlacement,
): HubPolicyModel {
  const matchLabels =
    placement.matchLabels &&
    Object.fromEntries(Object.entries(placement.matchLabels).sort(([a], [b]) => (a < b ? -1 : 1)));
  const clusterSets = [...new Set(placement.clusterSets)].sort();
  const does = JSON.stringify([claim.namespace, claim.name, fetchesCA ?? '', fetchesBucketName]);
  const identity = JSON.stringify([does, matchLabels ?? null, clusterSets]);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 8);
  return { name: `registry-bucket-${hash}`, namespace, does, matchLabels, clusterSets };
}
