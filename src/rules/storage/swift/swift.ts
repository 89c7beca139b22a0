/** `storage.swift`: a container of OpenStack, and the login for it. */

import { atLeast } from '../../../facts/versions';
import { parseUrl, showUrl } from '../../../values/url';
import { type Hit, hitIf, type Rule } from '../../rule';

/** A cluster with this container, and more settings. */
const example = (swift: string, more = ''): string => `
    platform: openstack
    storage: {swift: ${swift}}${more}`;

const OWN_LOGIN = '\n    credentials: {existingSecret: {}}';
const VALID = example('{container: registry}');
const LOGIN = '{container: registry, authURL: "https://keystone.example.com:13000/v3", domain: Default}';
const OPERATOR = 'operator pkg/storage/swift/swift.go';

const containerName: Rule = {
  code: 'SWIFT_CONTAINER_NAME',
  severity: 'error',
  title: 'Swift cannot have a container of this name',
  why: 'the name is one part of a path of at most 256 bytes',
  fix: 'write the name alone, without slashes',
  source: 'https://docs.openstack.org/api-ref/object-store',
  bad: example('{container: team/registry}'),
  good: VALID,
  check: ({ config: { storage } }) => {
    const name = storage?.swift?.container ?? '';
    return hitIf(name.includes('/') || Buffer.byteLength(name) > 256, () => ({
      path: ['storage', 'swift', 'container'],
      what: `container "${name.slice(0, 40)}" ${name.includes('/') ? 'has a slash in it' : 'is longer than 256 bytes'}`,
    }));
  },
};

const authVersion: Rule = {
  code: 'SWIFT_AUTHVERSION',
  severity: 'error',
  title: "the version of Keystone's API is not a number",
  why: 'the operator stops with "unable to parse authVersion"',
  fix: 'write the number in quotes, for example authVersion: "3"',
  source: OPERATOR,
  bad: example('{container: registry, authVersion: v3}'),
  good: example('{container: registry, authVersion: "3"}'),
  check: ({ config: { storage } }) => {
    const text = storage?.swift?.authVersion;
    return hitIf(text !== undefined && text !== '' && !/^\d+$/.test(text), () => ({
      path: ['storage', 'swift', 'authVersion'],
      what: `authVersion "${text}" is not a number`,
    }));
  },
};

const authUrl: Rule = {
  code: 'SWIFT_AUTHURL',
  severity: 'error',
  title: 'authURL is not an address of Keystone the operator can read',
  why: 'the operator takes scheme and host with the path /v1, /v2 or /v3, or none, and stops at anything else',
  fix: 'write for example https://keystone.example.com:13000/v3',
  source: OPERATOR,
  bad: example('{container: registry, authURL: "https://keystone.example.com/identity"}'),
  good: example('{container: registry, authURL: "https://keystone.example.com/v3"}'),
  check: ({ config: { storage } }) => {
    const text = storage?.swift?.authURL;
    const problem = text ? authUrlProblem(text) : undefined;
    return hitIf(problem !== undefined, () => ({
      path: ['storage', 'swift', 'authURL'],
      what: `authURL "${showUrl(text ?? '')}" ${problem}`,
    }));
  },
};

function authUrlProblem(text: string): string | undefined {
  const url = /^https?:\/\//i.test(text) ? parseUrl(text) : undefined;
  if (url === undefined) return 'has no scheme, or is not a URL';
  return url.pathname === '/' || /^\/v[123]/.test(url.pathname) ? undefined : `has the path ${url.pathname}`;
}

const userNeedsAuth: Rule = {
  code: 'SWIFT_USER_NEEDS_AUTH',
  severity: 'error',
  title: 'a login is given, but not where and in which domain',
  why: "with credentials of its own the operator no longer reads the cluster's clouds.yaml: it has no address to call, and a user name means nothing without exactly one domain",
  fix: 'add authURL, and exactly one of domain and domainID; or remove credentials',
  source: `${OPERATOR} GetConfig; gophercloud AuthOptions`,
  bad: example('{container: registry}', OWN_LOGIN),
  good: example(LOGIN, OWN_LOGIN),
  check: ({ config: { storage, credentials }, model }) => {
    const { swift } = storage ?? {};
    if (swift === undefined || credentials === undefined) return [];
    const path = ['storage', 'swift'];
    const password = model.swiftAuth === 'password';
    const domains = [swift.domain, swift.domainID].filter(Boolean).length;
    const hits: Hit[] = [];
    if (!swift.authURL) hits.push({ path, what: 'credentials are given, and authURL is not said' });
    if (password && domains === 0)
      hits.push({ path, what: 'credentials are given, and neither domain nor domainID is said' });
    if (password && domains === 2) {
      hits.push({
        path: [...path, 'domainID'],
        what: 'both domain and domainID are said',
        fix: 'remove one of domain and domainID',
      });
    }
    return hits;
  },
};

const redirect: Rule = {
  code: 'SWIFT_REDIRECT',
  severity: 'warning',
  title: 'clients are sent to Swift',
  why: "pulls fail where nodes or clients do not trust Swift's certificate, or cannot reach its address",
  fix: 'remove registry.disableRedirect, which is then true; accept this where Swift has a public certificate and clients reach it',
  source: 'OpenShift documentation, configuring the registry to trust Swift storage',
  bad: example('{container: registry}', '\n    registry: {disableRedirect: false}'),
  good: VALID,
  check: ({ config, model }) =>
    hitIf(config.registry?.disableRedirect === false && model.storage?.backend === 'swift', () => ({
      path: ['registry', 'disableRedirect'],
      what: 'disableRedirect is false, and storage is Swift',
    })),
};

const upgradeKeys: Rule = {
  code: 'SWIFT_UPGRADE_KEYS',
  severity: 'warning',
  title: 'the Secret needs more keys on 4.10 to 4.14 than before',
  why: 'there the operator insists on all five Swift keys, the unused ones empty, and stops when one is missing',
  fix: 'make sure that the Secret has REGISTRY_STORAGE_SWIFT_USERNAME, _PASSWORD, _APPLICATIONCREDENTIALID, _APPLICATIONCREDENTIALNAME and _APPLICATIONCREDENTIALSECRET, unused ones empty, before the cluster is upgraded to 4.10; then accept this',
  source: `${OPERATOR} GetConfig, release branches`,
  bad: example(LOGIN, OWN_LOGIN),
  good: example(LOGIN, '\n    openshift: "4.16"\n    credentials: {existingSecret: {}}'),
  check: ({ config, model }) => {
    const { credentials } = config;
    if (model.storage?.backend !== 'swift' || credentials === undefined) return [];
    const before = !atLeast(model.openshift, '4.10');
    const ours = credentials.existingSecret === undefined;
    if (atLeast(model.openshift, '4.15') || (ours && !before)) return [];
    const when = before
      ? 'the next versions want all five keys'
      : 'the Secret is made elsewhere, and needs all five keys';
    return [{ path: ['credentials'], what: `OpenShift is ${model.openshift}: ${when}` }];
  },
};

/** In the order they are listed in the documentation. */
export const SWIFT_RULES: readonly Rule[] = [containerName, authVersion, authUrl, userNeedsAuth, redirect, upgradeKeys];
