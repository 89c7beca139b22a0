/** Rules of the `argocd` block. A credential in the URL is pointed at and never printed. */

import type { FleetRule } from '../fleet/fleet-rule';
import { argocdFleet, argocdAt as at, argocdExample as example, ofArgocd } from './argocd-rule';
import { ARGOCD_NAME_RULES } from './names';

/** Braces that the template of an ApplicationSet would take for its own. */
const hasPlaceholder = (text: string): boolean => /\{\{|\}\}/.test(text);

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
  if (hasPlaceholder(url)) return false;
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
  bad: argocdFleet('{repoURL: git.example.com/registry.git}'),
  good: argocdFleet('{repoURL: "git@git.example.com:platform/registry.git"}'),
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
  bad: argocdFleet('{repoURL: "https://ci:example-token@git.example.com/registry.git"}'),
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

const OUR_FOLDER = /(^|\/)clusters\/*$/;

const pathClusters: FleetRule = {
  code: 'ARGOCD_PATH_CLUSTERS',
  severity: 'warning',
  title: 'the path of the output seems to be the folder of the clusters in it',
  why: 'Argo CD looks for clusters/ below the path; where there is none, it finds no cluster and says nothing',
  fix: 'name the output folder itself, for example dist',
  source: 'dist/clusters/<name>',
  bad: example(', path: dist/clusters'),
  good: example(', path: dist'),
  check: ofArgocd(({ path = 'dist' }) =>
    OUR_FOLDER.test(path)
      ? [{ path: at('path'), what: `argocd.path "${path}" ends in the folder of the clusters` }]
      : [],
  ),
};

const revision: FleetRule = {
  code: 'ARGOCD_REVISION',
  severity: 'error',
  acceptable: false,
  title: 'the revision is no branch, tag or commit',
  why: 'Argo CD would find no manifests',
  fix: 'write the name of a branch, a tag or a commit, or leave it out for HEAD',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/',
  bad: example(', targetRevision: ""'),
  good: example(', targetRevision: main'),
  check: ofArgocd(({ targetRevision = 'HEAD' }) =>
    targetRevision.trim() === '' || targetRevision !== targetRevision.trim() || hasPlaceholder(targetRevision)
      ? [{ path: at('targetRevision'), what: `argocd.targetRevision is "${targetRevision}", which git cannot resolve` }]
      : [],
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
export const ARGOCD_RULES: readonly FleetRule[] = [
  url,
  urlCredentials,
  path,
  pathClusters,
  revision,
  ...ARGOCD_NAME_RULES,
  prune,
];
