/** Foreign registries: which, for whom, and with whose credentials. */

import type { ThirdPartyRegistry } from '../../config/shape/third-party';
import type { ConfigPath } from '../../findings/finding';
import { pullSecretName, serverHost } from '../../model/third-party';
import { isHostPattern, isPort } from '../../values/dns-name';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';

/** Every foreign registry, with its place. */
export const registriesOf = ({
  config,
}: RuleInput): readonly { readonly entry: ThirdPartyRegistry; readonly path: ConfigPath }[] =>
  (config.thirdParty ?? []).map((entry, index) => ({ entry, path: ['thirdParty', index] }));

const STORE = 'externalSecret: {store: {name: vault}, key: registry}';

const server: Rule = {
  code: 'THIRD_PARTY_SERVER',
  severity: 'error',
  title: 'the server of a foreign registry is no host',
  why: 'credentials are looked up by host and path: under any other text they are not found',
  fix: 'write host or host:port, with the path of a repository where the credentials are for that alone; * in the host stands for any text without a dot',
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
      const what = `server is "${text}"`;
      const fix = isServer(bare) ? { fix: `write ${bare}` } : {};
      if (!isServer(serverHost(text))) return [{ path: [...path, 'server'], what, ...fix }];
      const scheme = 'it is read as if the scheme were not there; image names have none';
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
  title: 'pull credentials go to no namespace, or a namespace gets none',
  why: 'image import and pods read pull credentials of their own namespace only',
  fix: 'say credentials and namespaces together, or neither',
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
        return [{ path: [...path, 'credentials'], what: `credentials for ${entry.server} go to no namespace` }];
      }
      return hitIf(some && !entry.credentials, () => ({
        path: [...path, 'namespaces'],
        what: `${entry.namespaces?.length} namespaces are named for ${entry.server}, and no credentials`,
      }));
    }),
};

const secretTwice: Rule = {
  code: 'THIRD_PARTY_SECRET_TWICE',
  severity: 'error',
  title: 'two registries would make the same Secret',
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
      return twice === undefined ? [] : [{ path, what: `Secret ${twice} is made for another registry too` }];
    });
  },
};

const hostCredentials: Rule = {
  code: 'HOST_CREDENTIALS',
  severity: 'info',
  title: 'nodes have no credentials of their own for a registry',
  why: 'a pod pulls with the Secrets it names, and else with the pull secret of the cluster, which does not change here',
  fix: 'name the Secret in imagePullSecrets, or extend the pull secret: oc set data secret/pull-secret -n openshift-config --from-file=.dockerconfigjson=FILE',
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
      what: `credentials for ${[...new Set(servers)].join(', ')} are in namespaces only`,
    }));
  },
};

const pullSecretWhole: Rule = {
  code: 'PULL_SECRET_WHOLE',
  severity: 'warning',
  title: 'the pull secret of the cluster is replaced as a whole',
  why: "its one key holds all registries: without the installer's entries nodes can pull no image of OpenShift, and upgrades fail",
  fix: "keep the installer's entries in the store too, and accept this with a reason",
  source: 'OpenShift documentation, updating the global cluster pull secret',
  bad: `
    platform: aws
    pullSecret: {${STORE}}`,
  good: `
    platform: aws`,
  check: ({ config }) =>
    hitIf(config.pullSecret !== undefined, () => ({
      path: ['pullSecret'],
      what: `openshift-config/pull-secret comes from "${config.pullSecret?.externalSecret?.key}"`,
    })),
};

/** In the order they are listed in the documentation. */
export const THIRD_PARTY_RULES: readonly Rule[] = [server, namespaces, secretTwice, hostCredentials, pullSecretWhole];
