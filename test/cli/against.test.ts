/** `check --against REV` and `synth --check --against REV`: the lock across branches. */

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';
import { runCli } from '../support/run-cli';

const fleet = (bucket: string, acknowledge: readonly string[] = [], more = ''): string =>
  [
    'clusters:',
    `  - {name: a, platform: aws, openshift: "4.14", storage: {s3: {bucket: ${bucket}, region: eu-west-1}}}`,
    ...(more === '' ? [] : [`  - ${more}`]),
    ...(acknowledge.length === 0 ? [] : ['acknowledge:']),
    ...acknowledge.map(change => `  - {change: "${change}", reason: copied on Monday}`),
    '',
  ].join('\n');
const B = '{name: b, platform: gcp, openshift: "4.14"}';
const move = (from: string, to: string): string => `a moves from s3 bucket=${from} to s3 bucket=${to}`;

let folder = '';
const git = (...args: readonly string[]): void => {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};
const write = (text: string): void => writeFileSync(join(folder, 'fleet.yaml'), text);
async function synth(): Promise<void> {
  expect(await runCli(folder, ['synth'])).toMatchObject({ status: 0 });
}
/** Codes of errors, and the exit status. */
async function against(revision = 'main'): Promise<string> {
  const { status, stdout, stderr } = await runCli(folder, ['check', '--against', revision]);
  return [status, ...[...(stdout + stderr).matchAll(/^error\[(\w+)\]/gm)].map(([, code]) => code)].join(' ');
}

beforeEach(async () => {
  folder = folderWith({ 'fleet.yaml': fleet('acme', [], B) });
  git('init', '-q', '-b', 'main');
  await synth();
  git('add', '-A');
  git('commit', '-qm', 'base');
});

test('nothing changed', async () => {
  expect(await against()).toBe('0');
  expect((await runCli(folder, ['synth', '--check', '--against', 'main'])).status).toBe(0);
});

test('a deleted lock, output and all, does not hide a move', async () => {
  write(fleet('other', [], B));
  rmSync(join(folder, 'fleet.lock.yaml'));
  rmSync(join(folder, 'dist'), { recursive: true });
  await synth();
  expect((await runCli(folder, ['check'])).status).toBe(0);
  expect(await against()).toBe('1 STORAGE_MOVED');
  expect((await runCli(folder, ['synth', '--check', '--against', 'main'])).status).toBe(1);
});

test('an edited lock, output and all, does not hide that a cluster left', async () => {
  write(fleet('acme'));
  rmSync(join(folder, 'dist'), { recursive: true });
  const lock = join(folder, 'fleet.lock.yaml');
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/ {2}b:\n(?: {4}.*\n)*/, ''));
  await synth();
  expect(await against()).toBe('1 CLUSTER_VANISHED');
});

test.each<[string, (text: string) => string | undefined]>([
  ['edited', text => text.replace('bucket: acme', 'bucket: other')],
  ['missing', () => undefined],
  ['without a cluster', text => text.replace(/ {2}b:\n(?: {4}.*\n)*/, '')],
])('a lock that is %s is told', async (_, change) => {
  const lock = join(folder, 'fleet.lock.yaml');
  const text = change(readFileSync(lock, 'utf8'));
  if (text === undefined) rmSync(lock);
  else writeFileSync(lock, text);
  expect(await against()).toBe('1 LOCK_DIFFERS');
});

test('while the fleet has an error, it is not known which lock it leads to: the error comes first', async () => {
  const lock = join(folder, 'fleet.lock.yaml');
  writeFileSync(lock, readFileSync(lock, 'utf8').replace('bucket: acme', 'bucket: other'));
  write(fleet('acme', [], B.replace('name: b', 'name: b, registry: {replicas: -1}')));
  expect(await against()).toBe('1 REPLICAS_NEGATIVE');
  write(fleet('acme', [], B));
  expect(await against()).toBe('1 LOCK_DIFFERS');
});

test('a lock with the marks of a conflict is told', async () => {
  const lock = join(folder, 'fleet.lock.yaml');
  writeFileSync(lock, `<<<<<<< HEAD\n${readFileSync(lock, 'utf8')}`);
  expect(await against()).toBe('1 LOCK_UNREADABLE');
});

test('an acknowledged move passes, before synth and after it, and in several steps', async () => {
  write(fleet('other', [move('acme', 'other')], B));
  expect(await against()).toBe('1 LOCK_DIFFERS');
  await synth();
  expect(await against()).toBe('0');
  git('add', '-A');
  git('commit', '-qm', 'move');
  write(fleet('third', [move('acme', 'other'), move('other', 'third')], B));
  await synth();
  expect([await against('main'), await against('main~1')]).toEqual(['0', '0']);
  expect((await runCli(folder, ['synth', '--check', '--against', 'main~1'])).status).toBe(0);
});

test('an entry that the revision has used allows nothing more', async () => {
  write(fleet('other', [move('acme', 'other')], B));
  await synth();
  git('add', '-A');
  git('commit', '-qm', 'there');
  write(fleet('acme', [move('acme', 'other'), move('other', 'acme')], B));
  await synth();
  git('add', '-A');
  git('commit', '-qm', 'and back');
  write(fleet('other', [move('acme', 'other'), move('other', 'acme')], B));
  expect(await against()).toBe('1 STORAGE_MOVED');
});

test('a revision whose output has clusters and whose lock has none', async () => {
  git('rm', '-q', '--cached', 'fleet.lock.yaml');
  git('commit', '-qm', 'no lock');
  expect(await against()).toBe('1 LOCK_INCOMPLETE');
});

test('a fleet file that got another name is told', async () => {
  git('mv', 'fleet.yaml', 'other.yaml');
  rmSync(join(folder, 'fleet.lock.yaml'));
  rmSync(join(folder, 'dist'), { recursive: true });
  expect((await runCli(folder, ['synth', '-f', 'other.yaml'])).status).toBe(0);
  const { status, stdout } = await runCli(folder, ['check', '-f', 'other.yaml', '--against', 'main']);
  expect([status, stdout]).toEqual([1, expect.stringContaining('error[LOCK_INCOMPLETE]')]);
});

test('a revision from before the fleet has nothing to compare', async () => {
  git('checkout', '-q', '--orphan', 'empty');
  git('rm', '-rqf', '--cached', '.');
  git('commit', '-qm', 'empty', '--allow-empty');
  expect(await against('empty')).toBe('0');
});

test.each([
  [['check', '--against', 'nowhere'], /^error: --against: "nowhere" is not a file, folder or revision/],
  [['check', '--against', '--output=x'], /^error: /],
  [['synth', '--against', 'main'], /^error: --against goes with --check/],
])('%j: exit status 2, one line', async (args, message) => {
  const { status, stderr } = await runCli(folder, args);
  expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
});

test('a shallow clone: exit status 2, and what to fetch', async () => {
  write(fleet('acme', [], `${B}\n  - {name: c, platform: azure, openshift: "4.14"}`));
  await synth();
  git('add', '-A');
  git('commit', '-qm', 'more');
  const clone = join(folderWith(), 'clone');
  git('clone', '-q', '--depth', '1', `file://${folder}`, clone);
  const { status, stderr } = await runCli(clone, ['check', '--against', 'HEAD~1']);
  expect([status, stderr]).toEqual([2, expect.stringContaining('the clone is shallow')]);
});
