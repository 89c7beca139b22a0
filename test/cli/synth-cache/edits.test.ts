/** `synth-cache.ts` under random series of edits: with the cache people see, and get, what they would without it. */

import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { SynthCache } from '../../../src/cli/synth-cache/synth-cache';
import { NextOutput } from '../../../src/output/next-output';
import { both } from '../../support/cached-run';
import { folderWith } from '../../support/files';
import { selfSigned } from '../../support/self-signed';

const cluster = (name: string, platform: string, size: number): string =>
  `name: ${name}\nplatform: ${platform}\nstorage: {pvc: {accessModes: [ReadWriteMany], storageClassName: x, size: ${size}Gi}}\n`;

/** The same with more that files, the fleet and other clusters decide. */
const richer = (name: string, more: readonly string[]): string => [cluster(name, 'baremetal', 100), ...more].join('');
const MORE: readonly string[] = [
  'profiles: [debug]\n',
  'accept: [{code: REPLICAS_MANY, reason: "a laboratory"}]\n',
  'image: {additionalTrustedCA: {registry.example.com: {pemFile: ../ca.pem}}}\n',
  'baseDomain: example.com\n',
  'registry: {replicas: 50}\n',
  'pruner: {schedule: "0 2 * * *"}\n',
];
const fleet = ([version, ...more]: readonly string[]): string =>
  `defaults: {openshift: "${version}"}\nclusterFiles: ["clusters/*.yaml"]\n${more.join('')}`;
const OF_FLEET: readonly string[] = [
  'profiles: {debug: {registry: {logLevel: Debug}, accept: [{code: REPLICAS_MANY, reason: "a laboratory"}]}}\n',
  'profiles: {debug: {registry: {logLevel: Trace}}}\n',
  'argocd: {repoURL: "https://git.example.com/fleet.git", path: dist}\n',
  'acknowledge: [{change: "c leaves the fleet", reason: "it was sold"}]\n',
  'clusters: [{name: d, platform: rosa}]\n',
];
const CERTIFICATES = ['one', 'two'].map(name => selfSigned(name).certificate);

/** Something that happens between two runs, in a folder. */
type Edit = (folder: string) => void;

const write =
  (path: string, text: string): Edit =>
  folder =>
    writeFileSync(join(folder, path), text);
const remove =
  (path: string): Edit =>
  folder =>
    rmSync(join(folder, path), { recursive: true, force: true });
const append =
  (path: string): Edit =>
  folder =>
    existsSync(join(folder, path)) && appendFileSync(join(folder, path), '# x\n');
/** A setting of the first cluster in a file that concerns no other one, or no longer. */
const note =
  (path: string): Edit =>
  folder => {
    const file = join(folder, path);
    if (!existsSync(file)) return;
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.startsWith(NOTE) ? text.slice(NOTE.length) : NOTE + text);
  };
const NOTE = 'metadata: {annotations: {note: a laboratory}}\n';
/** A folder of the output, under a name that no cluster has. */
const copyOutput =
  (path: string): Edit =>
  folder => {
    const from = join(folder, 'dist', path);
    if (existsSync(from)) cpSync(from, `${from}-copy`, { recursive: true });
  };
/** A file of the output, by its number. */
const output =
  (index: number, change: (path: string) => void): Edit =>
  folder => {
    const dist = join(folder, 'dist');
    const files = existsSync(dist)
      ? readdirSync(dist, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
      : [];
    const file = files[index % files.length];
    if (file !== undefined) change(join(file.parentPath, file.name));
  };

const names = fc.constantFrom('a', 'b', 'c');
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.constant<Edit>(() => undefined),
  fc
    .tuple(names, fc.constantFrom('baremetal', 'none', 'vsphere', 'nowhere'), fc.constantFrom(100, 200))
    .map(([name, platform, size]) => write(`clusters/${name}.yaml`, cluster(name, platform, size))),
  names.map(name => remove(`clusters/${name}.yaml`)),
  names.map(name => append(`clusters/${name}.yaml`)),
  { weight: 4, arbitrary: names.map(name => note(`clusters/${name}.yaml`)) },
  fc
    .tuple(names, fc.subarray([...MORE]), fc.subarray([...MORE]), fc.boolean())
    .map(([name, some, others, isTwo]) =>
      write(`clusters/${name}.yaml`, richer(name, some) + (isTwo ? `---\n${richer(`${name}2`, others)}` : '')),
    ),
  fc
    .tuple(fc.constantFrom('4.14', '4.16'), fc.subarray([...OF_FLEET]))
    .map(([version, more]) => write('fleet.yaml', fleet([version, ...more]))),
  fc.constantFrom(...CERTIFICATES).map(text => write('ca.pem', text)),
  fc.constant(remove('ca.pem')),
  fc.constantFrom('dist', 'fleet.lock.yaml').map(remove),
  fc.constant(append('fleet.lock.yaml')),
  names.map(name => copyOutput(`clusters/${name}`)),
  fc.nat(30).map(index => output(index, path => rmSync(path))),
  fc.nat(30).map(index => output(index, path => appendFileSync(path, '# x\n'))),
);

test('any series of edits gives the same with and without the cache', async () => {
  const home = folderWith();
  let hits = 0;
  let kept = 0;
  const keepChange = jest.spyOn(SynthCache.prototype, 'keepChange');
  const keepFolder = jest.spyOn(NextOutput.prototype, 'keepFolder');
  const run = async (series: readonly Edit[]): Promise<void> => {
    const folder = folderWith({
      'fleet.yaml': fleet(['4.14', ...OF_FLEET.slice(1, 3)]),
      'ca.pem': CERTIFICATES[0] ?? '',
      'clusters/a.yaml': cluster('a', 'baremetal', 100),
      'clusters/b.yaml': cluster('b', 'vsphere', 100),
    });
    for (const edit of series) {
      edit(folder);
      for (const args of [['synth', '--check'], ['synth']]) {
        const { isHit, cached, plain } = await both(folder, args, { XDG_CACHE_HOME: home });
        expect(cached).toEqual(plain);
        hits += isHit ? 1 : 0;
        kept += keepFolder.mock.calls.length > 0 ? 1 : 0;
        keepFolder.mockClear();
      }
    }
  };
  await fc.assert(fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 6 }), run), { seed: 3, numRuns: 15 });
  expect(hits).toBeGreaterThan(3);
  expect(kept).toBeGreaterThan(3);
  expect(keepChange.mock.calls.length).toBeGreaterThan(3);
});
