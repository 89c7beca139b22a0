/** The config management plugin of cmp/: what it does with a repository, and with one that is wrong. */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { BUILT } from '../support/build';
import { objectsOf } from '../support/fleet';
import { fileOf } from '../support/generated';
import { ownErrors } from '../support/own-schema';

const plugin = parse(fileOf('cmp/plugin.yaml')) as {
  readonly spec: {
    readonly discover: { readonly fileName: string };
    readonly generate: { readonly command: readonly string[]; readonly args: readonly string[] };
    readonly parameters: { readonly static: readonly { readonly name: string; readonly required: boolean }[] };
  };
};

const FLEET = {
  clusters: [
    { name: 'prod', platform: 'aws', openshift: '4.14' },
    { name: 'lab', platform: 'vsphere', openshift: '4.14', storage: { pvc: { accessModes: ['ReadWriteMany'] } } },
    { name: 'rented', platform: 'rosa', openshift: '4.14' },
  ],
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  mkdirSync(join(folder, 'bin'));
  command('registry-gitops', `exec "${process.execPath}" "${join(BUILT, 'src', 'cli', 'bin.js')}" "$@"`);
  writeFileSync(join(folder, 'fleet.yaml'), JSON.stringify(FLEET));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Puts a program into the folder that PATH begins with. */
function command(name: string, script: string): void {
  const file = join(folder, 'bin', name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

/** What the repo server would run, where fleet.yaml is. */
function generate(parameters: Readonly<Record<string, string>>) {
  const {
    command: [program = '', ...options],
    args,
  } = plugin.spec.generate;
  const env = { PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter), ...parameters };
  const { status, stdout, stderr } = spawnSync(program, [...options, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, stdout, stderr };
}

test('gives the objects of the one cluster that is asked for, and writes nothing', () => {
  const { status, stdout } = generate({ PARAM_CLUSTER: 'lab' });
  expect(status).toBe(0);
  const objects = parseAllDocuments(stdout).map(document => document.toJS());
  const { name: _, ...lab } = FLEET.clusters[1] as { readonly name: string };
  const expected = objectsOf(JSON.stringify({ ...lab, name: 'lab' }));
  expect(objects.map(({ kind }) => kind).sort()).toEqual(expected.map(({ kind }) => kind).sort());
  expect(objects).toEqual(expect.arrayContaining([...expected]));
  expect(readdirSync(folder).sort()).toEqual(['bin', 'fleet.yaml']);
});

test.each<[string, Record<string, string>, string]>([
  ['no parameter', {}, 'no parameter cluster'],
  ['an empty parameter', { PARAM_CLUSTER: '' }, 'no parameter cluster'],
  ['an unknown cluster', { PARAM_CLUSTER: 'prdo' }, 'prod'],
  ['something that is no name', { PARAM_CLUSTER: '$(touch evil); --output=evil' }, 'no cluster'],
  ['a cluster without objects', { PARAM_CLUSTER: 'rented' }, 'no object for cluster rented'],
])('%s fails, says why, and prints nothing', (_name, parameters, message) => {
  const { status, stdout, stderr } = generate(parameters);
  expect(status).not.toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toContain(message);
  expect(readdirSync(folder)).not.toContain('evil');
});

describe('a generator that misbehaves', () => {
  afterAll(() =>
    command('registry-gitops', `exec "${process.execPath}" "${join(BUILT, 'src', 'cli', 'bin.js')}" "$@"`),
  );

  test.each([
    ['prints nothing and succeeds', 'exit 0'],
    ['prints blanks and comments', 'printf "\\n  \\n# nothing\\n---\\n"'],
    ['prints objects and fails', 'printf "apiVersion: v1\\nkind: Secret\\n"; exit 3'],
    ['dies', 'kill -9 $$'],
  ])('that %s is a failure without output', (_name, script) => {
    command('registry-gitops', script);
    const { status, stdout } = generate({ PARAM_CLUSTER: 'lab' });
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
  });
});

test('the plugin is for folders with a fleet, and asks for the cluster', () => {
  expect(plugin.spec.discover).toEqual({ fileName: './fleet.yaml' });
  expect(plugin.spec.parameters.static).toMatchObject([{ name: 'cluster', required: true }]);
});

test('the sidecar and the Application are what the API accepts', () => {
  const sidecar = parse(fileOf('cmp/argocd-sidecar.yaml'));
  expect(ownErrors(sidecar, '4.14')).toEqual([]);
  const own = sidecar.spec.repo.volumes.map(({ name }: { readonly name: string }) => name);
  const mounted = sidecar.spec.repo.sidecarContainers[0].volumeMounts.map(({ name }: { name: string }) => name);
  expect(mounted).toEqual(['var-files', 'plugins', ...own]);
  const application = parse(fileOf('cmp/application.yaml'));
  expect(application.spec.source.plugin.name).toBe(
    (parse(fileOf('cmp/plugin.yaml')) as typeof application).metadata.name,
  );
});

describe('Containerfile', () => {
  const text = fileOf('cmp/Containerfile');
  const stages = text.split(/^FROM .*$/m).slice(1);
  const steps = (stage: string | undefined, word: string): readonly string[] =>
    [...(stage ?? '').replaceAll(/\\\n\s*/g, '').matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(
      ([, rest = '']) => rest,
    );

  test('installs what the lock file of a repository says, and runs none of its scripts', () => {
    expect(steps(stages[0], 'COPY')).toEqual(['package.json package-lock.json *.tgz ./']);
    expect(steps(stages[0], 'RUN')).toEqual([
      'npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -f *.tgz',
      'cd node_modules/cdk8s-openshift-registry && node lib/bundle/compile.js examples/three-clouds/fleet.yaml',
    ]);
  });

  test('has the plugin where Argo CD looks for it, the command on the path, and runs as 999', () => {
    expect(steps(stages[1], 'COPY')).toEqual(['--from=build /opt/registry-gitops /opt/registry-gitops']);
    const inPackage = '/opt/registry-gitops/node_modules/cdk8s-openshift-registry/cmp/plugin.yaml';
    expect(steps(stages[1], 'RUN').join('\n')).toContain(`cp ${inPackage} /home/argocd/cmp-server/config/`);
    expect(steps(stages[1], 'ENV')[0]).toContain('PATH=/opt/registry-gitops/node_modules/.bin:$PATH');
    expect(steps(stages[1], 'USER').at(-1)).toBe('999');
  });

  test('has one base, which an argument can replace by its digest', () => {
    expect(text.match(/^ARG .*$/gm)).toEqual([expect.stringMatching(/^ARG BASE=\S+$/)]);
    expect(text.match(/^FROM .*$/gm)?.map(line => line.replace(/^FROM \$\{BASE\}/, 'base'))).toEqual([
      'base AS build',
      'base',
    ]);
  });
});
