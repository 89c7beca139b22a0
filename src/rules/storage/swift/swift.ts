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
  title: 'the Swift container name is not valid',
  why: 'the name is one part of a URL path: with a slash or more than 256 bytes every request fails',
  fix: 'write only the name, without slashes',
  source: 'https://docs.openstack.org/api-ref/object-store',
  bad: example('{container: team/registry}'),
  good: VALID,
  check: ({ config: { storage } }) => {
    const name = storage?.swift?.container ?? '';
    return hitIf(name.includes('/') || Buffer.byteLength(name) > 256, () => ({
      path: ['storage', 'swift', 'container'],
      what: `container "${name.slice(0, 40)}" ${name.includes('/') ? 'must not contain a slash' : 'must not be longer than 256 bytes'}`,
    }));
  },
};

const authVersion: Rule = {
  code: 'SWIFT_AUTHVERSION',
  severity: 'error',
  title: 'the version of the Keystone API is not a number',
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
  title: 'authURL is not a Keystone URL that the operator accepts',
  why: 'the operator accepts the path /v1, /v2 or /v3, or no path, and stops at any other',
  fix: 'write a URL such as https://keystone.example.com:13000/v3',
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
  if (url === undefined) return 'is not an http:// or https:// URL';
  return url.pathname === '/' || /^\/v[123]/.test(url.pathname) ? undefined : `must not have the path ${url.pathname}`;
}

const userNeedsAuth: Rule = {
  code: 'SWIFT_USER_NEEDS_AUTH',
  severity: 'error',
  title: 'Swift credentials need authURL and one domain',
  why: "with these credentials the operator no longer reads the cluster's clouds.yaml: it has no URL to log in to, and Keystone needs exactly one domain for a user name",
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
    if (!swift.authURL) hits.push({ path, what: 'credentials are set, but authURL is not set' });
    if (password && domains === 0) hits.push({ path, what: 'credentials are set, but domain or domainID is not set' });
    if (password && domains === 2) {
      hits.push({
        path: [...path, 'domainID'],
        what: `domain "${swift.domain}" and domainID "${swift.domainID}" cannot both be set`,
        fix: 'remove domain or domainID',
      });
    }
    return hits;
  },
};

const redirect: Rule = {
  code: 'SWIFT_REDIRECT',
  severity: 'warning',
  title: 'clients are redirected to Swift',
  why: 'pulls fail on nodes and clients that do not trust the certificate of Swift or cannot reach it',
  fix: 'remove registry.disableRedirect, which is then true; accept this if Swift has a public certificate and all clients can reach it',
  source: 'OpenShift documentation, configuring the registry to trust Swift storage',
  bad: example('{container: registry}', '\n    registry: {disableRedirect: false}'),
  good: VALID,
  check: ({ config, model }) =>
    hitIf(config.registry?.disableRedirect === false && model.storage?.backend === 'swift', () => ({
      path: ['registry', 'disableRedirect'],
      what: 'disableRedirect is false, so clients must reach and trust Swift themselves',
    })),
};

const upgradeKeys: Rule = {
  code: 'SWIFT_UPGRADE_KEYS',
  severity: 'warning',
  title: 'OpenShift 4.10 to 4.14 need more keys in the Swift Secret',
  why: 'on these versions the operator stops unless the Secret has all five Swift keys, with empty values for those not used',
  fix: 'add REGISTRY_STORAGE_SWIFT_USERNAME, _PASSWORD, _APPLICATIONCREDENTIALID, _APPLICATIONCREDENTIALNAME and _APPLICATIONCREDENTIALSECRET, to the Secret, empty if not used, before the upgrade to 4.10; then accept this',
  source: `${OPERATOR} GetConfig, release branches`,
  bad: example(LOGIN, OWN_LOGIN),
  good: example(LOGIN, '\n    openshift: "4.16"\n    credentials: {existingSecret: {}}'),
  check: ({ config, model }) => {
    const { credentials } = config;
    if (model.storage?.backend !== 'swift' || credentials === undefined) return [];
    const before = !atLeast(model.openshift, '4.10');
    const ours = credentials.existingSecret === undefined;
    if (atLeast(model.openshift, '4.15') || (ours && !before)) return [];
    const what = before
      ? `the Secret needs all five Swift keys before the upgrade from ${model.openshift} to 4.10`
      : `the Secret needs all five Swift keys on OpenShift ${model.openshift}, and is not created here`;
    return [{ path: ['credentials'], what }];
  },
};

/** In the order they are listed in the documentation. */
export const SWIFT_RULES: readonly Rule[] = [containerName, authVersion, authUrl, userNeedsAuth, redirect, upgradeKeys];
