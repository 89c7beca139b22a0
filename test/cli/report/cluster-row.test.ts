import { type ClusterRow, clusterRow, unreadableRow } from '../../../src/cli/report/cluster-row';
import { modelOf } from '../../support/model';

const S3 = 'platform: aws, storage: {s3: {bucket: images, region: eu-west-1}}';
const VAULT = 'credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registry/a}}';
const RWX = 'platform: vsphere, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files, size: 200Gi}}';
const ODF = 'noobaa: {bucketName: images, endpoint: service, trustedCA: {serviceCA: true}}';

type Column = Exclude<keyof ClusterRow, 'name' | 'environment' | 'version'>;

test.each<readonly [Column, string, string, readonly string[]]>([
  ['platform', `{${S3}, ${VAULT}}`, 'aws', ['AWS']],
  ['backend', `{${S3}, ${VAULT}}`, 's3', ['S3']],
  ['backend', '{platform: aws}', "operator's own", ['s3']],
  ['backend', '{platform: openstack, bootstrapStorage: pvc}', "operator's own", ['pvc']],
  ['backend', '{platform: baremetal, registry: {managementState: Removed}}', 'none', []],
  [
    'backend',
    `{platform: vsphere, storage: {odf: {${ODF}}}, credentials: {bucketClaim: {job: {}}}}`,
    'odf.noobaa',
    ['OpenShift Data Foundation', 'S3'],
  ],
  ['images', `{${S3}, ${VAULT}}`, 'images', ['bucket', 'region eu-west-1']],
  ['images', '{platform: aws}', 'chosen by the operator', []],
  ['images', '{platform: baremetal, registry: {managementState: Removed}}', 'nowhere', []],
  ['images', `{${RWX}}`, 'image-registry-storage', ['claim', 'class files', '200Gi ReadWriteMany']],
  ['images', '{platform: baremetal, environment: non-production, storage: {emptyDir: {}}}', 'the pod itself', []],
  ['replicas', `{${RWX}}`, '2', ['RollingUpdate']],
  ['replicas', '{platform: baremetal, registry: {managementState: Removed}}', 'Removed', []],
  ['replicas', `{${RWX.slice(0, -1)}}, registry: {readOnly: true}}`, '2', ['RollingUpdate', 'read-only']],
  ['replicas', '{platform: rosa}', 'not ours', []],
  ['credentials', `{${S3}, ${VAULT}}`, 'externalSecret', ['ClusterSecretStore vault', 'registry/a']],
  ['credentials', `{${S3}, credentials: {existingSecret: {}}}`, 'existingSecret', []],
  ['credentials', '{platform: aws}', "cluster's own", ['cloud credentials']],
  ['credentials', `{${RWX}}`, 'none needed', []],
  [
    'credentials',
    `{platform: vsphere, storage: {odf: {${ODF}}}, credentials: {bucketClaim: {job: {}}}}`,
    'bucketClaim.job',
    ['keys of image-registry-bucket'],
  ],
  ['exposure', `{${RWX}}`, 'inside only', []],
  [
    'exposure',
    `{${RWX.slice(0, -1)}}, baseDomain: a.example.com, routes: {default: true}}`,
    'default route',
    ['default-route-openshift-image-registry.apps.a.example.com'],
  ],
  [
    'exposure',
    `{${RWX.slice(0, -1)}}, routes: {custom: [{name: public, hostname: images.example.com}]}}`,
    'own routes',
    ['images.example.com'],
  ],
  [
    'exposure',
    `{${RWX.slice(0, -1)}}, baseDomain: a.example.com, routes: {default: true, custom: [{name: public, hostname: images.example.com}]}}`,
    'default and own routes',
    ['default-route-openshift-image-registry.apps.a.example.com', 'images.example.com'],
  ],
])('%s of %s is %s', (column, cluster, value, more) => {
  expect(clusterRow(modelOf(cluster))[column]).toEqual({ value, more });
});

test('a cluster that cannot be understood has a row', () => {
  const row = unreadableRow('broken');
  expect(row.name).toBe('broken');
  expect(row.platform.value).toBe('unknown');
});
