/** The cluster itself: its name, its version, who runs it. */

import { didYouMean } from '../../config/nearest';
import type { Cluster } from '../../config/shape/cluster';
import { isKnownVersion, NEWEST_VERSION, OPENSHIFT_VERSIONS } from '../../facts/versions';
import { hitIf, type Rule } from '../rule';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const name: Rule = {
  code: 'CLUSTER_NAME',
  severity: 'error',
  acceptable: false,
  title: 'the name of the cluster is not a DNS label',
  why: 'the name becomes a folder, a label value and the name of an Argo CD destination: the API server refuses the objects',
  fix: 'write at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
  source: 'RFC 1123',
  bad: `
    name: Prod_EU
    platform: aws`,
  good: `
    name: prod-eu
    platform: aws`,
  check: ({ config }) =>
    hitIf(!DNS_LABEL.test(config.name), () => ({
      path: ['name'],
      what: `name "${config.name}" is not a DNS label`,
      ...nearName(config.name),
    })),
};

/** The same name with dashes and lower-case letters, where that is one. */
function nearName(written: string): { readonly fix?: string } {
  const near = written
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const fix = `write name: ${near}, or another name of at most 63 lower-case letters, digits and dashes`;
  return DNS_LABEL.test(near) && /[a-z]/.test(near) ? { fix } : {};
}

const hosted: Rule = {
  code: 'HOSTED_CONTROL_PLANE',
  severity: 'error',
  acceptable: false,
  title: 'the control plane of the cluster is hosted',
  why: 'the registry operator runs outside a hosted cluster and takes its settings from the HostedCluster object: what is applied in the cluster has no effect',
  fix: 'configure the registry in the HostedCluster, and remove the cluster from this fleet; on ROSA write platform: rosa and hosted: true',
  source: 'openshift/hypershift',
  bad: `
    platform: aws
    hosted: true`,
  good: `
    platform: aws`,
  check: ({ config }) =>
    hitIf(config.hosted === true && config.platform !== 'rosa', () => ({
      path: ['hosted'],
      what: `a hosted control plane is not supported on platform ${config.platform}`,
    })),
};

const knownVersion: Rule = {
  code: 'VERSION_UNKNOWN',
  severity: 'error',
  acceptable: false,
  title: 'the OpenShift version is missing or unknown',
  why: 'the fields, drivers and credential keys that the operator knows depend on the version',
  fix: 'write the minor version in quotes, for example openshift: "4.18"',
  source: 'openshift/api release branches',
  bad: `
    platform: aws
    openshift: "4.14.12"`,
  good: `
    platform: aws
    openshift: "4.14"`,
  check: ({ config }) => versionProblem(config),
};

function versionProblem({ openshift }: Cluster): ReturnType<Rule['check']> {
  const path = ['openshift'];
  if (openshift === undefined) {
    const fix = 'add the minor version to the cluster or to defaults, for example openshift: "4.18"';
    return [{ path, what: 'openshift, the version of the cluster, is not set', fix }];
  }
  if (isKnownVersion(openshift)) return [];
  const minor = /(?<![\d.])\d+\.\d+/.exec(openshift)?.[0];
  if (minor !== undefined && minor !== openshift && isKnownVersion(minor)) {
    return [{ path, what: `openshift "${openshift}" is not a minor version`, fix: `write openshift: "${minor}"` }];
  }
  const what = `OpenShift "${openshift}" is unknown: known are 4.3 to ${NEWEST_VERSION}`;
  return [{ path, what: `${what}${didYouMean(openshift, OPENSHIFT_VERSIONS)}` }];
}

/** In the order they are listed in the documentation. */
export const CLUSTER_RULES: readonly Rule[] = [name, knownVersion, hosted];
