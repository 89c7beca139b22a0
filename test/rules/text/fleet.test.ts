/** FLEET_TEXT: the texts of the fleet's own settings. */

import { runFleet } from '../../support/fleet';

const CLUSTERS = 'clusters: [{name: a, platform: aws, openshift: "4.14"}]';
const refuses = (settings: string): boolean => runFleet(`{${settings}, ${CLUSTERS}}`).codes.includes('FLEET_TEXT');
const argocd = (setting: string): string => `argocd: {repoURL: "https://git.example.com/x.git", ${setting}}`;

test.each<[string, string, boolean]>([
  ['a branch', argocd('targetRevision: release/4.14'), false],
  ['a range of versions', argocd('targetRevision: ">=1.2.0 <2.0.0"'), false],
  ['a pattern of versions', argocd('targetRevision: v1.*'), false],
  ['what git takes for an option', argocd('targetRevision: "-x"'), true],
  ['a revision of two lines', argocd('targetRevision: "main\\nb"'), true],
  ['a path with an escape', argocd('path: "di\\u001b[2Jst"'), true],
  [
    'a URL that turns around',
    argocd('repoURL: "https://git.example.com/\\u202ex.git"').replace('"https://git.example.com/x.git", repoURL: ', ''),
    true,
  ],
  ['a profile that cannot be seen', 'profiles: {"a\\u200bb": {}}', true],
  ['a profile', 'profiles: {"a profile of ours": {}}', false],
])('%s', (_, settings, refused) => expect(refuses(settings)).toBe(refused));
