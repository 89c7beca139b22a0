import { join } from 'node:path';
import { folderWith } from '../support/files';
import { contentOf } from '../support/program';
import { runCli } from '../support/run-cli';

const FLEET = `defaults: {openshift: "4.14"}
profiles:
  block: {accept: [{code: BLOCK_NOT_HA, reason: one machine per site}]}
clusters:
  - name: plant-7
    platform: baremetal
    profiles: [block]
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: lvms-vg1}}
  - name: cloud
    platform: aws
    storage: {s3: {bucket: images, region: eu-west-1}}
    credentials: {existingSecret: {}}
`;
const fleet = (text = FLEET): string => folderWith({ 'fleet.yaml': text, 'clusters/note.txt': '' });

test('a line for each cluster, by name', async () => {
  const { status, stdout, stderr } = await runCli(fleet(), ['list']);
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^2 clusters: listed \(\S+ s\)\n$/)]);
  expect(stdout).toBe(
    [
      'CLUSTER  PLATFORM   OPENSHIFT  CREDENTIALS     ACCEPTED      STORAGE',
      'cloud    aws        4.14       existingSecret  -             s3 bucket=images',
      'plant-7  baremetal  4.14       -               BLOCK_NOT_HA  pvc claim=image-registry-storage class=lvms-vg1',
      '',
    ].join('\n'),
  );
});

test('as JSON: the same, with reasons, profiles and everything that names the storage', async () => {
  const { stdout } = await runCli(fleet(), ['list', '--format', 'json', '--cluster', 'plant-7']);
  expect(JSON.parse(stdout)).toEqual([
    {
      name: 'plant-7',
      platform: 'baremetal',
      openshift: '4.14',
      environment: 'production',
      topology: 'highly-available',
      profiles: ['block'],
      storage: { backend: 'pvc', claim: 'image-registry-storage', class: 'lvms-vg1' },
      credentials: null,
      accept: [{ code: 'BLOCK_NOT_HA', reason: 'one machine per site' }],
    },
  ]);
});

test('a cluster that does not exist: the nearest one, and all of them', async () => {
  const { status, stderr } = await runCli(fleet(), ['list', '--cluster', 'plant-8']);
  expect(status).toBe(2);
  expect(stderr).toContain('the fleet has no cluster "plant-8". Did you mean "plant-7"? Clusters: cloud, plant-7');
});

test('clusters without a name are counted, and the exit status says so', async () => {
  const { status, stdout, stderr } = await runCli(fleet('clusters: [{name: a, platform: aws}, {platform: aws}]\n'), [
    'list',
  ]);
  const line = /^1 of 2 clusters: listed; 1 cannot be read: registry-gitops check \(\S+ s\)\n$/;
  expect([status, stderr]).toEqual([1, expect.stringMatching(line)]);
  expect(stdout).toContain('\na  ');
});

test('a fleet with a syntax error: nothing is listed, and the last line says so', async () => {
  const { status, stdout, stderr } = await runCli(fleet('clusters: [\n'), ['list']);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/\n1 error; nothing listed \(\S+ s\)\n$/);
});

describe('from a subfolder', () => {
  test('the fleet file above is the one that is meant, and its output is beside it', async () => {
    const folder = fleet();
    expect((await runCli(join(folder, 'clusters'), ['synth'])).status).toBe(0);
    expect(Object.keys(contentOf(folder))).toContain('dist/clusters/cloud/Config_cluster.yaml');
    const below = contentOf(folder);
    expect(await runCli(folder, ['synth', '--check'])).toMatchObject({ status: 0 });
    expect((await runCli(folder, ['synth'])).status).toBe(0);
    expect(contentOf(folder)).toEqual(below);
  });

  test('nothing is looked for above the root of the repository', async () => {
    const folder = folderWith({ 'fleet.yaml': FLEET, 'mine/.git': '', 'mine/sub/x': '' });
    expect(await runCli(join(folder, 'mine', 'sub'), ['list'])).toMatchObject({ status: 2 });
  });

  test.each([
    ['list', '../fleet.yaml'],
    ['list', '-f', '../fleet.yaml'],
  ])('%j names it', async (...args) => {
    expect(await runCli(join(fleet(), 'clusters'), args)).toMatchObject({ status: 0 });
  });
});

test('REGISTRY_OUTPUT is the folder where -o names none', async () => {
  const folder = fleet();
  expect((await runCli(folder, ['synth'], { REGISTRY_OUTPUT: 'out' })).status).toBe(0);
  expect(Object.keys(contentOf(folder))).toContain('out/clusters/cloud/Config_cluster.yaml');
});
