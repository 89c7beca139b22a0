/** On ROSA others run the registry: nothing of ours may touch what is theirs. */

import type { Cluster } from '../../../src/config/shape/cluster';
import { buildManifests } from '../../../src/manifests/build-manifests';
import { resolve } from '../../../src/model/resolve';
import { objectsOf } from '../../support/fleet';

const ALLOWED = `
    platform: rosa
    pruner: {schedule: "0 2 * * *"}
    access: {viewers: [{project: team-a, users: [ann]}], metrics: [{user: prometheus}]}`;

test('only the pruner and access', () => {
  expect(objectsOf(ALLOWED).map(({ kind }) => kind)).toEqual([
    'ImagePruner',
    'RoleBinding',
    'ClusterRole',
    'ClusterRoleBinding',
  ]);
});

test.each([
  ['classic', false, ['Image', 'ImageTagMirrorSet']],
  ['with a hosted control plane', true, []],
])('%s: even a configuration that says more makes no Config of it', (_, hosted, kinds) => {
  const cluster: Cluster = {
    hosted,
    name: 'rosa',
    platform: 'rosa',
    openshift: '4.14',
    registry: { replicas: 3 },
    storage: { s3: { bucket: 'registry', region: 'eu-west-1', provision: { ack: {} } } },
    credentials: { externalSecret: { store: { name: 'vault' }, key: 'registry' } },
    image: {
      registrySources: { allowedRegistries: ['quay.io'] },
      imageTagMirrors: [{ source: 'quay.io/a', mirrors: ['m.example.com/a'] }],
    },
    access: { serviceMonitor: true },
  };
  expect(buildManifests(resolve(cluster)).map(({ kind }) => kind)).toEqual(kinds);
});
