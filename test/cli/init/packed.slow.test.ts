/**
 * The way of a newcomer, from the packed package alone: init, fill in, npm install, cdk8s synth, check. It needs the npm
 * registry, and says so where it is skipped.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withExamples } from '../../../src/cli/init/fleet-text';
import { folderWith } from '../../support/files';
import { contentOf, type Ended } from '../../support/program';

const ROOT = join(__dirname, '..', '..', '..');

/** As a shell of the user would run it; npm wants its own settings. */
function run(cwd: string, command: string, ...args: readonly string[]): Ended {
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', CI: '1' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const online = run(ROOT, 'npm', 'view', 'constructs@10.8.1', 'version').stdout.trim() === '10.8.1';
if (!online) process.stderr.write('skipped: a new repository from the packed package: no npm registry\n');

(online ? describe : describe.skip)('a new repository from the packed package', () => {
  const folder = folderWith();
  const home = join(folder, 'registry');
  const inHome = (...command: readonly string[]): Ended => run(home, command[0] ?? '', ...command.slice(1));

  beforeAll(() => {
    const packed = run(ROOT, 'npm', 'pack', '--silent', '--pack-destination', folder).stdout.trim().split('\n').at(-1);
    const tarball = `./${packed}`;
    const init = ['cdk8s-openshift-registry', 'init', '--platform', 'baremetal', '--test', '--package', tarball];
    const made = run(folder, 'npx', '--yes', '--package', tarball, ...init, 'registry');
    expect([made.status, made.stderr.match(/error:.*/)]).toEqual([0, null]);
    const file = join(home, 'fleet.yaml');
    writeFileSync(file, withExamples(readFileSync(file, 'utf8')));
    expect(inHome('npm', 'install', '--no-audit', '--no-fund')).toMatchObject({ status: 0 });
  });

  test('npx cdk8s synth makes the manifests, and registry-gitops the same', () => {
    expect(inHome('npx', 'cdk8s', 'synth')).toMatchObject({ status: 0 });
    const bySynth = contentOf(join(home, 'dist'));
    expect(Object.keys(bySynth)).toContain('clusters/prod-1/Config_cluster.yaml');
    expect(inHome('npm', 'run', 'synth')).toMatchObject({ status: 0 });
    expect(contentOf(join(home, 'dist'))).toEqual(bySynth);
  });

  test('the hook passes, and refuses what is not synthesized', () => {
    expect(inHome('.githooks/pre-commit')).toMatchObject({ status: 0 });
    const file = join(home, 'fleet.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('size: 100Gi', 'size: 200Gi'));
    expect(inHome('.githooks/pre-commit')).toMatchObject({ status: 1 });
    writeFileSync(file, text);
  });

  test('the snapshot test runs', () => {
    expect(inHome('npx', 'jest', '--ci=false')).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/1 snapshot written/),
    });
    expect(inHome('npx', 'jest')).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/1 snapshot passed|1 passed, 1 total/),
    });
  });

  test('npm ci installs the same from the lock file that is committed', () => {
    expect(existsSync(join(home, 'package-lock.json'))).toBe(true);
    expect(inHome('npm', 'ci', '--no-audit', '--no-fund', '--dry-run')).toMatchObject({ status: 0 });
  });
});
