/** One fleet in the words of the overview, every block of a cluster at once: nothing in it is an error. */

import { stringify } from 'yaml';
import { runFleet } from '../support/fleet';
import { selfSigned } from '../support/self-signed';

const vault = { store: { kind: 'ClusterSecretStore', name: 'vault' }, key: 'registry/prod-aws-eu' };
const infra = 'node-role.kubernetes.io/infra';

const fleet = {
  argocd: {
    repoURL: 'https://git.example.com/platform/image-registry.git',
    targetRevision: 'main',
    path: 'dist',
    namespace: 'openshift-gitops',
    project: 'image-registry',
  },
  defaults: { openshift: '4.14' },
  profiles: {
    'infra-nodes': {
      registry: {
        nodeSelector: { [infra]: '' },
        tolerations: [{ key: infra, operator: 'Exists', effect: 'NoSchedule' }],
      },
    },
  },
  clusters: [
    {
      name: 'prod-aws-eu',
      platform: 'aws',
      environment: 'production',
      topology: 'highly-available',
      baseDomain: 'prod-aws-eu.example.com',
      profiles: ['infra-nodes'],
      metadata: { labels: {}, annotations: {} },
      registry: { replicas: 2 },
      storage: { s3: { bucket: 'acme-registry-prod', region: 'eu-west-1' } },
      credentials: { externalSecret: vault },
      routes: {
        default: true,
        custom: [{ name: 'public', hostname: 'registry.example.com', tls: { secretName: 'public-route-tls' } }],
      },
      image: {
        additionalTrustedCA: { 'registry.example.com:5000': { pem: selfSigned().certificate } },
        registrySources: { allowedRegistries: ['quay.io', 'registry.redhat.io'] },
      },
      pruner: { schedule: '0 2 * * *', keepTagRevisions: 5, keepYoungerThanDuration: '168h' },
      access: {
        viewers: [{ project: 'team-a', users: ['ann'], groups: ['devs'], serviceAccounts: ['ci/builder'] }],
        editors: [],
        imageBuilders: [],
        metrics: [{ user: 'prometheus' }],
      },
      thirdParty: [
        {
          server: 'quay.io',
          namespaces: ['openshift'],
          credentials: { externalSecret: { ...vault, key: 'quay' } },
          imageStreams: [
            {
              name: 'ruby',
              namespace: 'team-a',
              tags: [{ name: '3.1', from: 'quay.io/lib/ruby:3.1', scheduled: true }],
            },
          ],
        },
      ],
      accept: [{ code: 'SPREAD_DEFAULT_LOST', reason: 'three zones, three infrastructure nodes' }],
    },
  ],
};

test('a fleet in every word of the overview is synthesized', () => {
  const { findings, manifests } = runFleet(stringify(fleet));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(new Set(manifests['prod-aws-eu']?.map(({ kind }) => kind))).toEqual(
    new Set([
      ...['ClusterRole', 'ClusterRoleBinding', 'Config', 'ConfigMap', 'ExternalSecret', 'Image', 'ImagePruner'],
      ...['ImageStream', 'RoleBinding'],
    ]),
  );
});
