/** External registries: which, for which namespaces, and with which credentials. */

import type { ThirdPartyRegistry } from '../../config/shape/third-party';
import type { ConfigPath } from '../../findings/finding';
import { pullSecretName, serverHost } from '../../model/third-party';
import { isHostPattern, isPort } from '../../values/dns-name';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';

/** Every external registry, with its place. */
export const registriesOf = ({
  config,
}: RuleInput): readonly { readonly entry: ThirdPartyRegistry; readonly path: ConfigPath }[] =>
  (config.thirdParty ?? []).map((entry, index) => ({ entry, path: ['thirdParty', index] }));

const STORE = 'externalSecret: {store: {name: vault}, key: registry}';

const server: Rule = {
  code: 'THIRD_PARTY_SERVER',
  severity: 'error',
  title: 'the server of an external registry is not a host',
  why: 'credentials are found by host and path only',
  fix: 'write host or host:port, with the path of a repository if the credentials are for that repository only; * in the host matches any text without a dot',
  source: 'Kubernetes documentation, interpretation of config.json; kubernetes pkg/credentialprovider/keyring.go',
  bad: `
    platform: aws
    thirdParty: [{server: "quay.io:acme", namespaces: [team-a], credentials: {${STORE}}}]`,
  good: `
    platform: aws
    thirdParty: [{server: quay.io/acme, namespaces: [team-a], credentials: {${STORE}}}]`,
  check: input =>
    registriesOf(input).flatMap(({ entry: { server: text = '' }, path }): readonly Hit[] => {
      if (text === DOCKER_HUB) return [];
      const bare = serverHost(text.trim());
      const what = `server "${text}" is not a host`;
      const fix = isServer(bare) ? { fix: `write ${bare}` } : {};
      if (!isServer(serverHost(text))) return [{ path: [...path, 'server'], what, ...fix }];
      const scheme = 'the scheme is ignored, because image names have none';
      return hitIf(/^https?:/i.test(text), () => ({
        path: [...path, 'server'],
        what,
        why: scheme,
        severity: 'warning',
        ...fix,
      }));
    }),
};

/** How logins of Docker Hub are kept everywhere. */
const DOCKER_HUB = 'https://index.docker.io/v1/';

function isServer(text: string): boolean {
  const [authority = '', ...path] = text.split('/');
  const [host = '', port, ...rest] = authority.split(':');
  const hostFits = isHostPattern(host) && rest.length === 0 && (port === undefined || isPort(port));
  return hostFits && path.every(part => /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/.test(part));
}

const namespaces: Rule = {
  code: 'THIRD_PARTY_NAMESPACES',
  severity: 'error',
  title: 'pull credentials have no namespaces, or namespaces have no credentials',
  why: 'image import and pods only use pull credentials in their own namespace',
  fix: 'set both credentials and namespaces, or neither',
  source: 'OpenShift documentation, using image pull secrets',
  bad: `
    platform: aws
    thirdParty: [{server: quay.io, credentials: {${STORE}}}]`,
  good: `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {${STORE}}}]`,
  check: input =>
    registriesOf(input).flatMap(({ entry, path }): readonly Hit[] => {
      const some = (entry.namespaces?.length ?? 0) > 0;
      if (entry.credentials && !some) {
        return [{ path: [...path, 'credentials'], what: `credentials for ${entry.server} need namespaces` }];
      }
      return hitIf(some && !entry.credentials, () => ({
        path: [...path, 'namespaces'],
        what: `namespaces (${entry.namespaces?.length}) for ${entry.server} need credentials`,
      }));
    }),
};

const secretTwice: Rule = {
  code: 'THIRD_PARTY_SECRET_TWICE',
  severity: 'error',
  title: 'two registries would create the same Secret',
  why: 'one of the two would overwrite the other',
  fix: 'merge the two entries, or give one of them another secretName',
  source: 'src/model/third-party.ts',
  bad: `
    platform: aws
    thirdParty:
      - {server: quay.io, namespaces: [team-a], secretName: pull, credentials: {${STORE}}}
      - {server: ghcr.io, namespaces: [team-a], secretName: pull, credentials: {${STORE}}}`,
  good: `
    platform: aws
    thirdParty:
      - {server: quay.io, namespaces: [team-a], credentials: {${STORE}}}
      - {server: ghcr.io, namespaces: [team-a], credentials: {${STORE}}}`,
  check: input => {
    const seen = new Set<string>();
    return registriesOf(input).flatMap(({ entry, path }) => {
      if (!entry.credentials || entry.credentials.existingSecret) return [];
      const name = pullSecretName(entry);
      const keys = [...new Set(entry.namespaces)].map(namespace => `${namespace}/${name}`);
      const twice = keys.find(key => seen.has(key));
      for (const key of keys) seen.add(key);
      return twice === undefined ? [] : [{ path, what: `Secret ${twice} is already created for another registry` }];
    });
  },
};

const hostCredentials: Rule = {
  code: 'HOST_CREDENTIALS',
  severity: 'info',
  title: 'nodes have no credentials of their own for a registry',
  why: 'a pod pulls with the Secrets in its imagePullSecrets, otherwise with the pull secret of the cluster, which this configuration does not change',
  fix: 'add the Secret to imagePullSecrets of the pods, or extend the pull secret: oc set data secret/pull-secret -n openshift-config --from-file=.dockerconfigjson=FILE',
  source: 'OpenShift documentation, using image pull secrets',
  bad: `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {${STORE}}}]`,
  good: `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {${STORE}}}]
    pullSecret: {${STORE}}`,
  check: input => {
    const servers = registriesOf(input)
      .filter(({ entry }) => entry.credentials)
      .map(({ entry }) => entry.server);
    return hitIf(servers.length > 0 && input.config.pullSecret === undefined, () => ({
      path: ['thirdParty'],
      what: `credentials for ${[...new Set(servers)].join(', ')} are only in namespaces, not on nodes`,
    }));
  },
};

const pullSecretWhole: Rule = {
  code: 'PULL_SECRET_WHOLE',
  severity: 'warning',
  title: 'the pull secret of the cluster is replaced as a whole',
  why: "the Secret has one key with all registries: without the installer's entries nodes cannot pull the images of OpenShift, and upgrades fail",
  fix: "add the installer's entries to the store, and accept this with a reason",
  source: 'OpenShift documentation, updating the global cluster pull secret',
  bad: `
    platform: aws
    pullSecret: {${STORE}}`,
  good: `
    platform: aws`,
  check: ({ config }) =>
    hitIf(config.pullSecret !== undefined, () => ({
      path: ['pullSecret'],
      what: `"${config.pullSecret?.externalSecret?.key}" would replace openshift-config/pull-secret as a whole`,
    })),
};

/** In the order they are listed in the documentation. */
export const THIRD_PARTY_RULES: readonly Rule[] = [server, namespaces, secretTwice, hostCredentials, pullSecretWhole];
