/** What `review` and `adopt` are given: devices, pipes and files without end are refused before they are read. */

import { execFileSync, spawnSync } from 'node:child_process';
import { openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';
import { measuredCli } from '../support/measured-cli';
import { BIN } from '../support/program';
import { runCli } from '../support/run-cli';

const FLEET = 'clusters: [{name: a, platform: aws, openshift: "4.14"}]\n';
const TOO_LARGE = 33 * 1024 * 1024;

/** A folder with a pipe, and a file that is larger than any of ours. */
function folder(): string {
  const made = folderWith({ 'fleet.yaml': FLEET, 'other/large.yaml': '' });
  spawnSync('mkfifo', [join(made, 'pipe')]);
  truncateSync(join(made, 'other/large.yaml'), TOO_LARGE);
  return made;
}

test.each([
  [['review', '/dev/zero', 'fleet.yaml'], '/dev/zero cannot be read: it is a device, a pipe or a socket'],
  [['review', 'fleet.yaml', 'pipe'], 'pipe cannot be read: it is a device, a pipe or a socket'],
  [['review', 'fleet.yaml', 'other/large.yaml'], 'other/large.yaml cannot be read: it is larger than 32 MiB'],
  [['review', 'other', 'fleet.yaml'], 'other/large.yaml cannot be read: it is larger than 32 MiB'],
  [['adopt', '/dev/zero'], '/dev/zero cannot be read: it is a device, a pipe or a socket'],
  [['adopt', 'pipe'], 'pipe cannot be read: it is a device, a pipe or a socket'],
  [['adopt', 'other/large.yaml'], 'other/large.yaml cannot be read: it is larger than 32 MiB'],
])('%j', (args, message) => {
  const { status, stderr, cpu, memory } = measuredCli(folder(), args);
  expect(stderr).toContain(message);
  expect([status, cpu < 10, memory < 256]).toEqual([2, true, true]);
});

test('adopt ends where its standard input does not', () => {
  const { status, stderr } = spawnSync(process.execPath, [BIN, 'adopt', '-'], {
    encoding: 'utf8',
    stdio: [openSync('/dev/zero', 'r'), 'pipe', 'pipe'],
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining('- cannot be read: it is larger than 32 MiB')]);
});

test('seal reads what a pipe brings, and no more than a file may have', () => {
  const made = folder();
  const sealing = (value: string): readonly string[] => {
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `"$0" "$1" seal --cluster a --cert <(${value}) --from-env K=V`, process.execPath, BIN],
      { cwd: made, encoding: 'utf8' },
    );
    return [String(status), stderr];
  };
  expect(sealing('echo none')).toEqual(['2', expect.stringContaining('has no RSA certificate')]);
  expect(sealing('cat /dev/zero')).toEqual(['2', expect.stringContaining('cannot be read: it is larger than 32 MiB')]);
});

test('a revision may be longer than any file name', async () => {
  const { status, stderr } = await runCli(folder(), ['review', 'r'.repeat(300), 'fleet.yaml']);
  expect([status, stderr]).toEqual([2, expect.not.stringContaining('mistake of registry-gitops')]);
});

test('a repository may hold large files beside the fleet; one that is asked for is refused', async () => {
  const made = folderWith({ 'fleet.yaml': FLEET, 'dist/a.yaml': '' });
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: made });
  // Two that are read together with the fleet file, and one that must not be.
  for (const name of ['one.bin', 'two.bin']) writeFileSync(join(made, name), Buffer.alloc(TOO_LARGE / 2, name));
  truncateSync(join(made, 'dist/a.yaml'), TOO_LARGE);
  writeFileSync(join(made, 'film.bin'), Buffer.alloc(TOO_LARGE));
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
  expect(await runCli(made, ['review', 'HEAD', 'fleet.yaml'])).toMatchObject({ status: 0, stderr: '' });
  expect(await runCli(made, ['review', 'HEAD:dist', 'fleet.yaml'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('dist/a.yaml cannot be read: it is larger than 32 MiB'),
  });
  expect(await runCli(made, ['review', 'HEAD:film.bin', 'fleet.yaml'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('film.bin cannot be read: it is larger than 32 MiB'),
  });
});
