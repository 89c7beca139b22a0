/** Placements of the hub's policies: which clusters of the fleet they are known to reach, and which they must. */

import type { HubPolicyModel } from '../../model/hub-policy';
import { lazily } from '../../values/lazily';
import { onceFor } from '../../values/once-for';
import type { ClusterSummary, FleetHit, FleetRule } from './fleet-rule';

/** A cluster with a policy of the hub. */
type Placed = ClusterSummary & { readonly hub: NonNullable<ClusterSummary['hub']> };

/** Asked for by each of these rules. */
const placedOf = onceFor((clusters: readonly ClusterSummary[]): readonly Placed[] =>
  clusters.filter((cluster): cluster is Placed => cluster.hub !== undefined),
);

/** The first cluster of each policy: what is wrong with a placement is reported once. */
function firsts(placed: readonly Placed[]): readonly Placed[] {
  const first = new Map<string, Placed>();
  for (const cluster of placed) {
    const { namespace, name } = cluster.hub.policy;
    const key = `${namespace}/${name}`;
    if (!first.has(key)) first.set(key, cluster);
  }
  return [...first.values()];
}

const example = (a: string, b: string): string => `
    defaults:
      openshift: "4.14"
      platform: baremetal
      storage: {odf: {noobaa: {bucketName: registry, trustedCA: {ingressCA: true}}}}
    clusters:
      - {name: prod-a, baseDomain: a.example.com, credentials: {bucketClaim: {acm: {placement: ${a}}}}}
      - {name: prod-b, baseDomain: b.example.com, credentials: {bucketClaim: {acm: {placement: ${b}}}}}`;

const SETS = 'clusterSets: [global]';

/** Two clusters with one placement by labels; with a CA of its own, the second needs another policy. */
const twoStores = (trustedCA: string): string => `
    defaults:
      openshift: "4.14"
      platform: baremetal
      credentials: {bucketClaim: {acm: {placement: {matchLabels: {registry: noobaa}, ${SETS}}}}}
    clusters:
      - name: prod-a
        baseDomain: a.example.com
        storage: {odf: {noobaa: {bucketName: registry-a, trustedCA: {ingressCA: true}}}}
      - name: prod-b
        baseDomain: b.example.com
        storage: {odf: {noobaa: {bucketName: registry-b, trustedCA: ${trustedCA}}}}`;

const reaches: FleetRule = {
  code: 'BUCKET_CLAIM_PLACEMENT_REACHES',
  severity: 'error',
  title: 'the placement of a policy reaches a cluster of the fleet that has another policy',
  why: 'both policies are enforced there: if a claim of that name is bound, each writes the credentials, the CA and the name of the bucket, and reverts what the other wrote',
  fix: 'give the two placements different matchLabels, or write placement: {}, which selects the clusters that have the policy',
  source: 'open-cluster-management-io/api cluster/v1beta1 Placement',
  bad: twoStores('{pemFile: ca/ingress.pem}'),
  good: twoStores('{ingressCA: true}'),
  check: clusters => {
    const placed = placedOf(clusters);
    const byLabel = labelIndex(placed);
    return firsts(placed).flatMap(({ index, name, hub: { path, policy } }): readonly FleetHit[] => {
      const [label] = Object.entries(policy.matchLabels ?? {});
      if (policy.matchLabels === undefined) return [];
      const candidates = label === undefined ? placed : (byLabel.get(label.join('=')) ?? []);
      const other = candidates.find(candidate => candidate.hub.policy.does !== policy.does && isIn(policy, candidate));
      if (other === undefined) return [];
      const what = `the placement of cluster "${name}" reaches cluster "${other.name}", which has another policy`;
      return [{ cluster: index, path, what }];
    });
  },
};

/** What is known of a managed cluster's labels: its own placement chooses it by these. */
const labelsOf = ({ name, hub }: Placed): Readonly<Record<string, string>> => ({ name, ...hub.policy.matchLabels });

function labelIndex(placed: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const index = new Map<string, Placed[]>();
  for (const cluster of placed) {
    for (const label of Object.entries(labelsOf(cluster))) {
      const key = label.join('=');
      const list = index.get(key);
      if (list === undefined) index.set(key, [cluster]);
      else list.push(cluster);
    }
  }
  return index;
}

/** Whether a placement certainly chooses a cluster: by its labels, and from a set it is certainly in. */
function isIn({ namespace, matchLabels = {}, clusterSets }: HubPolicyModel, cluster: Placed): boolean {
  const labels = labelsOf(cluster);
  if (Object.entries(matchLabels).some(([key, value]) => labels[key] !== value)) return false;
  const own = cluster.hub.policy;
  if (clusterSets.includes(GLOBAL)) return true;
  if (clusterSets.length === 0) return own.namespace === namespace;
  return own.clusterSets.length > 0 && own.clusterSets.every(set => clusterSets.includes(set));
}

/** The set of all managed clusters. */
const GLOBAL = 'global';

const misses: FleetRule = {
  code: 'BUCKET_CLAIM_PLACEMENT_NAME',
  severity: 'error',
  title: 'the placement of a policy names another cluster of the fleet',
  why: 'the policy is sent to that cluster, and this one never gets the keys of its bucket',
  fix: 'remove name from matchLabels: without matchLabels the placement selects the clusters that have the policy',
  source: 'open-cluster-management-io/api cluster/v1beta1 Placement',
  bad: example(`{matchLabels: {name: prod-b}, ${SETS}}`, `{${SETS}}`),
  good: example(`{${SETS}}`, `{${SETS}}`),
  check: clusters => {
    const names = lazily(() => new Set(clusters.map(({ name }) => name)));
    return placedOf(clusters).flatMap(({ index, name, hub: { path, policy } }): readonly FleetHit[] => {
      const named = policy.matchLabels?.name;
      if (named === undefined || named === name || !names().has(named)) return [];
      const what = `the placement of cluster "${name}" does not select it, but managed cluster "${named}"`;
      return [{ cluster: index, path: [...path, 'matchLabels', 'name'], what }];
    });
  },
};

const wide: FleetRule = {
  code: 'BUCKET_CLAIM_PLACEMENT_WIDE',
  severity: 'warning',
  title: 'the placement of a policy reaches every managed cluster of its sets',
  why: 'if such a cluster has a bound claim of the same name, the policy overwrites the credentials of its registry',
  fix: 'remove matchLabels, so that the placement selects the clusters that have the policy; or write labels that only these have',
  source: 'open-cluster-management-io/api cluster/v1beta1 Placement',
  bad: `
    defaults: {openshift: "4.14"}
    clusters:
      - name: prod-a
        platform: baremetal
        baseDomain: a.example.com
        storage: {odf: {noobaa: {bucketName: registry, trustedCA: {ingressCA: true}}}}
        credentials: {bucketClaim: {acm: {placement: {matchLabels: {}, ${SETS}}}}}
      - {name: prod-b, platform: aws}`,
  good: `
    defaults: {openshift: "4.14"}
    clusters:
      - name: prod-a
        platform: baremetal
        baseDomain: a.example.com
        storage: {odf: {noobaa: {bucketName: registry, trustedCA: {ingressCA: true}}}}
        credentials: {bucketClaim: {acm: {placement: {${SETS}}}}}
      - {name: prod-b, platform: aws}`,
  check: clusters => {
    const other = clusters.find(({ hub }) => hub === undefined);
    return firsts(placedOf(clusters)).flatMap(({ index, hub: { path, policy } }): readonly FleetHit[] => {
      const all = policy.matchLabels !== undefined && Object.keys(policy.matchLabels).length === 0;
      if (!all || other === undefined) return [];
      const what = `matchLabels {} also selects cluster "${other.name}", which must not have this policy`;
      return [{ cluster: index, path: [...path, 'matchLabels'], what }];
    });
  },
};

const binding: FleetRule = {
  code: 'BUCKET_CLAIM_SET_BINDING',
  severity: 'warning',
  title: 'no cluster set is bound to the namespace of the policies',
  why: 'a Placement selects from the sets that a ManagedClusterSetBinding binds to its namespace: without one it selects no cluster, and the operator never gets the keys',
  fix: `name the sets, so that their bindings are in the output: placement: {clusterSets: [global]}; or accept this if "oc get managedclustersetbindings -n NAMESPACE" on the hub shows them`,
  source: 'open-cluster-management-io/api cluster/v1beta2 ManagedClusterSetBinding',
  bad: example('{}', '{}'),
  good: example(`{${SETS}}`, `{${SETS}}`),
  check: clusters => {
    const placed = placedOf(clusters);
    const bound = new Set(
      placed.filter(({ hub }) => hub.policy.clusterSets.length > 0).map(({ hub }) => hub.policy.namespace),
    );
    const first = new Map<string, Placed>();
    for (const cluster of placed) {
      const { namespace } = cluster.hub.policy;
      if (!bound.has(namespace) && !first.has(namespace)) first.set(namespace, cluster);
    }
    return [...first].map(([namespace, { index, hub }]) => ({
      cluster: index,
      path: hub.path,
      what: `no placement in namespace "${namespace}" has clusterSets`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const FLEET_PLACEMENT_RULES: readonly FleetRule[] = [reaches, misses, wide, binding];
