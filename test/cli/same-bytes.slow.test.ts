/** The same fleet gives the same bytes, whichever program makes them, where and when. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';
import { APP, cli, contentOf, type Ended, runProgram } from '../support/program';

const CLUSTERS = [
  '{name: a, platform: aws, openshift: "4.14"}',
  '{name: b10, platform: baremetal, openshift: "4.14", storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: x}}}',
  '{name: b2, platform: gcp, openshift: "4.16", pruner: {keepYoungerThanDuration: 168h}}',
  '{name: i, platform: none, openshift: "4.12", baseDomain: i.example.com, routes: {default: true}, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: x}}}',
];
const fleetOf = (clusters: readonly string[]): string => `clusters:\n${clusters.map(each => `  - ${each}\n`).join('')}`;
const FLEET = fleetOf(CLUSTERS);
const CDK8S = join(__dirname, '..', '..', 'node_modules', '.bin', 'cdk8s');

/** Output and lock that the bin gives. */
function made(fleet: string, env: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const folder = folderWith({ 'fleet.yaml': fleet });
  const { status, stderr } = cli(folder, ['synth'], env);
  if (status !== 0) throw new Error(stderr);
  const { 'fleet.yaml': _, ...rest } = contentOf(folder);
  return rest;
}

const expected = made(FLEET);

/** Runs `cdk8s synth` in a folder with this fleet. */
function cdk8s(fleet: string): { readonly folder: string; readonly ended: Ended } {
  const folder = folderWith({
    'fleet.yaml': fleet,
    'cdk8s.yaml': `language: typescript\napp: ${process.execPath} ${APP}\noutput: dist\n`,
  });
  return { folder, ended: runProgram([CDK8S, 'synth'], folder, { CDK8S_CHECK_UPGRADE: 'false', CI: 'true' }) };
}

test.each([
  ['time zone', { TZ: 'Pacific/Kiritimati' }],
  ['locale', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
  ['plain locale', { LANG: 'C', LC_ALL: 'C' }],
])('the %s changes nothing', (_, env) => expect(made(FLEET, env)).toEqual(expected));

test('the order of the clusters changes nothing', () => {
  expect(made(fleetOf([...CLUSTERS].reverse()))).toEqual(expected);
});

test('the working folder changes nothing', () => {
  const folder = folderWith({ 'deep/fleet.yaml': FLEET });
  cli('/', ['synth', '-f', join(folder, 'deep', 'fleet.yaml'), '-o', join(folder, 'deep', 'dist')]);
  const { 'fleet.yaml': _, ...rest } = contentOf(join(folder, 'deep'));
  expect(rest).toEqual(expected);
});

test('`cdk8s synth` gives the same bytes', () => {
  const { folder, ended } = cdk8s(FLEET);
  expect(ended.status).toBe(0);
  const { 'fleet.yaml': _, 'cdk8s.yaml': __, ...rest } = contentOf(folder);
  expect(rest).toEqual(expected);
});

test('under cdk8s, a slip is told with its place and without a stack trace, and nothing is written', () => {
  const { folder, ended } = cdk8s(FLEET.replace('platform: aws', 'platform: asw'));
  const said = ended.stdout + ended.stderr;
  expect(ended.status).toBe(1);
  expect(said).toContain('error[UNKNOWN_VALUE] platform "asw" is not known; did you mean "aws"?');
  expect(said).toContain('fleet.yaml:2:15');
  expect(said).not.toMatch(/^\s+at .*\(.*:\d+:\d+\)$/m);
  expect(readdirSync(folder).sort()).toEqual(['cdk8s.yaml', 'fleet.yaml']);
});

describe('the app on its own', () => {
  test.each([
    ['a fleet that is fine', 'fleet.yaml', 0],
    ['a slip', 'slip.yaml', 1],
    ['a file that is not there', 'none.yaml', 2],
  ])('%s: exit status', (_, file, status) => {
    const folder = folderWith({ 'fleet.yaml': FLEET, 'slip.yaml': FLEET.replace('aws', 'asw') });
    const ended = runProgram([process.execPath, APP], folder, { REGISTRY_FLEET: file });
    expect(ended.status).toBe(status);
    expect(existsSync(join(folder, 'dist'))).toBe(status === 0);
  });

  test('an output folder of somebody else: exit status 2, one line', () => {
    const folder = folderWith({ 'fleet.yaml': FLEET, 'dist/notes.txt': '' });
    const { status, stderr } = runProgram([process.execPath, APP], folder);
    expect(status).toBe(2);
    expect(stderr).toContain('error: ');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
