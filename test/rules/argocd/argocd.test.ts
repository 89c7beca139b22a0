import { runFleet } from '../../support/fleet';

const CLUSTERS = 'clusters: [{name: prod, platform: aws, openshift: "4.14"}]';
const codes = (argocd: object): readonly string[] =>
  runFleet(`argocd: ${JSON.stringify(argocd)}\n${CLUSTERS}`).codes.filter(code => code.startsWith('ARGOCD'));

test.each<[string, string[]]>([
  ['https://git.example.com/registry.git', []],
  ['ssh://git@git.example.com:7999/platform/registry.git', []],
  ['git@git.example.com:platform/registry.git', []],
  ['git.example.com/registry.git', ['ARGOCD_URL']],
  ['https://', ['ARGOCD_URL']],
  ['https://git.example.com', ['ARGOCD_URL']],
  ['file:///srv/registry.git', ['ARGOCD_URL']],
  ['', ['ARGOCD_URL']],
  ['https://user@git.example.com/registry.git', ['ARGOCD_URL_CREDENTIALS']],
  ['https://user:s3cr3t@git.example.com/registry.git', ['ARGOCD_URL_CREDENTIALS']],
  ['ssh://git:s3cr3t@git.example.com/registry.git', ['ARGOCD_URL_CREDENTIALS']],
  ['https://git.example.com/registry.git?private_token=s3cr3t', ['ARGOCD_URL_CREDENTIALS']],
])('repoURL %s', (repoURL, expected) => {
  expect(codes({ repoURL })).toEqual(expected);
});

test.each(['https://u:s3cr3t@git.example.com/r.git?t=s3cr3t', 'u:s3cr3t@git.example.com/r.git'])(
  'a credential is never printed: %s',
  repoURL => {
    const { findings } = runFleet(`argocd: ${JSON.stringify({ repoURL })}\n${CLUSTERS}`);
    expect(findings.length).toBeGreaterThan(0);
    expect(JSON.stringify(findings)).not.toContain('s3cr3t');
  },
);

const repoURL = 'https://git.example.com/registry.git';
test.each<[string, object, string[]]>([
  ['a path below the root', { path: 'a/b' }, []],
  ['the root itself', { path: '.' }, []],
  ['an absolute path', { path: '/dist' }, ['ARGOCD_PATH']],
  ['a path that leaves the repository', { path: 'a/../../b' }, ['ARGOCD_PATH']],
  ['a pattern', { path: 'dist/*' }, ['ARGOCD_PATH']],
  ['an upper case project', { project: 'Registry' }, ['ARGOCD_NAME']],
  ['a namespace with a dot', { namespace: 'a.b' }, ['ARGOCD_NAME']],
  ['an instance elsewhere, its account not said', { namespace: 'argocd' }, ['ARGOCD_CONTROLLER_ACCOUNT']],
  [
    'an instance elsewhere, its account said',
    { namespace: 'argocd', controllerServiceAccount: 'argocd/argocd-application-controller' },
    [],
  ],
  ['an account without a namespace', { controllerServiceAccount: 'controller' }, ['ARGOCD_NAME']],
  ['an account with three parts', { controllerServiceAccount: 'a/b/c' }, ['ARGOCD_NAME']],
  ['a path of the name clusters in the middle', { path: 'clusters/dist' }, []],
  ["the clusters' own folder", { path: 'dist/clusters/' }, ['ARGOCD_PATH_CLUSTERS']],
  ['a revision with blanks around it', { targetRevision: ' main' }, ['ARGOCD_REVISION']],
  ['an empty revision', { targetRevision: '' }, ['ARGOCD_REVISION']],
  ['a revision that is a template', { targetRevision: '{{ .branch }}' }, ['ARGOCD_REVISION']],
  ['a range of tags', { targetRevision: '>=1.0.0 <2.0.0' }, []],
  ['a URL that is a template', { repoURL: 'https://git.example.com/{{ .team }}.git' }, ['ARGOCD_URL']],
  ["Argo CD's own project", { project: 'default' }, ['ARGOCD_PROJECT_DEFAULT']],
  ['a project that leaves room for the name of the cluster', { project: 'a'.repeat(58) }, []],
  ['a project that leaves none', { project: 'a'.repeat(59) }, ['ARGOCD_APPLICATION_NAME']],
  ['pruning', { prune: true }, ['ARGOCD_PRUNE']],
])('%s', (_name, argocd, expected) => {
  expect(codes({ repoURL, ...argocd })).toEqual(expected);
});
