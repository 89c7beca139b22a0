import { App, Chart, Testing } from 'cdk8s';
import { type Access, AwsImageRegistry, RosaImageRegistry, type Subject } from '../../src';
import type { AnyManifest } from '../support/fleet';

// Warnings have a test of their own.
process.env.REGISTRY_SEVERITY = 'error';

const RBAC = 'rbac.authorization.k8s.io';
const user = (name: string): object => ({ apiGroup: RBAC, kind: 'User', name });
const group = (name: string): object => ({ apiGroup: RBAC, kind: 'Group', name });

/** The bindings that are written, by project and name. */
function bindings(registry: AwsImageRegistry | RosaImageRegistry): Readonly<Record<string, unknown>> {
  const objects = Testing.synth(Chart.of(registry)) as AnyManifest[];
  const found = objects.filter(({ kind }) => kind === 'RoleBinding');
  const entries = found.map(({ metadata, roleRef, subjects }) => [
    `${metadata.namespace}/${metadata.name}: ${roleRef.name}`,
    subjects,
  ]);
  expect(new Set(entries.map(([key]) => key)).size).toBe(entries.length);
  return Object.fromEntries(entries);
}

const aws = (access?: Access, scope: App = Testing.app()): AwsImageRegistry =>
  new AwsImageRegistry(new Chart(scope, 'prod'), 'registry', { openshift: '4.14', access });

const VIEWERS = 'team-a/image-registry-viewers: registry-viewer';
const EDITORS = 'team-a/image-registry-editors: registry-editor';

test('users, groups and service accounts, to pull and to push', () => {
  const registry = aws();
  registry.grantPull('team-a', { user: 'ann' }, { group: 'devs' }, { serviceAccount: 'ci/builder' });
  registry.grantPush('team-a', { group: 'release' });
  expect(bindings(registry)).toEqual({
    [VIEWERS]: [user('ann'), group('devs'), { kind: 'ServiceAccount', name: 'builder', namespace: 'ci' }],
    [EDITORS]: [group('release')],
  });
});

test('they join those of access, each once, in one binding', () => {
  const registry = aws({
    viewers: [{ project: 'team-a', users: ['ann'] }],
    bindings: [{ role: 'registry-viewer', project: 'team-a', users: ['eve'] }],
  });
  registry.grantPull('team-a', { user: 'bob' }, { user: 'ann' });
  registry.grantPull('team-a', { user: 'ada' });
  registry.grantPull('team-b', { user: 'bob' });
  expect(bindings(registry)).toEqual({
    [VIEWERS]: [user('ada'), user('ann'), user('bob')],
    'team-a/image-registry-registry-viewer: registry-viewer': [user('eve')],
    'team-b/image-registry-viewers: registry-viewer': [user('bob')],
  });
});

test('the binding is returned, and the same one each time', () => {
  const registry = aws({ editors: [{ project: 'team-a', users: ['ann'] }] });
  const binding = registry.grantPush('team-a', { user: 'bob' });
  binding.metadata.addLabel('audit', 'yes');
  expect(registry.grantPush('team-a', { group: 'devs' })).toBe(binding);
  const [object] = (Testing.synth(Chart.of(registry)) as AnyManifest[]).filter(({ kind }) => kind === 'RoleBinding');
  expect(object).toMatchObject({
    metadata: { labels: { audit: 'yes', 'registry-gitops/cluster': 'prod' } },
    subjects: [user('ann'), user('bob'), group('devs')],
  });
});

test('after one synthesis there may be more', () => {
  const registry = aws();
  registry.grantPull('team-a', { user: 'ann' });
  expect(bindings(registry)).toEqual({ [VIEWERS]: [user('ann')] });
  registry.grantPull('team-a', { user: 'bob' });
  expect(bindings(registry)).toEqual({ [VIEWERS]: [user('ann'), user('bob')] });
});

test('on ROSA too', () => {
  const registry = new RosaImageRegistry(new Chart(Testing.app(), 'prod'), 'registry', { openshift: '4.14' });
  registry.grantPull('team-a', { user: 'ann' });
  expect(bindings(registry)).toEqual({ [VIEWERS]: [user('ann')] });
});

describe('the rules of access guard them, and name the call', () => {
  test.each<[string, string, readonly unknown[], string]>([
    [
      'no project',
      'Team_A',
      [{ user: 'ann' }],
      'ACCESS_PROJECT] project "Team_A" is not a DNS label#grantPush[1].project',
    ],
    [
      'no namespace',
      'team-a',
      [{ serviceAccount: 'builder' }],
      'ACCESS_SERVICE_ACCOUNT] service account "builder" is not namespace/name#grantPush[1].serviceAccounts[0]',
    ],
    [
      'no name',
      'team-a',
      [{ group: '' }],
      'ACCESS_NAME_EMPTY] the name of a user or group is empty#grantPush[1].groups[0]',
    ],
    [
      'a word that does not exist',
      'team-a',
      [{ usr: 'ann' }],
      'UNKNOWN_KEY] "usr" is not a known key#grantPush[1].usr',
    ],
    ['a subject that is text', 'team-a', ['ann'], 'WRONG_TYPE] #grantPush[1]'],
    ['a name that is a number', 'team-a', [{ user: 5 }], 'WRONG_TYPE] #grantPush[1].users[0]'],
  ])('%s', (_, project, subjects, expected) => {
    const app = new App();
    const registry = aws({ editors: [{ project: 'team-a', users: ['ann'] }] }, app);
    registry.grantPush('team-a', { user: 'bob' });
    registry.grantPush(project, ...(subjects as readonly Subject[]));
    const [message = '', path = ''] = expected.split('#');
    expect(() => app.synthYaml()).toThrow(`error[${message}`);
    expect(() => app.synthYaml()).toThrow(`at:  prod/registry (${path})`);
  });

  test('a grant to nobody is no error: the binding has no subject yet', () => {
    const registry = aws();
    registry.grantPush('team-a');
    expect(Object.values(bindings(registry))).toEqual([[]]);
  });

  test('errors in access keep their own path', () => {
    const app = new App();
    aws({ editors: [{ project: 'Team_A', users: ['ann'] }] }, app).grantPush('team-a', { user: 'bob' });
    expect(() => app.synthYaml()).toThrow('at:  prod/registry (access.editors[0].project)');
  });
});
