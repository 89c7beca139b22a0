/** A lock that was lost, emptied, renamed, or taken from elsewhere, beside an output that is still there. */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderIdentity } from '../../../src/output/folder-name';
import { thisProcess } from '../../../src/output/process-identity';
import { folderWith } from '../../support/files';
import { runCli } from '../../support/run-cli';

const fleet = (...clusters: readonly string[]): string =>
  `clusters:\n${clusters.map(line => `  - ${line}\n`).join('')}`;
const A = '{name: a, platform: aws, openshift: "4.14"}';
const B = '{name: b, platform: gcp, openshift: "4.14"}';
const S3 = A.replace('platform: aws', 'platform: aws, storage: {s3: {bucket: acme, region: eu-west-1}}');

/** A folder in which the fleet was synthesized. */
async function synthesized(text = fleet(A, B)): Promise<string> {
  const folder = folderWith({ 'fleet.yaml': text });
  expect((await runCli(folder, ['synth'])).status).toBe(0);
  return folder;
}

const OTHER = 'version: 1\nclusters:\n  z: {backend: s3, bucket: z}\nacknowledged: []\n';

describe.each(['synth', 'check'])('%s', command => {
  test.each<[string, (folder: string) => void, string]>([
    ['missing', folder => rmSync(join(folder, 'fleet.lock.yaml')), 'a, b'],
    ['empty', folder => writeFileSync(join(folder, 'fleet.lock.yaml'), 'version: 1\nclusters: {}\n'), 'a, b'],
    [
      'without one',
      folder =>
        writeFileSync(
          join(folder, 'fleet.lock.yaml'),
          'version: 1\nclusters: {a: {backend: platform, platform: aws}}\n',
        ),
      'b',
    ],
    ['of another fleet', folder => writeFileSync(join(folder, 'fleet.lock.yaml'), OTHER), 'a, b'],
    [
      'under another name',
      folder => renameSync(join(folder, 'fleet.lock.yaml'), join(folder, 'old.lock.yaml')),
      'a, b',
    ],
  ])('a lock that is %s is refused, and says how to go on', async (_, change, names) => {
    const folder = await synthesized();
    change(folder);
    writeFileSync(join(folder, 'fleet.yaml'), fleet(S3, B));
    const { status, stdout, stderr } = await runCli(folder, [command]);
    const text = stdout + stderr;
    expect([status, text]).toEqual([1, expect.stringContaining('error[LOCK_INCOMPLETE] dist has ')]);
    expect(text).toMatch(new RegExp(`not in fleet\\.lock\\.yaml: ${names}$`, 'm'));
    expect(text).toContain('git checkout HEAD -- fleet.lock.yaml');
  });
});

test('it can be acknowledged, for exactly this configuration', async () => {
  const folder = await synthesized();
  rmSync(join(folder, 'fleet.lock.yaml'));
  const { stderr } = await runCli(folder, ['synth']);
  const entry = /acknowledge: \[.*\]/.exec(stderr)?.[0].replace('…', 'the repository was made again') ?? '';
  expect(parse(entry)).toMatchObject({
    acknowledge: [
      { change: expect.stringMatching(/^the lock takes in 2 clusters of the output as configured now, [0-9a-f]{8}$/) },
    ],
  });
  writeFileSync(join(folder, 'fleet.yaml'), `${fleet(S3, B)}${entry}\n`);
  expect((await runCli(folder, ['synth'])).stderr).toContain('LOCK_INCOMPLETE');
  writeFileSync(join(folder, 'fleet.yaml'), `${fleet(A, B)}${entry}\n`);
  expect((await runCli(folder, ['synth'])).status).toBe(0);
  expect((await runCli(folder, ['synth', '--check'])).status).toBe(0);
});

test('an output of another fleet, and folders without a file, are none of it', async () => {
  const folder = await synthesized();
  mkdirSync(join(folder, 'dist/clusters/empty'));
  expect((await runCli(folder, ['check'])).stdout).not.toContain('LOCK_INCOMPLETE');
  writeFileSync(join(folder, 'other.yaml'), fleet(B.replace('name: b', 'name: c')));
  expect((await runCli(folder, ['check', '-f', 'other.yaml'])).stdout).not.toContain('LOCK_INCOMPLETE');
});

const ID = '0123456789abcdef';
const journal = (id: string): object => ({ id, fleetLock: 'fleet.lock.yaml', before: '' });

/** A folder whose output has grown, with the old one beside it under some name, and a journal. */
async function grownBeside(last: string, held: object | undefined): Promise<string> {
  const folder = await synthesized(fleet(A));
  renameSync(join(folder, 'dist'), join(folder, last));
  const grown = await synthesized();
  renameSync(join(grown, 'dist'), join(folder, 'dist'));
  writeFileSync(join(folder, 'fleet.yaml'), fleet(A, B));
  const own = { ...thisProcess(), folder: folderIdentity(folder) };
  const lock = { ...own, ...journal('fedcba9876543210'), dead: [], ...held };
  if (held !== undefined) writeFileSync(join(folder, '.dist-lock'), JSON.stringify(lock));
  return folder;
}

test.each<[string, string, object | undefined]>([
  ['without a journal', `.dist-last-${ID}`, undefined],
  ['that the journal does not name', `.dist-last-${ID}`, journal('aaaaaaaaaaaaaaaa')],
  ['with a name of another form', '.dist-last-x', { id: 'x' }],
  ['with a longer name', `.dist-last-${ID}0`, journal(`${ID}0`)],
])('a folder that looks like a swap %s weakens nothing', async (_, last, held) => {
  const folder = await grownBeside(last, held);
  expect((await runCli(folder, ['check'])).stdout).toMatch(/error\[LOCK_INCOMPLETE\].*not in fleet\.lock\.yaml: b$/m);
});

test.each([
  ['its own run', journal(ID)],
  ['a run that tidies up after it', { dead: [journal(ID)] }],
])('an interrupted swap is none, by the journal of %s: what was there before is', async (_, held) => {
  const folder = await grownBeside(`.dist-last-${ID}`, held);
  expect((await runCli(folder, ['check'])).stdout).not.toContain('LOCK_INCOMPLETE');
  rmSync(join(folder, 'fleet.lock.yaml'));
  expect((await runCli(folder, ['check'])).stdout).toMatch(/not in fleet\.lock\.yaml: a$/m);
});

test('the journal is beside the folder itself where the output is a link to it', async () => {
  const folder = await grownBeside(`.dist-last-${ID}`, undefined);
  const linked = folderWith({ 'fleet.yaml': readFileSync(join(folder, 'fleet.yaml'), 'utf8') });
  cpSync(join(folder, 'fleet.lock.yaml'), join(linked, 'fleet.lock.yaml'));
  symlinkSync(join(folder, 'dist'), join(linked, 'dist'));
  expect((await runCli(linked, ['check'])).stdout).toMatch(/dist has .*not in fleet\.lock\.yaml: b$/m);
  const own = { ...thisProcess(), folder: folderIdentity(folder) };
  writeFileSync(join(folder, '.dist-lock'), JSON.stringify({ ...own, ...journal(ID), dead: [] }));
  expect((await runCli(linked, ['check'])).stdout).not.toContain('LOCK_INCOMPLETE');
});

test('an exchange that was interrupted before the lock was written is none: what was there before is', async () => {
  const folder = await synthesized(fleet(A));
  const grown = await synthesized();
  const undo = join(folder, `.dist-undo-${ID}/added/clusters`);
  mkdirSync(undo, { recursive: true });
  cpSync(join(grown, 'dist/clusters/b'), join(folder, 'dist/clusters/b'), { recursive: true });
  cpSync(join(grown, 'dist/clusters/b'), join(undo, 'b'), { recursive: true });
  writeFileSync(join(folder, 'fleet.yaml'), fleet(A, B));
  const unknown = /not in fleet\.lock\.yaml: b$/m;
  expect((await runCli(folder, ['check'])).stdout).toMatch(unknown);
  const own = { ...thisProcess(), folder: folderIdentity(folder) };
  writeFileSync(join(folder, '.dist-lock'), JSON.stringify({ ...own, ...journal(ID), dead: [] }));
  expect((await runCli(folder, ['check'])).stdout).not.toContain('LOCK_INCOMPLETE');
  rmSync(join(undo, 'b', readdirSync(join(undo, 'b'))[0] ?? ''));
  expect((await runCli(folder, ['check'])).stdout).toMatch(unknown);
});

test('a clone of an interrupted swap, journal and all, weakens nothing, at no command', async () => {
  const folder = await grownBeside(`.dist-last-${ID}`, journal(ID));
  const git = (...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
    expect(spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
  };
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'everything');
  const clone = join(folderWith(), 'clone');
  git('clone', '-q', folder, clone);
  const unknown = /error\[LOCK_INCOMPLETE\].*not in fleet\.lock\.yaml: b$/m;
  expect((await runCli(folder, ['check'])).stdout).not.toMatch(unknown);
  expect((await runCli(clone, ['check'])).stdout).toMatch(unknown);
  // The run that wrote the lock has ended, and nobody finishes here what it began elsewhere.
  const lock = join(clone, '.dist-lock');
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(lock, JSON.stringify({ ...JSON.parse(readFileSync(lock, 'utf8')), pid: gone }));
  expect((await runCli(clone, ['synth'])).stderr).toMatch(unknown);
  expect(existsSync(join(clone, 'dist/clusters/b'))).toBe(true);
});
