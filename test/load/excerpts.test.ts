import { join } from 'node:path';
import { excerptsFrom } from '../../src/load/excerpts';
import { cpuSeconds } from '../support/cpu';
import { folderWith } from '../support/files';

/** What is shown of a line of a file. */
function shown(text: string): string | undefined {
  const file = join(folderWith({ 'fleet.yaml': `clusters:\n${text}\n` }), 'fleet.yaml');
  return excerptsFrom()({ file, line: 2, column: 1 });
}

test.each([
  '  - name: prod',
  '        key: registry/aws-1',
  "        key: 'secret/data/registry'",
  '      tolerations: [{key: node-role.kubernetes.io/infra, operator: Exists}]',
  '    credentials:',
  '      externalSecret:',
  '    credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registry/aws-1}}',
  '    credentials: {existingSecret: {}}',
  '    pullSecret: {externalSecret: {store: {name: vault}, key: openshift/pull-secret}}',
])('%s is shown', line => expect(shown(line)).toBe(line));

test.each([
  '',
  '      password: hunter2',
  '      key: hunter2',
  '      key: Hunter2/More',
  '      key: registry/aws-1 hunter2',
  '      secret: {key: registry/aws-1}',
  '      accessKey: registry/aws-1',
  '      private.key: registry/aws-1',
  '    credentials: {key: registry/aws-1, access: hunter2}',
  '    credentials: {externalSecret: hunter2}',
  '    credentials: hunter2',
  '    credentials: {hunter2}',
  '    credentials: {name: hunter two}',
  '    credentials: # hunter2',
  '    credentials: {existingSecret: {}} # hunter2',
  '    existingSecret: {hunter2: a}',
  '        REGISTRY_STORAGE_S3_SECRETKEY: S3_SECRET_KEY',
  '      key: wjalrxutnfemi/k7mdeng3bpxrfi9cyq2zt8',
  '      note: my password is hunter2',
])('%j is not shown', line => expect(shown(line)).toBeUndefined());

test('a line made to take long is answered at once', () => {
  const lines = ['key: ', 'credentials: {', 'name: a '].map(part => part.repeat(400).slice(0, 3_900));
  expect(cpuSeconds(() => lines.map(line => shown(`${line}!`)))).toBeLessThan(1);
});
