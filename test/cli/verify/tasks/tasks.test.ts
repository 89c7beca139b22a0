import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { TASK_NAMES, type TaskName } from '../../../../src/cli/verify/tasks/task';
import { printedTask, TASKS } from '../../../../src/cli/verify/tasks/tasks';
import type { Cluster } from '../../../../src/config/shape/cluster';
import { readInputs } from '../../../../src/load/read-inputs';
import { resolve } from '../../../../src/model/resolve';

const modelOf = (settings: string) =>
  resolve({ name: 'example', openshift: '4.18', ...parse(settings) } as Cluster, readInputs());

const text = (task: TaskName, settings: string): string => printedTask(task, modelOf(settings)).text;

/** What a shell runs of the text; everything else is a comment. */
const commands = (task: TaskName, settings: string): string =>
  text(task, settings)
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .join('\n');

const EXTERNAL = 'credentials: {externalSecret: {store: {name: vault}, key: registry/prod}}';
const CLUSTERS: Readonly<Record<string, string>> = {
  ownS3: '{platform: aws}',
  s3: `{platform: aws, storage: {s3: {bucket: acme-images, region: eu-west-1}}, ${EXTERNAL}}`,
  gcs: `{platform: gcp, storage: {gcs: {bucket: acme-images, projectID: acme}}, credentials: {sealedSecret: {encryptedData: {REGISTRY_STORAGE_GCS_KEYFILE: AgA}}}}`,
  azure:
    '{platform: azure, storage: {azure: {accountName: acmeimages, container: images}}, credentials: {existingSecret: {}}}',
  swift: `{platform: openstack, storage: {swift: {container: images, authURL: "https://k.example.com:5000/v3"}}, ${EXTERNAL}}`,
  claim:
    '{platform: baremetal, pruner: {}, storage: {pvc: {claim: images, size: 200Gi, accessModes: [ReadWriteMany], storageClassName: files}}}',
  theirs: '{platform: vsphere, storage: {pvc: {claim: images, existing: true, accessModes: [ReadWriteOnce]}}}',
  nfs: '{platform: baremetal, storage: {pvc: {claim: images, accessModes: [ReadWriteMany], volume: {nfs: {server: nfs.example.com, path: /images}}}}}',
  emptyDir: '{platform: none, environment: non-production, storage: {emptyDir: {}}}',
  noobaa:
    '{platform: vsphere, baseDomain: example.com, storage: {odf: {noobaa: {bucketName: acme-images}}}, credentials: {bucketClaim: {job: {}}}}',
  rgw: '{platform: baremetal, baseDomain: example.com, storage: {odf: {rgw: {bucketName: acme-images}}}, credentials: {bucketClaim: {externalSecret: {}}}}',
  policy:
    '{platform: baremetal, baseDomain: example.com, storage: {odf: {noobaa: {generateBucketName: images}}}, credentials: {bucketClaim: {acm: {}}}}',
  removed: '{platform: vsphere, registry: {managementState: Removed}}',
  rosa: '{platform: rosa}',
};

test.each(Object.keys(CLUSTERS).flatMap(name => TASK_NAMES.map(task => [name, task] as const)))(
  '%s, %s: bash can read it',
  (name, task) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: text(task, CLUSTERS[name] ?? ''), encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  },
);

/** Which tasks a cluster has; the others say what to do instead. */
test.each<[string, readonly TaskName[]]>([
  ['ownS3', ['rotate-keys', 'migrate', 'hard-prune', 'restore', 'read-only']],
  ['s3', ['rotate-keys', 'migrate', 'hard-prune', 'restore', 'read-only']],
  ['claim', ['migrate', 'hard-prune', 'restore', 'grow', 'read-only']],
  ['theirs', ['migrate', 'hard-prune', 'restore', 'grow', 'read-only']],
  ['nfs', ['migrate', 'hard-prune', 'restore', 'read-only']],
  ['emptyDir', ['read-only']],
  ['noobaa', [...TASK_NAMES]],
  ['removed', []],
  ['rosa', ['rotate-keys', 'hard-prune', 'restore', 'read-only']],
])('tasks of %s', (name, expected) => {
  const model = modelOf(CLUSTERS[name] ?? '');
  expect(TASK_NAMES.filter(task => !('instead' in TASKS[task](model)))).toEqual(expected);
});

test.each<[string, TaskName, readonly string[]]>([
  ['s3', 'rotate-keys', ['annotate externalsecret image-registry-private-configuration-user force-sync=']],
  ['gcs', 'rotate-keys', ['registry-gitops seal --cluster example', '--key REGISTRY_STORAGE_GCS_KEYFILE']],
  ['azure', 'rotate-keys', ['--from-file=REGISTRY_STORAGE_AZURE_ACCOUNTKEY=FILE']],
  ['noobaa', 'rotate-keys', ['noobaa obc regenerate image-registry-bucket', 'oc create job -n registry-bootstrap']],
  ['rgw', 'rotate-keys', ['radosgw-admin key create', 'annotate externalsecret', 'radosgw-admin key rm']],
  ['policy', 'rotate-keys', ['noobaa obc regenerate']],
  ['ownS3', 'rotate-keys', ['delete secret installer-cloud-credentials']],
  [
    's3',
    'migrate',
    ['rclone copy --fast-list --checksum --progress old:acme-images new:NEW_BUCKET', '"claimName":"NEW_CLAIM"'],
  ],
  [
    'claim',
    'migrate',
    ['"claimName":"images"', 'cp -au /old/. /new/', 'rclone copy --fast-list --progress ./registry new:NEW_BUCKET'],
  ],
  [
    'claim',
    'hard-prune',
    [
      '-prune=check',
      '-prune=delete',
      'create clusterrolebinding registry-hard-prune',
      'delete clusterrolebinding registry-hard-prune',
    ],
  ],
  [
    'ownS3',
    'hard-prune',
    [`imagepruners.imageregistry.operator.openshift.io/cluster --type=merge -p '{"spec":{"suspend":true}}'`],
  ],
  ['rosa', 'read-only', [`-p '{"spec":{"readOnly":true}}'`, `-p '{"spec":{"readOnly":false}}'`]],
  ['claim', 'restore', ['cluster-backup.sh', 'volumesnapshots', '-prune=check']],
  ['swift', 'restore', ['new:images']],
  ['claim', 'grow', ['CLASS=files', 'get pvc images']],
  ['theirs', 'grow', ['patch pvc images --type=merge']],
])('%s, %s has the commands with its names', (name, task, parts) => {
  const shown = commands(task, CLUSTERS[name] ?? '');
  expect(parts.filter(part => !shown.includes(part))).toEqual([]);
});

test('what git owns is committed, not patched: Argo CD would take a patch back', () => {
  const owned = CLUSTERS.claim ?? '';
  for (const task of ['read-only', 'hard-prune', 'migrate', 'restore'] as const) {
    expect(commands(task, owned)).not.toContain('oc patch');
    expect(text(task, owned)).toContain('#     registry: {readOnly: true}');
    expect(text(task, owned)).toContain('#     pruner: {suspend: true}');
  }
});

test('the pruner is suspended before, and started after the registry is writable again', () => {
  const lines = text('hard-prune', CLUSTERS.claim ?? '').split('\n');
  const at = (part: string): number => lines.findIndex(line => line.includes(part));
  const order = ['suspend: true', 'readOnly: true', '-prune=delete', 'readOnly: false', 'suspend: false'].map(at);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});

test('no value of the configuration leaves its comment or its quotes', () => {
  const nasty = "a'; touch /tmp/x; echo '\ntouch /tmp/y\u2028touch /tmp/z\u0085";
  const settings = JSON.stringify({
    platform: 'aws',
    storage: { s3: { bucket: nasty, region: 'eu-west-1' } },
    credentials: { externalSecret: { store: { name: nasty }, key: nasty } },
  });
  for (const task of TASK_NAMES) {
    const words = commands(task, settings).replace(/\$'(?:[^'\\]|\\.)*'|'(?:[^']|'\\'')*'/g, '');
    expect(words).not.toContain('touch');
  }
});

test('a task that is not for the cluster says what to do instead', () => {
  expect(text('grow', CLUSTERS.s3 ?? '')).toBe(`# Task grow for cluster example: AWS, OpenShift 4.18.
# Not for this cluster: a bucket or container has no size and grows by itself. Check the quota of the account, and what the pruner keeps.
`);
});
