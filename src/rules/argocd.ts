/** Rules of the `argocd` block. A credential in the URL is pointed at and never printed. */

import type { ArgoCd } from '../config/shape/argocd';
import type { ConfigPath } from '../findings/finding';
import type { FleetHit, FleetRule } from './fleet-rule';

const CLUSTERS = 'clusters: [{name: prod, platform: aws, openshift: "4.14"}]';
const example = (argocd: string): string => `
    argocd: {repoURL: "https://git.example.com/registry.git"${argocd}}
    ${CLUSTERS}`;

/** Runs a check where there is an argocd block. */
const ofArgocd =
  (check: (argocd: ArgoCd) => readonly FleetHit[]): FleetRule['check'] =>
  (_, { argocd }) =>
    argocd === undefined ? [] : check(argocd);

const at = (key: keyof ArgoCd): ConfigPath => ['argocd', key];

/** `user@host:path`, as git's own short form of ssh has it. */
const SSH_SHORT_FORM = /^(?:[^@:/\s]+@)?[\w.-]+:(?!\/\/)[^@\s]+$/;
const SCHEMES: readonly string[] = ['https:', 'http:', 'ssh:', 'git+ssh:', 'git:'];

/** The parts of a URL; undefined for git's short form and for what is none. */
function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

const isRepository = (url: string): boolean => {
  const { protocol = '', hostname = '', pathname = '' } = parse(url) ?? {};
  if (SCHEMES.includes(protocol)) return hostname !== '' && pathname.length > 1;
  return !url.includes('://') && SSH_SHORT_FORM.test(url);
};

const url: FleetRule = {
  code: 'ARGOCD_URL',
  severity: 'error',
  acceptable: false,
  title: 'the URL of the repository is none that git can fetch',
  why: 'Argo CD would find no manifests',
  fix: 'write it as https://HOST/PATH.git, ssh://git@HOST/PATH.git or git@HOST:PATH.git',
  source: 'https://git-scm.com/docs/git-clone#_git_urls',
  bad: `
    argocd: {repoURL: git.example.com/registry.git}
    ${CLUSTERS}`,
  good: `
    argocd: {repoURL: "git@git.example.com:platform/registry.git"}
    ${CLUSTERS}`,
  check: ofArgocd(({ repoURL }) =>
    isRepository(repoURL)
      ? []
      : [{ path: at('repoURL'), what: 'argocd.repoURL is not the URL of a git repository, so it is not shown here' }],
  ),
};

/** User and password of https, the password of ssh, and anything after `?`. */
const hasCredentials = (url: string): boolean => {
  const { protocol, username = '', password = '', search = '' } = parse(url) ?? {};
  const user = protocol === 'https:' || protocol === 'http:' ? username : '';
  return user !== '' || password !== '' || search !== '';
};

const urlCredentials: FleetRule = {
  code: 'ARGOCD_URL_CREDENTIALS',
  severity: 'error',
  acceptable: false,
  title: 'the URL of the repository carries a credential',
  why: 'everyone who can read git, the AppProject or an Application could use it',
  fix: 'leave it out, and give it to Argo CD in a repository Secret (argocd.argoproj.io/secret-type: repository)',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories',
  bad: `
    argocd: {repoURL: "https://ci:example-token@git.example.com/registry.git"}
    ${CLUSTERS}`,
  good: example(''),
  check: ofArgocd(({ repoURL }) => {
    if (!hasCredentials(repoURL)) return [];
    const { protocol = '', host = '', pathname = '' } = parse(repoURL) ?? {};
    return [{ path: at('repoURL'), what: `argocd.repoURL carries a credential for ${protocol}//${host}${pathname}` }];
  }),
};

const path: FleetRule = {
  code: 'ARGOCD_PATH',
  severity: 'error',
  acceptable: false,
  title: 'the path of the output is not one inside the repository',
  why: 'Argo CD takes paths from the root of the repository and refuses to leave it',
  fix: 'write it relative to the root of the repository, for example dist',
  source: 'argoproj/argo-cd util/app/path',
  bad: example(', path: ../dist'),
  good: example(', path: registry/dist'),
  check: ofArgocd(({ path = 'dist' }) =>
    path.startsWith('/') || path.split('/').includes('..') || /[\\*?[\]{}\s]/.test(path)
      ? [{ path: at('path'), what: `argocd.path is "${path}", which is not a plain path inside the repository` }]
      : [],
  ),
};

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const isAccount = (account: string): boolean => {
  const [namespace = '', name = '', ...rest] = account.split('/');
  return rest.length === 0 && LABEL.test(namespace) && SUBDOMAIN.test(name);
};

/** What each name has to be. */
const NAMES = [
  ['namespace', 'the name of a namespace', (name: string) => LABEL.test(name)],
  ['project', 'a DNS name of at most 63 characters', (name: string) => LABEL.test(name)],
  ['controllerServiceAccount', 'a service account as namespace/name', isAccount],
] as const;

const names: FleetRule = {
  code: 'ARGOCD_NAME',
  severity: 'error',
  acceptable: false,
  title: 'a name of the argocd block is none that Kubernetes accepts',
  why: 'the API server refuses the objects that carry it',
  fix: 'use lower case letters, digits and -, beginning and ending with a letter or digit',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  bad: example(', project: Image_Registry'),
  good: example(', project: image-registry, namespace: argocd, controllerServiceAccount: argocd/controller'),
  check: ofArgocd(argocd =>
    NAMES.flatMap(([key, wanted, isRight]) => {
      const name = argocd[key];
      return name === undefined || isRight(name)
        ? []
        : [{ path: at(key), what: `argocd.${key} is "${name}", which is not ${wanted}` }];
    }),
  ),
};

const prune: FleetRule = {
  code: 'ARGOCD_PRUNE',
  severity: 'warning',
  title: 'Argo CD deletes what leaves the output',
  why:
    'a binding, role, Job, certificate or trust bundle that leaves git leaves the cluster; the registry, claims, volumes, ' +
    'buckets, their classes and everything that owns credentials stay, because each carries Prune=false and Delete=false',
  fix: 'leave prune out and delete by hand, or keep it and review what disappears from the output',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources',
  bad: example(', prune: true'),
  good: example(', prune: false'),
  check: ofArgocd(argocd => (argocd.prune === true ? [{ path: at('prune'), what: 'argocd.prune is true' }] : [])),
};

/** In the order they are listed in the documentation. */
export const ARGOCD_RULES: readonly FleetRule[] = [url, urlCredentials, path, names, prune];
