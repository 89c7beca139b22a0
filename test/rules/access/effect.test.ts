import { ACCESS_EFFECT_RULES } from '../../../src/rules/access/effect';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(ACCESS_EFFECT_RULES);

test.each<[string, object, boolean]>([
  ['users in a project', { viewers: [{ project: 'team-a', users: ['ann'] }] }, false],
  [
    "users in the registry's own namespace",
    { viewers: [{ project: 'openshift-image-registry', users: ['ann'] }] },
    true,
  ],
  ['pushing there', { editors: [{ project: 'openshift-image-registry', users: ['ann'] }] }, true],
  ['in kube-system', { imageBuilders: [{ project: 'kube-system', users: ['ann'] }] }, true],
  ['pulling from openshift, which all may', { viewers: [{ project: 'openshift', groups: ['devs'] }] }, true],
  ['pushing to openshift', { editors: [{ project: 'openshift', users: ['ann'] }] }, false],
  ['images of virtual machines', { viewers: [{ project: 'openshift-virtualization-os-images', users: ['a'] }] }, false],
  ["a project's own accounts", { viewers: [{ project: 'team-a', serviceAccounts: ['team-a/default'] }] }, true],
  ['their group', { viewers: [{ project: 'team-a', groups: ['system:serviceaccounts:team-a'] }] }, true],
  ['accounts of another project', { viewers: [{ project: 'team-a', serviceAccounts: ['ci/default'] }] }, false],
  ['both', { viewers: [{ project: 'team-a', serviceAccounts: ['team-a/default', 'ci/default'] }] }, false],
  ['own accounts that push', { editors: [{ project: 'team-a', serviceAccounts: ['team-a/ci'] }] }, false],
  ['own accounts, and a user', { viewers: [{ project: 'a', users: ['ann'], serviceAccounts: ['a/ci'] }] }, false],
  ['nobody', { viewers: [{ project: 'team-a', users: [] }] }, false],
])('%s', (_, access, useless) =>
  expect(codes(JSON.stringify({ platform: 'aws', access }))).toEqual(useless ? ['ACCESS_NO_EFFECT'] : []),
);
