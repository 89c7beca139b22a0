import { NEWEST_VERSION } from '../../../src/facts/versions';
import { objectOf, objectsOf } from '../../support/fleet';
import { marks } from '../../support/marks';
import { ownErrors } from '../../support/own-schema';

const RBAC = 'rbac.authorization.k8s.io';
const roleRef = (name: string): object => ({ apiGroup: RBAC, kind: 'ClusterRole', name });
const withAccess = (access: string, openshift = '4.14'): ReturnType<typeof objectsOf> =>
  objectsOf(`
    {platform: aws, openshift: "${openshift}", access: ${access}}`);

test('who may pull from a project', () => {
  const objects = withAccess(
    '{viewers: [{project: team-a, users: [ann], groups: [devs], serviceAccounts: [ci/builder]}]}',
  );
  expect(objectOf(objects, 'RoleBinding')).toEqual({
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata: marks('access', { name: 'image-registry-viewers', namespace: 'team-a' }),
    roleRef: roleRef('registry-viewer'),
    subjects: [
      { apiGroup: RBAC, kind: 'User', name: 'ann' },
      { apiGroup: RBAC, kind: 'Group', name: 'devs' },
      { kind: 'ServiceAccount', namespace: 'ci', name: 'builder' },
    ],
  });
});

test.each([
  ['editors: [{project: team-a, users: [ann]}]', 'image-registry-editors', 'registry-editor'],
  ['imageBuilders: [{project: team-a, users: [ann]}]', 'image-registry-image-builders', 'system:image-builder'],
  [
    'bindings: [{role: "system:image-signer", project: team-a, users: [ann]}]',
    'image-registry-system-image-signer',
    'system:image-signer',
  ],
])('%s', (access, name, role) => {
  expect(objectOf(withAccess(`{${access}}`), 'RoleBinding')).toMatchObject({
    metadata: { name, namespace: 'team-a' },
    roleRef: roleRef(role),
  });
});

test('several entries for a project are one binding, sorted and without doubles', () => {
  const objects = withAccess(`{viewers: [
    {project: team-a, users: [zoe, ann], serviceAccounts: [b/x, a/y]},
    {project: team-b, users: [ann]},
    {project: team-a, users: [ann, bob], groups: [devs]}]}`);
  const bindings = objects.filter(({ kind }) => kind === 'RoleBinding');
  expect(bindings.map(({ metadata }) => metadata.namespace)).toEqual(['team-a', 'team-b']);
  const names = bindings[0]?.subjects.map(({ kind, namespace, name }: Record<string, string>) => [
    kind,
    namespace,
    name,
  ]);
  expect(names).toEqual([
    ['User', undefined, 'ann'],
    ['User', undefined, 'bob'],
    ['User', undefined, 'zoe'],
    ['Group', undefined, 'devs'],
    ['ServiceAccount', 'a', 'y'],
    ['ServiceAccount', 'b', 'x'],
  ]);
});

test('metrics are for the whole cluster: one role and one binding', () => {
  const objects = withAccess('{metrics: [{user: prometheus}, {groups: [sre], users: [ann, prometheus]}]}');
  const metadata = marks('access', { name: 'image-registry-metrics-reader' });
  expect(objects.filter(({ apiVersion }) => apiVersion.startsWith(RBAC))).toEqual([
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRole',
      metadata,
      rules: [{ apiGroups: ['image.openshift.io'], resources: ['registry/metrics'], verbs: ['get'] }],
    },
    {
      apiVersion: `${RBAC}/v1`,
      kind: 'ClusterRoleBinding',
      metadata,
      roleRef: roleRef('image-registry-metrics-reader'),
      subjects: [
        { apiGroup: RBAC, kind: 'User', name: 'ann' },
        { apiGroup: RBAC, kind: 'User', name: 'prometheus' },
        { apiGroup: RBAC, kind: 'Group', name: 'sre' },
      ],
    },
  ]);
});

test.each(['4.3', '4.6', '4.10', '4.14', '4.18', NEWEST_VERSION])(
  "the ServiceMonitor is another than the operator's, on %s",
  version => {
    const monitor = objectOf(withAccess('{serviceMonitor: true}', version), 'ServiceMonitor');
    expect(ownErrors(monitor, version)).toEqual([]);
    expect(monitor).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'ServiceMonitor',
      metadata: marks('monitor', { name: 'image-registry-metrics', namespace: 'openshift-image-registry' }),
      spec: {
        endpoints: [
          {
            bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token',
            interval: '30s',
            path: '/extensions/v2/metrics',
            port: '5000-tcp',
            relabelings: [{ replacement: 'image-registry-metrics', targetLabel: 'job' }],
            scheme: 'https',
            tlsConfig: {
              caFile: '/etc/prometheus/configmaps/serving-certs-ca-bundle/service-ca.crt',
              serverName: 'image-registry.openshift-image-registry.svc',
            },
          },
        ],
        namespaceSelector: { matchNames: ['openshift-image-registry'] },
        selector: { matchLabels: { 'docker-registry': 'default' } },
      },
    });
  },
);
