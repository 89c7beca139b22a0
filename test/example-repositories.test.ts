/**
 * The repositories of examples/: each has what `init` writes, and its output is what it gives. UPDATE_GOLDEN=1 rewrites
 * both; the change is then in the diff. example-repositories.slow.test.ts runs them as their users do.
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Pipeline } from '../src/cli/init/choices';
import { repositoryFiles } from '../src/cli/init/repository';
import { ownPackage } from '../src/cli/own-package';
import { folderWith } from './support/files';
import { contentOf } from './support/program';
import { runCli } from './support/run-cli';

const ROOT = join(__dirname, '..', 'examples');
const UPDATE = process.env.UPDATE_GOLDEN === '1';
const FLEETS: readonly (readonly [string, Pipeline])[] = [
  ['baremetal-odf', 'gitlab'],
  ['three-clouds', 'github'],
];
const OWN_APP = join(ROOT, 'own-app');

test('every repository is tested here', () => {
  const folders = readdirSync(ROOT, { withFileTypes: true }).filter(entry => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...FLEETS.map(([name]) => name), 'own-app'].sort());
});

/** What a team changes in its repository. */
const THEIRS = ['fleet.yaml', 'CODEOWNERS'];

test.each(FLEETS)('%s: its files beside the fleet are what init writes', (name, pipeline) => {
  const { version } = ownPackage().manifest;
  const files = repositoryFiles({ fleet: '', pipeline, source: version, snapshotTest: false });
  for (const { path, text, executable } of files.filter(file => !THEIRS.includes(file.path))) {
    const file = join(ROOT, name, path);
    if (UPDATE) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { mode: executable ? 0o777 : 0o666 });
    }
    expect([path, readFileSync(file, 'utf8')]).toEqual([path, text]);
  }
});

test.each(FLEETS)('%s: its output is what its fleet gives, without a warning', async name => {
  const folder = join(ROOT, name);
  if (UPDATE) expect(await runCli(folder, ['synth'])).toMatchObject({ status: 0 });
  const { status, stdout, stderr } = await runCli(folder, ['synth', '--check']);
  expect([status, stdout]).toEqual([0, '']);
  expect(stderr).not.toMatch(/^(error|warning)/m);
});

test('own-app: its output is what its program gives, and its libraries are those that the package is tested with', () => {
  const outdir = folderWith();
  const before = process.env.CDK8S_OUTDIR;
  process.env.CDK8S_OUTDIR = outdir;
  try {
    jest.doMock('cdk8s-openshift-registry', () => jest.requireActual('../src'), { virtual: true });
    jest.isolateModules(() => jest.requireActual('../examples/own-app/main.ts'));
  } finally {
    if (before === undefined) delete process.env.CDK8S_OUTDIR;
    else process.env.CDK8S_OUTDIR = before;
  }
  const made = contentOf(outdir);
  if (UPDATE) {
    rmSync(join(OWN_APP, 'dist'), { recursive: true, force: true });
    for (const [path, text] of Object.entries(made)) {
      mkdirSync(dirname(join(OWN_APP, 'dist', path)), { recursive: true });
      writeFileSync(join(OWN_APP, 'dist', path), text);
    }
  }
  expect(Object.keys(made)).toEqual(['cloud.k8s.yaml', 'factory.k8s.yaml']);
  for (const text of Object.values(made)) expect(text.match(/name: image-registry-viewers$/gm)).toHaveLength(3);
  expect(contentOf(join(OWN_APP, 'dist'))).toEqual(made);
  const { version, devDependencies: tested } = ownPackage().manifest;
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(OWN_APP, 'package.json'), 'utf8'));
  const { 'cdk8s-openshift-registry': own, ...others } = { ...dependencies, ...devDependencies };
  expect(own).toBe(version);
  expect(tested).toMatchObject(others);
});
