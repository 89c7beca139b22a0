/**
 * The way of a newcomer, from the packed package alone: init, fill in, npm install, cdk8s synth, check. It needs the npm
 * registry, and says so where it is skipped.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withExamples } from '../../../src/cli/init/fleet-text';
import { folderWith } from '../../support/files';
import { fileOf } from '../../support/generated';
import { BIN, contentOf, type Ended } from '../../support/program';

const ROOT = join(__dirname, '..', '..', '..');

/** As a shell of the user would run it; npm wants its own settings. */
function run(cwd: string, command: string, ...args: readonly string[]): Ended {
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', CI: '1', npm_config_prefer_offline: 'true' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const online = run(ROOT, 'npm', 'view', 'constructs@10.8.1', 'version').stdout.trim() === '10.8.1';
if (!online) process.stderr.write('skipped: a new repository from the packed package: no npm registry\n');

(online ? describe : describe.skip)('a new repository from the packed package', () => {
  const folder = folderWith();
  const home = join(folder, 'registry');
  let tarball = '';
  const inHome = (...command: readonly string[]): Ended => run(home, command[0] ?? '', ...command.slice(1));

  beforeAll(() => {
    const packed = run(ROOT, 'npm', 'pack', '--silent', '--pack-destination', folder).stdout.trim();
    tarball = packed.split('\n').at(-1) ?? '';
    const init = ['cdk8s-openshift-registry', 'init', '--platform', 'baremetal', '--test', '--package', `./${tarball}`];
    const made = run(folder, 'npx', '--yes', '--package', `./${tarball}`, ...init, 'registry');
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

  test('what the image installs, without development dependencies, is all that the plugin needs', () => {
    const [, install = ''] = /^RUN (npm ci .*)$/m.exec(fileOf('cmp/Containerfile')) ?? [];
    const [, copied = ''] = /^COPY (package\.json .*) \.\/$/m.exec(fileOf('cmp/Containerfile')) ?? [];
    const inner = folderWith();
    expect(inHome('bash', '-c', `cp -- ${copied} ${inner}`)).toMatchObject({ status: 0 });
    expect(readdirSync(inner)).toContain(tarball);
    expect(run(inner, 'bash', '-c', install)).toMatchObject({ status: 0 });
    expect(existsSync(join(inner, 'node_modules/cdk8s-cli'))).toBe(false);
    const bin = join(inner, 'node_modules/.bin/registry-gitops');
    const { status, stdout } = run(home, bin, 'synth', '--plugin', '--cluster', 'prod-1');
    expect([status, stdout]).toEqual([0, expect.stringContaining('\nkind: Config\n')]);
    expect(existsSync(join(inner, 'node_modules/cdk8s-openshift-registry/cmp/plugin.yaml'))).toBe(true);
  });

  test('npm ci installs the same from the lock file that is committed', () => {
    expect(existsSync(join(home, 'package-lock.json'))).toBe(true);
    expect(inHome('npm', 'ci', '--no-audit', '--no-fund', '--dry-run')).toMatchObject({ status: 0 });
  });
});

/** The first program that can build images here. */
const builder = ['podman', 'docker'].find(name => spawnSync(name, ['info']).status === 0);
if (builder === undefined)
  process.stderr.write('skipped: building cmp/Containerfile: neither podman nor docker works here\n');

(builder === undefined ? test.skip : test)('the image has the command, git and the plugin', () => {
  const source = folderWith();
  expect(run(source, process.execPath, BIN, 'init')).toMatchObject({ status: 0 });
  expect(run(source, 'npm', 'install', '--package-lock-only')).toMatchObject({ status: 0 });
  const file = join(ROOT, 'cmp', 'Containerfile');
  expect(run(source, builder ?? '', 'build', '--file', file, '--tag', 'registry-gitops:test', '.')).toMatchObject({
    status: 0,
  });
  const smoke = 'registry-gitops --version && git --version && test -s /home/argocd/cmp-server/config/plugin.yaml';
  const command = ['run', '--rm', '--entrypoint', 'bash', 'registry-gitops:test', '-c', smoke];
  expect(run(source, builder ?? '', ...command)).toMatchObject({ status: 0 });
});
