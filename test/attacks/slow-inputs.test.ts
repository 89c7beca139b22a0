/** The same files, small enough for every day: each of them took a time that grew with the square of its size. */

import { spawnSync } from 'node:child_process';
import { openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { matchFiles } from '../../src/load/glob';
import { folderWith } from '../support/files';
import { measuredCli } from '../support/measured-cli';
import { BIN, cli } from '../support/program';
import { runCli } from '../support/run-cli';
import { SLOW_INPUTS } from './slow-inputs';

const SHARE = 160;

test.each(SLOW_INPUTS)('%s', async (_, size, text) => {
  const folder = folderWith({ 'fleet.yaml': text(Math.ceil(size / SHARE)) });
  const { status, stderr } = await runCli(folder, ['check']);
  expect([0, 1, 2]).toContain(status);
  expect(stderr).not.toMatch(/mistake of registry-gitops|call stack/);
});

const CLUSTER = 'name: a, platform: none, openshift: "4.14"';
const withCa = (file: string): string =>
  `clusters: [{${CLUSTER}, storage: {s3: {bucket: bbb, region: r, regionEndpoint: "https://s3.example.com", trustedCA: {pemFile: ${file}}}}, credentials: {existingSecret: {}}}]\n`;

describe('what is no file, or has no end, is refused before it is read', () => {
  const folder = folderWith({ 'fleet.yaml': '' });
  spawnSync('mkfifo', [join(folder, 'pipe')]);

  test.each(
    ['/dev/zero', 'pipe', '.'].flatMap(name => [
      [`clusterFiles: [${name}]\n`, 'cannot be read: it is a (device|folder)'],
      [withCa(name), 'cannot be read'],
    ]),
  )('%s', (fleet, message) => {
    const files = folderWith({ 'fleet.yaml': fleet });
    spawnSync('mkfifo', [join(files, 'pipe')]);
    const { status, stdout, cpu, memory } = measuredCli(files, ['check']);
    expect([status, cpu < 10, memory < 256]).toEqual([2, true, true]);
    expect(stdout).toMatch(new RegExp(message));
  });

  test('the fleet file and the lock', () => {
    const files = folderWith({ 'fleet.yaml': `clusters: [{${CLUSTER}}]\n` });
    spawnSync('mkfifo', [join(files, 'pipe.yaml'), join(files, 'fleet.lock.yaml')]);
    expect(cli(files, ['check', '-f', 'pipe.yaml']).status).toBe(2);
    expect(cli(files, ['check', '-f', '/dev/zero']).status).toBe(2);
    expect(cli(files, ['check']).stdout).toContain('LOCK_UNREADABLE');
    expect(readdirSync(files).sort()).toEqual(['fleet.lock.yaml', 'fleet.yaml', 'pipe.yaml']);
  });
});

describe('patterns of files', () => {
  test('of many stars', () => {
    const folder = folderWith({ ['a'.repeat(200)]: '', [`${'a'.repeat(200)}b`]: '' });
    expect(matchFiles(folder, `${'*a'.repeat(60)}b`)).toEqual([`${'a'.repeat(200)}b`]);
  });

  test('of many folders on the way to one', () => {
    const folder = folderWith({ [`${'a/'.repeat(40)}x.yaml`]: '' });
    expect(matchFiles(folder, `${'**/a/'.repeat(20)}x.yaml`)).toEqual([`${'a/'.repeat(40)}x.yaml`]);
    expect(matchFiles(folder, `${'**/'.repeat(500)}x.yaml`)).toEqual([`${'a/'.repeat(40)}x.yaml`]);
  });

  test('that are longer than any path', () => {
    expect(() => matchFiles('.', '*/'.repeat(3_000))).toThrow(expect.objectContaining({ code: 'ENAMETOOLONG' }));
  });

  test.each([
    ['', '', true],
    ['*', '', true],
    ['a*', 'a', true],
    ['*.yaml', 'b.yaml', true],
    ['*.yaml', 'b.yml', false],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['*a*b*', 'xxaxxbxx', true],
    ['*ab', 'aab', true],
    ['a[b]', 'a[b]', true],
    ['a.b', 'axb', false],
  ])('%s and %s', (pattern, name, expected) => {
    if (name === '' || pattern === '') return;
    expect(matchFiles(folderWith({ [name]: '' }), pattern)).toEqual(expected ? [name] : []);
  });
});

test.each([
  ['check', '--format', 'sarif'],
  ['synth', '--stdout'],
  ['explain', 'FLEET_EMPTY'],
])('a full disk behind standard output is one line, and exit status 2: %s', (...args) => {
  if (process.platform !== 'linux') return;
  const folder = folderWith({ 'fleet.yaml': 'clusters: [{name: a, platform: aws, openshift: "4.14"}]\n' });
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
  });
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/^(1 cluster: [^\n]*\n)?error: standard output cannot be written: the disk is full[^\n]*\n$/),
  ]);
});
