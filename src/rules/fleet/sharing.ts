/** What two clusters must not share: storage, host names, domains. */

import { sharingOf } from '../../facts/backends';
import type { SharedStorage } from '../../facts/backends/backend';
import { isInsideCluster, isPrivateHost } from '../../values/endpoint';
import type { ClusterSummary, FleetRule } from './fleet-rule';
import { exportUse, volumeShared } from './shared-volumes';
import { NO_KEYS, repeated, type Use } from './use';

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

/** What names the storage of a cluster to every other one; the storage of a registry that is Removed is free for others. */
function sharedOf({ images, storage: written, removed }: ClusterSummary): SharedStorage | undefined {
  if (written === undefined || removed) return undefined;
  const { endpoint } = images;
  return endpoint !== undefined && isInsideCluster(endpoint) ? undefined : sharingOf(images);
}

const storageUse: Use = {
  keys: cluster => {
    const shared = sharedOf(cluster);
    if (shared === undefined) return NO_KEYS;
    const { images } = cluster;
    let key = `${images.backend}:`;
    for (const part of shared.named) key += delimited(spelling(part, images[part]));
    for (const part of shared.within ?? []) key += delimited(spelling(part, images[part]));
    return [key];
  },
  details: cluster => {
    const { images, storage: written } = cluster;
    const { account, tenant, tenantID, endpoint = '' } = images;
    const { named = [], unsureWithout } = sharedOf(cluster) ?? {};
    const noun = named.at(-1) ?? '';
    const owner = account ?? tenantID ?? tenant;
    const unsure = unsureWithout?.every(part => images[part] === undefined) ?? false;
    const used = `the ${noun} ${images[noun]}${owner === undefined ? '' : ` of ${owner}`}`;
    const local = isPrivateHost(endpoint) ? PERHAPS_LOCAL : {};
    return { path: written?.path ?? [], used, ...(unsure ? MAYBE : {}), ...local };
  },
};

const MAYBE = { severity: 'warning' } as const;

/** Two plants may both have a store behind the same private IP address, or the same name in a network of their own. */
const PERHAPS_LOCAL = {
  ...MAYBE,
  why: 'if both clusters reach the same store, each registry knows only its own images: the pruner of one deletes the blobs of the other',
  fix: 'accept this if each network has its own store behind the address; otherwise give each cluster its own storage',
} as const;

/** A part of a key, with its length: so no two lists of parts give the same key. */
const delimited = (value: string | undefined): string => (value === undefined ? '-' : `${value.length}:${value}`);

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
  check: clusters => repeated(clusters, hostUse),
};

const hostUse: Use = {
  keys: ({ hostnames: found }) =>
    found.length === 0 ? NO_KEYS : found.map(({ hostname = '' }) => hostname.toLowerCase()),
  details: ({ hostnames: found }, position) => {
    const { hostname, path = [] } = found[position] ?? {};
    return { path, used: `a route with the host ${hostname}` };
  },
};

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

const domainUse: Use = {
  keys: ({ domain }) => (domain === undefined ? NO_KEYS : [domain.toLowerCase()]),
  details: ({ domain }) => ({ path: ['baseDomain'], used: `the domain ${domain}` }),
};

/** In the order they are listed in the documentation. */
export const FLEET_SHARING_RULES: readonly FleetRule[] = [storage, volumeShared, hostnames, domains];
