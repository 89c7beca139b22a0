/** The command as it is installed, a few files: it does what the compiled modules do, and starts in a fraction of their time. */

import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { BUILT } from '../support/build';
import { folderWith } from '../support/files';
import { BIN, contentOf, runProgram } from '../support/program';

const EXAMPLES = join(__dirname, '..', 'examples');
/** The modules themselves, each in its file. */
const MODULES = join(BUILT, 'src', 'cli', 'bin.js');

/** What a program says and leaves in its folder. */
function ended(bin: string, args: readonly string[]) {
  const folder = folderWith();
  const { status, stdout, stderr } = runProgram([process.execPath, bin, ...args], folder);
  return { status, stdout, stderr: stderr.replace(/\(\d+\.\d s\)/, '(0.1 s)'), files: contentOf(folder) };
}

const example = (name: string): string => join(EXAMPLES, name, 'fleet.yaml');

test.each([
  ['--help'],
  ['--version'],
  ['help', 'init'],
  ['explain', 'PVC_RWO_REPLICAS'],
  ['explain', 'NOTHING'],
  ['explain'],
  ['check', '-f', example('everything-around'), '--format', 'json', '--info'],
  ['check', '-f', 'missing.yaml'],
  ['synth', '-f', example('everything-around'), '--stdout'],
  ['synth', '-f', example('odf-noobaa-job'), '--stdout'],
  ['synth', '-f', example('swift-five-keys'), '--stdout'],
  ['list', '-f', example('minio-private-ca')],
  ['verify', '-f', example('baremetal-block'), 'plant'],
  ['review', example('aws-own-bucket'), example('azure-government'), '--format', 'markdown'],
  ['report', '-f', example('openstack-cinder'), '-o', 'report.html'],
  ['init', 'new', '--platform', 'baremetal'],
  ['completion', 'bash'],
  ['adopt'],
  ['synth', '--nothing'],
])('%s %s %s', (...args) => {
  expect(ended(BIN, args)).toEqual(ended(MODULES, args));
});

/** The files that a run reads as programs or as data of them. */
function filesOf(...args: readonly string[]): string[] {
  return filesIn(folderWith(), ...args);
}

/** The same of a run in a folder. */
function filesIn(folder: string, ...args: readonly string[]): string[] {
  const preload = join(folder, 'loaded.cjs');
  const list = 'Object.keys(require.cache).filter(file => file !== __filename)';
  writeFileSync(preload, `process.on('exit', () => require('fs').writeFileSync('loaded', ${list}.join('\\n')));`);
  runProgram([process.execPath, '--require', preload, BIN, ...args], folder, { XDG_CACHE_HOME: join(folder, 'cache') });
  return (contentOf(folder).loaded ?? '').split('\n');
}

const namesOf = (files: readonly string[]): string[] =>
  files
    .map(file => basename(file))
    .filter(name => name !== 'load.js')
    .sort();

test('reads only the parts that a command needs', () => {
  const names = (...args: readonly string[]): string[] => namesOf(filesOf(...args));
  expect(names('--version')).toEqual(['bin.js']);
  expect(names('--help')).toEqual(['bin.js']);
  expect(names('synth', '--help')).toEqual(['bin.js']);
  expect(names('explain', 'PVC_RWO_REPLICAS')).toEqual(['bin.js', 'explained.json']);
  expect(names('check', '-f', example('baremetal-block'))).toEqual(['again.js', 'bin.js', 'core.js', 'shape.json']);
  expect(names('synth', '-f', example('baremetal-block'), '--stdout')).toEqual([
    'again.js',
    'bin.js',
    'cdk8s.js',
    'core.js',
    'fields.json',
    'shape.json',
  ]);
});

test('reads none of what a build needs where nothing changed', () => {
  const folder = folderWith({
    'fleet.yaml': 'clusterFiles: ["clusters/*.yaml"]\n',
    'clusters/a.yaml': '{name: a, platform: aws, openshift: "4.14"}\n',
  });
  expect(namesOf(filesIn(folder, 'synth'))).toContain('cdk8s.js');
  expect(namesOf(filesIn(folder, 'synth'))).toEqual(['again.js', 'bin.js']);
});

test('another program has another cache', () => {
  const root = folderWith({ 'fleet.yaml': 'clusters: [{name: a, platform: aws, openshift: "4.14"}]\n' });
  cpSync(realpathSync(BUILT), join(root, 'lib'), { recursive: true });
  cpSync(join(__dirname, '..', '..', 'package.json'), join(root, 'package.json'));
  const again = (): boolean => {
    const bin = join(root, 'lib', 'bundle', 'bin.js');
    const { status } = runProgram([process.execPath, bin, 'synth'], root, { XDG_CACHE_HOME: join(root, 'cache') });
    expect(status).toBe(0);
    const [name = ''] = readdirSync(join(root, 'cache', 'registry-gitops'));
    const [, text = ''] = readFileSync(join(root, 'cache', 'registry-gitops', name), 'utf8').split('\n');
    const before = base;
    base = (JSON.parse(text) as { readonly base: string }).base;
    return base === before;
  };
  let base = '';
  expect([again(), again()]).toEqual([false, true]);
  const touch = (path: string): void => utimesSync(join(root, 'lib', path), 1, 1);
  for (const path of ['bundle/core.js', 'src/manifests/takeover/takeover.sh', 'imports/fields.json']) {
    touch(path);
    expect([path, again()]).toEqual([path, false]);
  }
  touch('src/main.js');
  expect(again()).toBe(true);
});

/** Bytes of those files: what a start costs is reading and compiling them. */
const bytesOf = (...args: readonly string[]): number =>
  filesOf(...args).reduce((sum, file) => sum + statSync(file).size, 0);

test.each<[most: number, args: readonly string[]]>([
  [60_000, ['--version']],
  [60_000, ['--help']],
  [60_000, ['synth', '--help']],
  [400_000, ['explain', 'PVC_RWO_REPLICAS']],
  [1_200_000, ['check', '-f', example('baremetal-block')]],
  [1_600_000, ['synth', '-f', example('baremetal-block'), '--stdout']],
])('reads at most %d bytes to start: %j', (most, args) => {
  const bytes = bytesOf(...args);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(most);
});

const copies: string[] = [];

/** A copy of the command beside it, after a change of its files. */
function changed(change: (folder: string) => void): string {
  const folder = join(BUILT, `bundle-${basename(folderWith())}`);
  cpSync(join(BUILT, 'bundle'), folder, { recursive: true });
  copies.push(folder);
  change(folder);
  return join(folder, 'bin.js');
}

afterEach(() => {
  for (const folder of copies.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Each part that a run read, and whether V8 took the code that was made of it; absent where it was given none. */
function codeTaken(bin: string, ...args: readonly string[]): Readonly<Record<string, boolean | undefined>> {
  const folder = folderWith();
  const preload = join(folder, 'code.cjs');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    preload,
    `process.on('exit', () => {
       const loader = Object.keys(require.cache).find(file => file.endsWith('load.js'));
       const parts = [...require(loader).scripts].map(([file, script]) => [file, script.cachedDataRejected]);
       require('fs').writeFileSync('code', JSON.stringify(parts));
     });`,
  );
  runProgram([process.execPath, '--require', preload, bin, ...args], folder);
  const parts = JSON.parse(contentOf(folder).code ?? '') as [string, boolean | undefined][];
  return Object.fromEntries(parts.map(([file, isRejected]) => [basename(file), isRejected === false]));
}

const CHECK = ['check', '-f', example('baremetal-block'), '--info'] as const;
const isCode = (name: string): boolean => name.endsWith('.code');

test('V8 takes the code that was made of a part when it was built', () => {
  expect(codeTaken(BIN, ...CHECK)).toEqual({ 'again.js': true, 'core.js': true });
  expect(codeTaken(BIN, 'synth', '-f', example('baremetal-block'), '--stdout')).toEqual({
    'again.js': true,
    'core.js': true,
    'cdk8s.js': true,
  });
});

test('without that code the command does the same', () => {
  const bin = changed(folder => {
    for (const name of readdirSync(folder).filter(isCode)) rmSync(join(folder, name));
  });
  expect(codeTaken(bin, ...CHECK)).toEqual({ 'again.js': false, 'core.js': false });
  expect(ended(bin, CHECK)).toEqual(ended(BIN, CHECK));
});

test('a part that was changed does what it says now, however long it is', () => {
  const bin = changed(folder => {
    const part = join(folder, 'again.js');
    writeFileSync(part, readFileSync(part, 'utf8').replaceAll('nothing written', 'NOTHING WRITTEN'));
  });
  const REFUSED = ['synth', '-f', example('missing')];
  expect(codeTaken(bin, ...CHECK)).toEqual({ 'again.js': false, 'core.js': true });
  expect(ended(BIN, REFUSED).stderr).toContain('nothing written');
  expect(ended(bin, REFUSED).stderr).toContain('NOTHING WRITTEN');
});

test.each<[string, (code: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['cut off', code => code.subarray(0, code.length - 100_000)],
  ['damaged', code => Buffer.concat([code.subarray(0, 500_000), Buffer.from('?'), code.subarray(500_001)])],
])('code that is %s is not taken', (_, damage) => {
  const bin = changed(folder => {
    for (const name of readdirSync(folder).filter(isCode))
      writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))));
  });
  expect(codeTaken(bin, ...CHECK)).toEqual({ 'again.js': false, 'core.js': false });
  expect(ended(bin, CHECK)).toEqual(ended(BIN, CHECK));
});
