/** What people really get wrong: each has a finding whose first line says what is wrong, with the value in it. */

import { runCluster, runFleet } from '../support/fleet';

const CLAIM = 'storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}';
const STORE = 'storage: {s3: {bucket: reg, region: us-east-1, regionEndpoint: https://s3.example.com}}';
const SHARED = 'storage: {odf: {cephfs: {}}}';

test.each<[settings: string, code: string, what: string]>([
  [
    `platform: none\ntopology: single-node\nregistry: {replicas: 2}\n${CLAIM}`,
    'REPLICAS_SINGLE_WORKER',
    'replicas is 2',
  ],
  [`platform: vsphere\n${CLAIM.replace('files', 'thin-csi')}`, 'PVC_CLASS_BLOCK', '"thin-csi"'],
  [`platform: aws\n${CLAIM.replace('files', 'gp3-csi')}`, 'PVC_CLASS_BLOCK', '"gp3-csi"'],
  [
    'platform: aws\nbaseDomain: apps.ocp1.corp.example',
    'DOMAIN_APPS',
    'would put the routes below apps.apps.ocp1.corp.example',
  ],
  ['platform: aws\ningressDomain: "https://apps.ocp1.corp.example"', 'DOMAIN_SYNTAX', 'must not have a scheme'],
  [`platform: none\n${STORE.replace('https://', '')}`, 'S3_ENDPOINT_URL', '"s3.example.com" has no scheme'],
  [
    'platform: aws\nimage: {registrySources: {blockedRegistries: [https://docker.io/]}}',
    'IMAGE_REGISTRY_ITEM',
    '"https://docker.io/"',
  ],
  [
    'platform: aws\nimage: {registrySources: {blockedRegistries: [quay.io]}}',
    'IMAGE_PLATFORM_BLOCKED',
    '"quay.io" blocks',
  ],
  [
    `platform: none\n${STORE}\ncredentials: {secret: {allowPlaintext: true, env: {AWS_ACCESS_KEY_ID: A}}}`,
    'CREDENTIALS_KEYS',
    'secret has no REGISTRY_STORAGE_S3_ACCESSKEY',
  ],
  [
    'platform: none\nstorage: {type: filesystem}',
    'UNKNOWN_KEY',
    '"type" is not a known key: it is the key of the backend itself',
  ],
  ['platform: aws\nregistry: {resources: {limits: {memory: 512m}}}', 'MEMORY_TINY', 'memory 512m is only'],
  ['platform: aws\npruner: {schedule: "0 0 2 * * *"}', 'PRUNER_SCHEDULE', 'it needs 5 fields, not 6'],
  ['platform: aws\npruner: {keepYoungerThanDuration: 7 days}', 'DURATION_UNIT', '"7 days"'],
  [
    'platform: azure\nstorage: {azure: {accountName: "https://acme.blob.core.windows.net", container: images}}',
    'AZURE_ACCOUNT_NAME',
    'acme.blob',
  ],
  [
    'platform: aws\nroutes: {custom: [{name: ext, hostname: "https://registry.example.com/"}]}',
    'ROUTE_HOSTNAME',
    '"https://registry.example.com/"',
  ],
  [
    'platform: aws\naccess: {viewers: [{project: openshift-image-registry, users: [ann]}]}',
    'ACCESS_NO_EFFECT',
    'openshift-image-registry',
  ],
  [
    'platform: aws\naccess: {editors: [{project: ci, serviceAccounts: [builder]}]}',
    'ACCESS_SERVICE_ACCOUNT',
    '"builder"',
  ],
  [
    'platform: aws\nregistry: {tolerations: {key: infra, operator: Exists}}',
    'WRONG_TYPE',
    'registry.tolerations must be a list',
  ],
  ['platform: aws\nregistry: {managementState: Disabled}', 'UNKNOWN_VALUE', '"Disabled" is not known: it is Removed'],
  ['platform: aws\nreplicas: 3', 'UNKNOWN_KEY', '"replicas" is not a known key; it belongs under "registry"'],
  [
    'platform: aws\nstorage: {s3: {bucket: "arn:aws:s3:::acme", region: eu-west-1}}',
    'S3_BUCKET_NAME',
    '"arn:aws:s3:::acme"',
  ],
  [
    'platform: aws\nstorage: {s3: {bucket: acme, region: eu-west-1a}}',
    'S3_REGION_UNKNOWN',
    'did you mean "eu-west-1"?',
  ],
  ['platform: gcp\nstorage: {gcs: {bucket: "gs://acme", region: europe-west1}}', 'GCS_BUCKET_NAME', '"gs://acme"'],
  ['platform: aws\nopenshift: v4.16.3', 'VERSION_UNKNOWN', '"v4.16.3" is not a minor version'],
  [
    `platform: none\nopenshift: "4.3"\n${CLAIM.replace('Many', 'Once')}`,
    'PVC_RWO_VERSION',
    'OpenShift 4.3 does not support',
  ],
  ['platform: aws\naccept: [{code: DEFAULT_STORAGE_IS_MANAGED, reason: ok}]', 'REASON_PLACEHOLDER', '"ok"'],
  [
    `platform: none\n${SHARED}\nimage: {registrySources: {allowedRegistries: [registry.corp.example]}}`,
    'IMAGE_PLATFORM_REGISTRIES',
    'quay.io and registry.redhat.io',
  ],
])('%s', (settings, code, what) => {
  const found = runCluster(settings).findings.find(finding => finding.code === code);
  expect(found?.severity).toMatch(/error|warning/);
  expect(found?.what).toContain(what);
  expect(found?.fix).toMatch(/\S/);
});

/** What is to be typed instead, where that is known. */
test.each<[settings: string, fix: string]>([
  ['platform: aws\nopenshift: stable-4.16', 'write openshift: "4.16"'],
  [
    'platform: aws\nname: Prod_1',
    'write name: prod-1, or another name of at most 63 lower-case letters, digits and dashes',
  ],
  [`platform: none\n${CLAIM.replace('files}', 'files, size: 100 Gi}')}`, 'write 100Gi'],
  [`platform: none\n${CLAIM.replace('files}', 'files, size: 100gi}')}`, 'write 100Gi'],
  [`platform: none\n${CLAIM.replace('files}', 'files, size: 100GB}')}`, 'write 100Gi, or 100G'],
  [`platform: none\n${CLAIM.replace('accessModes: [ReadWriteMany], ', '')}`, 'add accessModes: a list of '],
  ['platform: none\nstorage: pvc', 'write storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: CLASS}}'],
  ['platform: none\nstorage: noobaa', 'write storage: {odf: {noobaa: {bucketName: BUCKET}}}'],
  ['platform: none\nstorage: {odf: {}}', 'add noobaa, rgw or cephfs below odf'],
  ['platform: aws\nroutes: true', 'write routes: {default: true}'],
  ['platform: aws\naccept: [S3_BUCKET_NAME]', 'write {code: S3_BUCKET_NAME, reason: "why it is fine here"}'],
  ['platform: aws\naccept: [{code: S3_BUCKET_NAME}]', 'add reason: "why it is fine here"'],
  [
    'platform: aws\naccept: [{code: FOO, reason: none of ours}]',
    'correct the code: registry-gitops explain lists all of them',
  ],
  ['platform: aws\nroutes: {custom: [{name: public}]}', 'add hostname: HOSTNAME'],
  ['platform: aws\nstorage: {s3: {bucket: "s3://acme", region: eu-west-1}}', 'write bucket: acme'],
  ['platform: aws\nstorage: {s3: {bucket: acme, region: eu-west1}}', 'write region: eu-west-1; '],
  ['platform: aws\nimage: {registrySources: {blockedRegistries: ["https://docker.io/"]}}', 'write docker.io'],
])('%s: what to type', (settings, fix) => {
  const errors = runCluster(settings).findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(found => found.fix)).toEqual([expect.stringContaining(fix)]);
});

test('a size without a unit is one finding', () => {
  const { codes } = runCluster(`platform: none\n${CLAIM.replace('files}', 'files, size: 100}')}`);
  expect(codes.filter(code => /SIZE|TINY/.test(code))).toEqual(['MEMORY_TINY']);
});

test('the files of clusters as one text', () => {
  const { findings } = runFleet('clusterFiles: clusters/*.yaml\n');
  expect(findings.map(({ fix }) => fix)).toContain('write clusterFiles: ["clusters/*.yaml"]');
});
