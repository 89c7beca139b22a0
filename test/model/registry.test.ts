import type { Cluster } from '../../src/config/shape/cluster';
import { resolve } from '../../src/model/resolve';

const registry = (more: Partial<Cluster>): object | undefined =>
  resolve({ name: 'a', platform: 'aws', openshift: '4.14', ...more } as Cluster).registry;

const S3 = { s3: { bucket: 'b', region: 'r' } };
const pvc = (mode: 'ReadWriteOnce' | 'ReadWriteMany'): Cluster['storage'] => ({ pvc: { accessModes: [mode] } });

test.each<readonly [string, Partial<Cluster>, object]>([
  ['shared storage', { storage: S3 }, { replicas: 2, rolloutStrategy: 'RollingUpdate' }],
  ['shared storage on one node', { storage: S3, topology: 'single-node' }, { replicas: 1 }],
  ['a shared volume', { storage: pvc('ReadWriteMany') }, { replicas: 2, rolloutStrategy: 'RollingUpdate' }],
  ['a volume with one writer', { storage: pvc('ReadWriteOnce') }, { replicas: 1, rolloutStrategy: 'Recreate' }],
  ['throw-away storage', { storage: { emptyDir: {} } }, { replicas: 1, rolloutStrategy: 'RollingUpdate' }],
  ['the operator’s own bucket', {}, { replicas: 2, rolloutStrategy: 'RollingUpdate' }],
  ['the operator’s own claim', { platform: 'ovirt' }, { replicas: 1, rolloutStrategy: 'Recreate' }],
  ['OpenStack with a claim', { platform: 'openstack', bootstrapStorage: 'pvc' }, { replicas: 1 }],
  ['OpenStack with Swift', { platform: 'openstack', bootstrapStorage: 'swift' }, { replicas: 2 }],
  ['what is said', { storage: pvc('ReadWriteOnce'), registry: { replicas: 3 } }, { replicas: 3 }],
])('derived for %s', (_, more, expected) => expect(registry(more)).toMatchObject(expected));

test('what the API of the version does not have is not derived', () => {
  expect(registry({ openshift: '4.3', storage: S3 })).toEqual({ managementState: 'Managed', replicas: 2, logging: 2 });
  expect(registry({ openshift: '4.6', storage: S3 })).not.toHaveProperty('logging');
});

test('zero values are left out, others are canonical', () => {
  const said = {
    readOnly: false,
    nodeSelector: {},
    tolerations: [],
    proxy: {},
    requests: { read: { maxRunning: 0, maxWaitInQueue: '60s' }, write: {} },
    resources: { requests: { memory: '1024Mi' } },
  };
  expect(registry({ storage: S3, registry: said })).toEqual({
    managementState: 'Managed',
    replicas: 2,
    rolloutStrategy: 'RollingUpdate',
    requests: { read: { maxWaitInQueue: '1m0s' } },
    resources: { requests: { memory: '1Gi' } },
  });
});

test.each([
  ['https://s3.openshift-storage.svc', true],
  ['https://minio.example.com', undefined],
])('redirects to %s: disableRedirect is %s', (regionEndpoint, expected) => {
  const spec = registry({ storage: { s3: { ...S3.s3, regionEndpoint } } }) as { disableRedirect?: boolean };
  expect(spec.disableRedirect).toBe(expected);
});

test('a registry that others run has no spec of ours', () => {
  expect(registry({ platform: 'rosa' })).toBeUndefined();
});
