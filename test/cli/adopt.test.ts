import { DUMP_COMMAND } from '../../src/adopt/dump-command';
import { folderWith } from '../support/files';
import { fileOf } from '../support/generated';
import { dumpOf, liveConfig, liveSite } from '../support/live-cluster';
import { runCli } from '../support/run-cli';

const CONFIG = liveConfig({
  managementState: 'Managed',
  replicas: 3,
  rolloutStrategy: 'RollingUpdate',
  storage: { managementState: 'Managed', s3: { bucket: 'b', region: 'eu-west-1', encrypt: true } },
});
const folder = folderWith({
  'config.yaml': dumpOf([CONFIG]),
  'site.yaml': dumpOf(liveSite('AWS')),
  'broken.yaml': 'a: [',
});

test('the entry on standard output, ready for a file of clusterFiles', async () => {
  const { status, stdout, stderr } = await runCli(folder, ['adopt', 'config.yaml', 'site.yaml', '--name', 'prod']);
  expect([status, stderr]).toEqual([0, expect.stringMatching(/1 cluster: adopted(; \d+ warnings?)? \(\S+ s\)\n$/)]);
  expect(stdout).toContain('# prod, as it was when config.yaml, site.yaml was made.\n');
  expect(stdout).toContain('name: prod\nplatform: aws\n# 4.14.38\nopenshift: "4.14"\n');
  expect(stdout).toContain('registry:\n  replicas: 3\n');
});

test('the entry passes the check, and synthesizes without a finding', async () => {
  const { stdout } = await runCli(folder, ['adopt', 'config.yaml', 'site.yaml']);
  const fleet = folderWith({ 'fleet.yaml': 'clusterFiles: [plant.yaml]\n', 'plant.yaml': stdout });
  expect(await runCli(fleet, ['check'])).toMatchObject({ status: 0 });
  expect((await runCli(fleet, ['synth'])).status).toBe(0);
});

test('a refusal writes no entry and ends with 1; files that cannot be read with 2', async () => {
  const refused = await runCli(folder, ['adopt', 'config.yaml']);
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('error[ADOPT_INCOMPLETE]');
  expect(refused.stderr).toMatch(/\n1 cluster: 2 errors; not adopted \(\S+ s\)\n$/);
  expect((await runCli(folder, ['adopt', 'broken.yaml'])).status).toBe(1);
  expect((await runCli(folder, ['adopt', 'gone.yaml'])).status).toBe(2);
});

test('without a file, the line that makes one', async () => {
  const { status, stdout, stderr } = await runCli(folder, ['adopt']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: `${DUMP_COMMAND}\n` });
  expect(stderr).toContain('oc is logged in');
});

test('the line asks for no Secret but by name', () => {
  const reads = DUMP_COMMAND.split(/[;|]/).filter(part => part.includes('secret'));
  expect(reads).toEqual([expect.stringMatching(/^ oc get secrets -n openshift-image-registry -o name $/)]);
});

test('standard input is read once', async () => {
  const { status, stderr } = await runCli(folder, ['adopt', '-', '-']);
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('only once') });
});

test('the documentation has the same line', () => {
  expect(fileOf('docs/adopt.md')).toContain(`   ${DUMP_COMMAND}\n`);
});
