/** The command as it is installed, a few files: it does what the compiled modules do, and starts in a fraction of their time. */

import { mkdirSync, statSync, writeFileSync } from 'node:fs';
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
  const folder = folderWith();
  const preload = join(folder, 'loaded.cjs');
  const list = 'Object.keys(require.cache).filter(file => file !== __filename)';
  mkdirSync(folder, { recursive: true });
  writeFileSync(preload, `process.on('exit', () => require('fs').writeFileSync('loaded', ${list}.join('\\n')));`);
  runProgram([process.execPath, '--require', preload, BIN, ...args], folder);
  return (contentOf(folder).loaded ?? '').split('\n');
}

test('reads only the parts that a command needs', () => {
  const names = (...args: readonly string[]): string[] => filesOf(...args).map(file => basename(file));
  expect(names('--version')).toEqual(['bin.js']);
  expect(names('--help')).toEqual(['bin.js']);
  expect(names('synth', '--help')).toEqual(['bin.js']);
  expect(names('explain', 'PVC_RWO_REPLICAS')).toEqual(['bin.js', 'explained.json']);
  expect(names('check', '-f', example('baremetal-block')).sort()).toEqual(['bin.js', 'core.js', 'shape.json']);
  expect(names('synth', '-f', example('baremetal-block'), '--stdout').sort()).toEqual([
    'bin.js',
    'cdk8s.js',
    'core.js',
    'fields.json',
    'shape.json',
  ]);
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
