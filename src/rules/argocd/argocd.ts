/** Rules of the `argocd` block. A credential in the URL is reported and never printed. */

import type { FleetRule } from '../fleet/fleet-rule';
import { argocdFleet, argocdAt as at, argocdExample as example, ofArgocd } from './argocd-rule';
import { ARGOCD_NAME_RULES } from './names';

/** Braces that the template of an ApplicationSet would replace. */
const hasPlaceholder = (text: string): boolean => /\{\{|\}\}/.test(text);

/** `user@host:path`, as git's own short form of ssh has it. */
const SSH_SHORT_FORM = /^(?:[^@:/\s]+@)?[\w.-]+:(?!\/\/)[^@\s]+$/;
const SCHEMES: readonly string[] = ['https:', 'http:', 'ssh:', 'git+ssh:', 'git:'];

/** The parts of a URL; undefined for git's short form and for what is not a URL. */
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
  title: 'repoURL is not the URL of a git repository',
  why: 'Argo CD cannot fetch the manifests, and the Applications stay in status Unknown',
  fix: 'write https://HOST/PATH.git or git@HOST:PATH.git',
  source: 'https://git-scm.com/docs/git-clone#_git_urls',
  bad: argocdFleet('{repoURL: git.example.com/registry.git}'),
  good: argocdFleet('{repoURL: "git@git.example.com:platform/registry.git"}'),
  check: ofArgocd(({ repoURL }) =>
    isRepository(repoURL)
      ? []
      : [{ path: at('repoURL'), what: 'argocd.repoURL is not the URL of a git repository (not shown)' }],
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
  title: 'repoURL contains a credential',
  why: 'everyone who can read git, the AppProject or an Application can use the credential',
  fix: 'remove and revoke it, and give Argo CD a new one in a repository Secret (argocd.argoproj.io/secret-type: repository)',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#repositories',
  bad: argocdFleet('{repoURL: "https://ci:example-token@git.example.com/registry.git"}'),
  good: example(''),
  check: ofArgocd(({ repoURL }) => {
    if (!hasCredentials(repoURL)) return [];
    const { protocol = '', host = '', pathname = '' } = parse(repoURL) ?? {};
    return [
      { path: at('repoURL'), what: `argocd.repoURL must not contain a credential for ${protocol}//${host}${pathname}` },
    ];
  }),
};

const path: FleetRule = {
  code: 'ARGOCD_PATH',
  severity: 'error',
  acceptable: false,
  title: 'the path of the output is not inside the repository',
  why: 'Argo CD reads paths relative to the root of the repository and refuses any path outside it',
  fix: 'write the path relative to the root of the repository, for example dist',
  source: 'argoproj/argo-cd util/app/path',
  bad: example(', path: ../dist'),
  good: example(', path: registry/dist'),
  check: ofArgocd(({ path = 'dist' }) =>
    path.startsWith('/') || path.split('/').includes('..') || /[\\*?[\]{}\s]/.test(path)
      ? [{ path: at('path'), what: `argocd.path "${path}" is not a plain path inside the repository` }]
      : [],
  ),
};

const OUR_FOLDER = /(^|\/)clusters\/*$/;

const pathClusters: FleetRule = {
  code: 'ARGOCD_PATH_CLUSTERS',
  severity: 'warning',
  title: 'argocd.path names the folder clusters instead of the output folder',
  why: 'Argo CD looks for clusters/ below the path; without it, it silently syncs no cluster',
  fix: 'write the output folder itself, for example dist',
  source: 'dist/clusters/<name>',
  bad: example(', path: dist/clusters'),
  good: example(', path: dist'),
  check: ofArgocd(({ path = 'dist' }) =>
    OUR_FOLDER.test(path)
      ? [{ path: at('path'), what: `argocd.path "${path}" should be the output folder, not clusters below it` }]
      : [],
  ),
};

const revision: FleetRule = {
  code: 'ARGOCD_REVISION',
  severity: 'error',
  acceptable: false,
  title: 'targetRevision is not a branch, tag or commit',
  why: 'Argo CD cannot fetch the manifests, and the Applications stay in status Unknown',
  fix: 'write the name of a branch, a tag or a commit, or remove targetRevision for HEAD',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/tracking_strategies/',
  bad: example(', targetRevision: ""'),
  good: example(', targetRevision: main'),
  check: ofArgocd(({ targetRevision = 'HEAD' }) =>
    targetRevision.trim() === '' || targetRevision !== targetRevision.trim() || hasPlaceholder(targetRevision)
      ? [
          {
            path: at('targetRevision'),
            what: `argocd.targetRevision "${targetRevision}" is not a branch, a tag or a commit`,
          },
        ]
      : [],
  ),
};

const prune: FleetRule = {
  code: 'ARGOCD_PRUNE',
  severity: 'warning',
  title: 'Argo CD deletes objects that are removed from the output',
  why:
    'a binding, role, Job, certificate or trust bundle that is removed from git is deleted from the cluster; the registry, claims, volumes, ' +
    'buckets, their classes and everything that owns credentials are kept, because they have Prune=false and Delete=false',
  fix: 'remove prune and delete by hand, or keep it and review which files a change removes',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources',
  bad: example(', prune: true'),
  good: example(', prune: false'),
  check: ofArgocd(argocd =>
    argocd.prune === true
      ? [
          {
            path: at('prune'),
            what: 'argocd.prune is true: Argo CD deletes every object without Prune=false that is removed from git',
          },
        ]
      : [],
  ),
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
