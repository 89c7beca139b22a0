/** The cluster itself. */

import { hitIf, type Rule } from '../rule';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

const name: Rule = {
  code: 'CLUSTER_NAME',
  severity: 'error',
  acceptable: false,
  title: 'the name of the cluster is not a DNS label',
  why: 'it becomes a folder, a label value and the name of an Argo CD destination',
  fix: 'use lower-case letters, digits and dashes, at most 63, with a letter or digit at both ends',
  source: 'RFC 1123',
  bad: `
    name: Prod_EU
    platform: aws`,
  good: `
    name: prod-eu
    platform: aws`,
  check: ({ config }) =>
    hitIf(!DNS_LABEL.test(config.name), () => ({ path: ['name'], what: `name "${config.name}" is not a DNS label` })),
};

const hosted: Rule = {
  code: 'HOSTED_CONTROL_PLANE',
  severity: 'error',
  acceptable: false,
  title: 'the control plane of the cluster is hosted elsewhere',
  why: 'there the registry is configured through the HostedCluster object, and its operator does not run in the cluster',
  fix: 'configure the registry in the HostedCluster, and take the cluster out of this fleet',
  source: 'openshift/hypershift',
  bad: `
    platform: aws
    hosted: true`,
  good: `
    platform: aws`,
  check: ({ config }) =>
    hitIf(config.hosted === true, () => ({ path: ['hosted'], what: 'hosted control planes are not supported' })),
};

/** In the order they are listed in the documentation. */
export const CLUSTER_RULES: readonly Rule[] = [name, hosted];
