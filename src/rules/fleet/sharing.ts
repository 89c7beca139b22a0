/** What two clusters must not share: storage, host names, domains. */

import { sharingOf } from '../../facts/backends';
import { isInsideCluster, isPrivateHost } from '../../values/endpoint';
import type { ClusterSummary, FleetRule } from './fleet-rule';
import { exportUse, volumeShared } from './shared-volumes';
import { NO_USES, repeated, type Use, type UseDetails } from './use';

const storage: FleetRule = {
  code: 'STORAGE_SHARED',
  severity: 'error',
  acceptable: false,
  title: 'two clusters keep their images in the same bucket or container',
  why: 'each registry knows only its own images: the pruner of one deletes the blobs of the other',
  fix: 'give each cluster its own storage; if one cluster replaces the other, first set registry.managementState of the old one to Removed',
  source: 'openshift/oc pkg/cli/admin/prune/images; distribution storage layout',
  bad: `
    defaults: {openshift: "4.14", storage: {s3: {bucket: acme-registry, region: eu-west-1}}}
    clusters:
      - {name: prod-a, platform: aws}
      - {name: prod-b, platform: aws}`,
  good: `
    defaults: {openshift: "4.14"}
    clusters:
      - {name: prod-a, platform: aws, storage: {s3: {bucket: acme-registry-a, region: eu-west-1}}}
      - {name: prod-b, platform: aws, storage: {s3: {bucket: acme-registry-b, region: eu-west-1}}}`,
  check: clusters => repeated(clusters, storageUse, exportUse),
};

/** Storage of a registry that is Removed is free for another cluster. */
function storageUse(cluster: ClusterSummary): readonly Use[] {
  if (cluster.storage === undefined || cluster.removed) return NO_USES;
  const { images: identity } = cluster;
  const { path } = cluster.storage;
  const shared = sharingOf(identity);
  const noun = shared?.named.at(-1);
  if (shared === undefined || noun === undefined || isInsideCluster(identity.endpoint ?? '')) return NO_USES;
  const parts = [...shared.named, ...(shared.within ?? [])].map(part => spelling(part, identity[part]));
  const details = (): UseDetails => {
    const { account, tenant, tenantID, endpoint = '' } = identity;
    const owner = account ?? tenantID ?? tenant;
    const unsure = shared.unsureWithout?.every(part => identity[part] === undefined) ?? false;
    const local = isPrivateHost(endpoint);
    const used = `the ${noun} ${identity[noun]}${owner === undefined ? '' : ` of ${owner}`}`;
    return { path, used, ...(unsure ? MAYBE : {}), ...(local ? PERHAPS_LOCAL : {}) };
  };
  return [{ key: JSON.stringify([identity.backend, ...parts]), details }];
}

const MAYBE = { severity: 'warning' } as const;

/** Two plants may both have a store behind the same private IP address, or the same name in a network of their own. */
const PERHAPS_LOCAL = {
  ...MAYBE,
  why: 'if both clusters reach the same store, each registry knows only its own images: the pruner of one deletes the blobs of the other',
  fix: 'accept this if each network has its own store behind the address; otherwise give each cluster its own storage',
} as const;

/** One store is reached by http and by https. */
const spelling = (part: string, value: string | undefined): string | undefined =>
  part === 'endpoint' ? value?.replace(/^http:/, 'https:') : value;

const hostnames: FleetRule = {
  code: 'ROUTE_HOST_SHARED',
  severity: 'warning',
  title: 'routes of two clusters have the same host',
  why: 'a host name resolves to one of the two: images that are pushed to one registry are missing in the other',
  fix: 'give each cluster its own host; accept this if a load balancer serves both',
  source: 'DNS',
  bad: `
    defaults: {openshift: "4.14", routes: {custom: [{name: public, hostname: registry.example.com}]}}
    clusters:
      - {name: prod-a, platform: aws}
      - {name: prod-b, platform: aws}`,
  good: `
    defaults: {openshift: "4.14"}
    clusters:
      - {name: prod-a, platform: aws, routes: {custom: [{name: public, hostname: registry-a.example.com}]}}
      - {name: prod-b, platform: aws, routes: {custom: [{name: public, hostname: registry-b.example.com}]}}`,
  check: clusters => repeated(clusters, hostUses),
};

/** Most clusters have no routes of their own. */
function hostUses({ hostnames: found }: ClusterSummary): readonly Use[] {
  if (found.length === 0) return NO_USES;
  return found.map(({ hostname = '', path }) => ({
    key: hostname.toLowerCase(),
    details: () => ({ path, used: `a route with the host ${hostname}` }),
  }));
}

const domains: FleetRule = {
  code: 'DOMAIN_SHARED',
  severity: 'warning',
  title: 'two clusters have the same domain',
  why: 'endpoints and host names that are derived from the domain lead to the wrong cluster; usually an entry was copied',
  fix: 'write the domain of each cluster, as "oc get dns cluster" shows it',
  source: 'openshift/api config/v1 DNS',
  bad: `
    defaults: {openshift: "4.14", baseDomain: prod.example.com}
    clusters:
      - {name: prod-a, platform: aws}
      - {name: prod-b, platform: aws}`,
  good: `
    defaults: {openshift: "4.14"}
    clusters:
      - {name: prod-a, platform: aws, baseDomain: prod-a.example.com}
      - {name: prod-b, platform: aws, baseDomain: prod-b.example.com}`,
  check: clusters => repeated(clusters, domainUse),
};

function domainUse({ domain }: ClusterSummary): readonly Use[] {
  if (domain === undefined) return NO_USES;
  return [{ key: domain.toLowerCase(), details: () => ({ path: ['baseDomain'], used: `the domain ${domain}` }) }];
}

/** In the order they are listed in the documentation. */
export const FLEET_SHARING_RULES: readonly FleetRule[] = [storage, volumeShared, hostnames, domains];
