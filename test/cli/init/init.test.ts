import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PLATFORM_CHOICES, STORAGE_CHOICES, type StorageChoice } from '../../../src/cli/init/choices';
import { fleetText, usualStorage, withExamples } from '../../../src/cli/init/fleet-text';
import { repositoryFiles } from '../../../src/cli/init/repository';
import { definition, dereference } from '../../../src/config/schema';
import type { PlatformName } from '../../../src/config/shape/cluster';
import { PLATFORMS } from '../../../src/facts/platforms';
import { folderWith } from '../../support/files';
import { runFleet } from '../../support/fleet';
import { fileOf } from '../../support/generated';
import { runCli } from '../../support/run-cli';

const OPTIONS = { fleet: 'clusters: []\n', pipeline: 'github', source: '1.2.3', snapshotTest: true } as const;
const FILES = repositoryFiles(OPTIONS);
const PATHS = FILES.map(({ path }) => path);

const errorsOf = (yaml: string): readonly string[] => [
  ...new Set(
    runFleet(yaml)
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code),
  ),
];
const contentOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter(name => statSync(join(folder, name)).isFile())
    .sort();

describe('the fleet', () => {
  test('can start on every platform and storage', () => {
    expect([...PLATFORM_CHOICES].sort()).toEqual(Object.keys(PLATFORMS).sort());
    const { odf, managementState: _, ...others } = definition('Storage').properties ?? {};
    const below = Object.keys(dereference(odf ?? {}).properties ?? {}).map(key => `odf.${key}`);
    expect([...STORAGE_CHOICES].sort()).toEqual([...Object.keys(others), ...below].sort());
  });

  test.each(PLATFORM_CHOICES)('%s: only placeholders are wrong, and no example is', platform => {
    const text = fleetText({
      platform,
      storage: usualStorage(platform),
      argocd: 'https://git.example.com/registry.git',
    });
    expect(errorsOf(text)).toEqual(['PLACEHOLDER']);
    expect(errorsOf(withExamples(text))).toEqual([]);
  });

  test.each(STORAGE_CHOICES.filter(choice => choice !== 'ibmcos'))('%s works on bare metal', storage => {
    const text = fleetText({ platform: 'baremetal', storage });
    expect(parse(text).clusters[0].storage).toHaveProperty(storage);
    expect(errorsOf(withExamples(text))).toEqual([]);
  });

  test('every placeholder has an example beside it', () => {
    const texts = STORAGE_CHOICES.map(storage => fleetText({ platform: 'none', storage }));
    for (const text of texts) expect(withExamples(text).split('\n').slice(4).join('\n')).not.toContain('CHANGE_ME');
  });

  test.each<[PlatformName, StorageChoice | undefined]>([
    ['aws', 's3'],
    ['openstack', 'swift'],
    ['baremetal', 'pvc'],
    ['rosa', undefined],
  ])('%s starts with %s', (platform, storage) => {
    expect(usualStorage(platform)).toBe(storage);
  });

  test('credentials come from a store where those of the cluster do not serve', () => {
    const credentials = (platform: PlatformName): unknown =>
      parse(fleetText({ platform, storage: 's3' })).clusters[0].credentials;
    expect(credentials('aws')).toBeUndefined();
    expect(credentials('gcp')).toHaveProperty('externalSecret');
  });

  test('as it is for Argo CD', () => {
    expect(fleetText({ platform: 'aws', storage: 's3', argocd: 'https://git.example.com/registry.git' })).toBe(`\
# yaml-language-server: $schema=node_modules/cdk8s-openshift-registry/schema/fleet.schema.json
#
# Replace each CHANGE_ME; "npx registry-gitops check" lists those that are left.

argocd:
  repoURL: https://git.example.com/registry.git
  targetRevision: main

defaults:
  openshift: "CHANGE_ME"   # minor version, for example 4.18

clusters:
  - name: CHANGE_ME        # its folder in dist/clusters, and its name in Argo CD, for example prod-1
    platform: aws
    storage:
      s3:
        bucket: CHANGE_ME  # for example acme-registry-prod
        region: CHANGE_ME  # for example eu-west-1
`);
  });
});

describe('the repository', () => {
  const folder = folderWith();
  const made = join(folder, 'made');
  let said = '';
  beforeAll(async () => {
    const { status, stdout } = await runCli(folder, [
      'init',
      'made',
      '--platform',
      'vsphere',
      '--ci',
      'gitlab',
      '--test',
    ]);
    expect(status).toBe(0);
    said = stdout;
  });

  test('has every file, and says of each what it is for', () => {
    const paths = PATHS.map(path => (path.startsWith('.github') ? '.gitlab-ci.yml' : path));
    expect(contentOf(made)).toEqual([...paths].sort());
    for (const path of paths) expect(said).toContain(`  ${path}  `);
  });

  test('says where something is to be filled in, and what comes next', () => {
    const lines = readFileSync(join(made, 'fleet.yaml'), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      const open = line.includes('CHANGE_ME') && !line.startsWith('#');
      expect(said.includes(`fleet.yaml:${index + 1} `)).toBe(open);
    }
    expect(said).toContain('  CODEOWNERS:2 ');
    expect(said).toMatch(/ {2}cd made\n {2}git init\n {2}git config core.hooksPath .githooks\n {2}npm install\n/);
  });

  test('names only exact versions, those that the package is tested with', () => {
    const { devDependencies: tested, version } = JSON.parse(fileOf('package.json'));
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(made, 'package.json'), 'utf8'));
    expect(dependencies).toEqual({
      cdk8s: tested.cdk8s,
      'cdk8s-openshift-registry': version,
      'cdk8s-plus-28': tested['cdk8s-plus-28'],
      constructs: tested.constructs,
    });
    expect(devDependencies).toEqual({ 'cdk8s-cli': tested['cdk8s-cli'], jest: tested.jest });
  });

  test('refers to files that the package has', () => {
    const { files } = JSON.parse(fileOf('package.json'));
    const installed = 'node_modules/cdk8s-openshift-registry/';
    const [, schema = ''] = /\$schema=(\S+)/.exec(readFileSync(join(made, 'fleet.yaml'), 'utf8')) ?? [];
    const app = parse(readFileSync(join(made, 'cdk8s.yaml'), 'utf8')).app.replace('node ', '') as string;
    const sources = [schema, app].map(path => path.replace(installed, '').replace(/^lib\/(.*)\.js$/, '$1.ts'));
    for (const path of sources) expect([path, existsSync(join(__dirname, '../../..', path))]).toEqual([path, true]);
    const folders = files.map((pattern: string) => pattern.split('/')[0]);
    for (const path of [schema, app]) expect(folders).toContain(path.replace(installed, '').split('/')[0]);
  });

  test('has the pipeline of the package, and a hook that is a program', () => {
    expect(readFileSync(join(made, '.gitlab-ci.yml'), 'utf8')).toBe(fileOf('pipelines/gitlab-ci.yml'));
    expect(statSync(join(made, '.githooks/pre-commit')).mode & 0o111).toBe(0o111);
  });

  test('is refused as long as something is to be filled in, and then gives manifests', async () => {
    const file = join(made, 'fleet.yaml');
    const before = await runCli(made, ['check']);
    expect([before.status, before.stdout + before.stderr]).toEqual([1, expect.stringContaining('PLACEHOLDER')]);
    writeFileSync(file, withExamples(readFileSync(file, 'utf8')));
    expect((await runCli(made, ['synth'])).status).toBe(0);
    expect(existsSync(join(made, 'dist/clusters/prod-1/Config_cluster.yaml'))).toBe(true);
    expect((await runCli(made, ['synth', '--check'])).status).toBe(0);
  });
});

describe('nothing is overwritten', () => {
  test.each(PATHS)('%s is named, and stays as it is', async path => {
    const folder = folderWith({ [path]: 'mine' });
    const { status, stderr } = await runCli(folder, ['init', '--test']);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`error: ${path} already exists`)]);
    expect(contentOf(folder)).toEqual([path]);
    expect(readFileSync(join(folder, path), 'utf8')).toBe('mine');
  });

  test('a link that leads nowhere is left alone', async () => {
    const folder = folderWith();
    symlinkSync('nowhere', join(folder, 'cdk8s.yaml'));
    expect(await runCli(folder, ['init'])).toMatchObject({ status: 2, stderr: expect.stringContaining('cdk8s.yaml') });
    expect(readdirSync(folder)).toEqual(['cdk8s.yaml']);
  });

  test('what was written is taken back where a later file cannot be', async () => {
    const folder = folderWith({ '.githooks': 'a file' });
    const { status, stderr } = await runCli(folder, ['init']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^error: .githooks\/pre-commit cannot be written/)]);
    expect(contentOf(folder)).toEqual(['.githooks']);
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });

  test('other files of the folder do not matter', async () => {
    const folder = folderWith({ 'README.md': 'mine' });
    mkdirSync(join(folder, '.git'));
    const { status, stdout } = await runCli(folder, ['init']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^This folder has /);
    expect(stdout).not.toContain('git init');
  });
});

describe('in a folder of a repository', () => {
  test('the hook is named from its top', async () => {
    const folder = folderWith();
    mkdirSync(join(folder, '.git'));
    const { stdout } = await runCli(folder, ['init', 'apps/registry']);
    expect(stdout).toContain('  git config core.hooksPath apps/registry/.githooks\n');
  });
});

describe('--package', () => {
  const sourceIn = async (folder: string, source: string): Promise<unknown> => {
    expect((await runCli(folder, ['init', 'made', '--package', source])).status).toBe(0);
    return JSON.parse(readFileSync(join(folder, 'made/package.json'), 'utf8')).dependencies['cdk8s-openshift-registry'];
  };

  test.each([
    ['./x.tgz', 'file:x.tgz'],
    ['file:x.tgz', 'file:x.tgz'],
    ['./checkout', 'file:../checkout'],
    ['1.2.3', '1.2.3'],
    ['https://npm.example.com/x.tgz', 'https://npm.example.com/x.tgz'],
  ])('%s becomes %s', async (source, named) => {
    expect(await sourceIn(folderWith({ 'x.tgz': '', 'checkout/package.json': '{}' }), source)).toBe(named);
  });

  test('a packed file is copied into the repository, byte for byte', async () => {
    const bytes = Buffer.from([0x1f, 0x8b, 0, 0xff, 0x0a, 0x0d]);
    const folder = folderWith();
    writeFileSync(join(folder, 'x.tgz'), bytes);
    expect(await sourceIn(folder, join(folder, 'x.tgz'))).toBe('file:x.tgz');
    expect(readFileSync(join(folder, 'made/x.tgz'))).toEqual(bytes);
  });

  test('one that is in the new repository already stays as it is', async () => {
    const folder = folderWith({ 'made/x.tgz': 'packed' });
    expect(await sourceIn(folder, './made/x.tgz')).toBe('file:x.tgz');
    expect(readFileSync(join(folder, 'made/x.tgz'), 'utf8')).toBe('packed');
  });

  test('the absolute path of a folder stays one', async () => {
    const folder = folderWith({ 'checkout/package.json': '{}' });
    expect(await sourceIn(folder, join(folder, 'checkout'))).toBe(`file:${join(folder, 'checkout')}`);
  });

  test('a file that is not there is refused', async () => {
    const folder = folderWith();
    expect(await runCli(folder, ['init', '--package', './x.tgz'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no file ./x.tgz'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});

test.each<[string[], string]>([
  [['--platform', 'aro'], 'Use one of aws, gcp, azure'],
  [['--platform', 'vshpere'], 'Did you mean "vsphere"?'],
  [['--storage', 'odf'], 'odf.rgw, odf.noobaa, odf.cephfs'],
  [['--ci', 'jenkins'], 'github, gitlab, tekton'],
  [['--platform', 'rosa', '--storage', 's3'], '--platform rosa with --storage s3 cannot work'],
  [['--platform', 'aws', '--storage', 'odf.rgw'], 'cannot work'],
  [['--argocd', 'not a url'], '--argocd: '],
  [['a', 'b'], 'too many'],
])('%j is refused before anything is written', async (args, text) => {
  const folder = folderWith();
  const { status, stderr } = await runCli(folder, ['init', ...args]);
  expect([status, stderr]).toEqual([2, expect.stringContaining(text)]);
  expect(readdirSync(folder)).toEqual([]);
});
