import { runFleet } from '../../support/fleet';

const found = (argocd: string): readonly string[] =>
  runFleet(`argocd: {repoURL: "https://git.example.com/a.git"${argocd}}
clusters: [{name: prod, platform: aws, openshift: "4.14"}]
`)
    .findings.filter(({ code }) => code === 'FLEET_TEXT' || code === 'FLEET_SECRET')
    .map(({ code, path }) => `${code} ${path?.join('.')}`);

test.each<[string, readonly string[]]>([
  [', targetRevision: main', []],
  [', targetRevision: "v1.2"', []],
  [', targetRevision: "-main"', ['FLEET_TEXT argocd.targetRevision']],
  [', targetRevision: "ma\\u202ein"', ['FLEET_TEXT argocd.targetRevision']],
  [', targetRevision: ghp_0123456789abcdefghijABCDEFGHIJ012345', ['FLEET_SECRET argocd.targetRevision']],
])('argocd%s', (argocd, expected) => expect(found(argocd)).toEqual(expected));
