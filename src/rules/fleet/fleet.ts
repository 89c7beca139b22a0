/** What clusters of one fleet must not have in common, and what nobody uses. */

import { repeated } from '../../values/repeated';
import { ARGOCD_RULES } from '../argocd/argocd';
import { FLEET_TEXT_RULES } from '../text/fleet';
import type { FleetHit, FleetRule } from './fleet-rule';
import { FLEET_PLACEMENT_RULES } from './placements';
import { FLEET_SHARING_RULES } from './sharing';

const duplicateName: FleetRule = {
  code: 'CLUSTER_DUPLICATE',
  severity: 'error',
  acceptable: false,
  title: 'two clusters have the same name',
  why: 'both would be written to the same folder and synced to the same cluster',
  fix: 'rename one of them',
  source: 'dist/clusters/<name>',
  bad: `
    clusters:
      - {name: prod, platform: aws, openshift: "4.14"}
      - {name: prod, platform: gcp, openshift: "4.14"}`,
  good: `
    clusters:
      - {name: prod-aws, platform: aws, openshift: "4.14"}
      - {name: prod-gcp, platform: gcp, openshift: "4.14"}`,
  check: clusters =>
    [...repeated(clusters, ({ name }) => name)].flatMap(([position, { index: earlier, name }]): readonly FleetHit[] => {
      const what = `another cluster already has the name "${name}"`;
      return [{ cluster: clusters[position]?.index, earlier, path: ['name'], what }];
    }),
};

const unusedProfile: FleetRule = {
  code: 'PROFILE_UNUSED',
  severity: 'warning',
  title: 'no cluster uses a profile',
  why: 'the settings of the profile have no effect',
  fix: 'remove the profile, or add it to profiles of a cluster',
  source: 'fleet.yaml',
  bad: `
    profiles: {infra: {registry: {readOnly: true}}}
    clusters:
      - {name: prod, platform: aws, openshift: "4.14"}`,
  good: `
    profiles: {infra: {registry: {readOnly: true}}}
    clusters:
      - {name: prod, platform: aws, openshift: "4.14", profiles: [infra]}`,
  check: (clusters, fleet) => {
    const lists = new Set(clusters.map(({ profiles }) => profiles));
    const used = new Set([...lists].flat());
    return Object.keys(fleet.profiles ?? {})
      .filter(name => !used.has(name))
      .map(name => ({ path: ['profiles', name], what: `no cluster uses the profile "${name}"` }));
  },
};

const noClusters: FleetRule = {
  code: 'NO_CLUSTERS',
  severity: 'error',
  acceptable: false,
  title: 'the fleet has no cluster',
  why: 'an empty output would remove every cluster from git',
  fix: 'add a cluster under clusters, or a pattern under clusterFiles',
  source: 'fleet.yaml',
  bad: `
    clusters: []`,
  good: `
    clusters:
      - {name: prod, platform: aws, openshift: "4.14"}`,
  check: clusters => (clusters.length === 0 ? [{ path: ['clusters'], what: 'the fleet has no cluster' }] : []),
};

/** In the order they are listed in the documentation. */
export const FLEET_RULES: readonly FleetRule[] = [
  duplicateName,
  unusedProfile,
  noClusters,
  ...FLEET_TEXT_RULES,
  ...FLEET_SHARING_RULES,
  ...FLEET_PLACEMENT_RULES,
  ...ARGOCD_RULES,
];
