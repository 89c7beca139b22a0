/** What a run of `part-memory.ts` has to do after an edit, by what it reads, checks and builds; and that nobody sees a difference. */

import { appendFileSync, chmodSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { both } from '../../support/cached-run';
import { CREDENTIALS } from '../../support/credentials';
import { folderWith } from '../../support/files';
import { selfSigned } from '../../support/self-signed';

/** Names of clusters and files, with a word for what was done. */
let mockWork: string[] = [];
jest.mock('../../../src/load/yaml/open-yaml', () => {
  const actual = jest.requireActual<typeof import('../../../src/load/yaml/open-yaml')>(
    '../../../src/load/yaml/open-yaml',
  );
  const openYaml: typeof actual.openYaml = (file, ...rest) => {
    mockWork.push(`${process.cwd()} read ${file.replace(/^clusters\/(.*)\.yaml$/, '$1')}`);
    return actual.openYaml(file, ...rest);
  };
  return { ...actual, openYaml };
});
jest.mock('../../../src/fleet/check-cluster', () => {
  const actual = jest.requireActual<typeof import('../../../src/fleet/check-cluster')>(
    '../../../src/fleet/check-cluster',
  );
  const checkCluster: typeof actual.checkCluster = (loaded, ...rest) => {
    const { name } = loaded.merged() as { readonly name: string };
    mockWork.push(`${process.cwd()} check ${name}`);
    return actual.checkCluster(loaded, ...rest);
  };
  return { ...actual, checkCluster };
});
jest.mock('../../../src/manifests/build-manifests', () => {
  const actual = jest.requireActual<typeof import('../../../src/manifests/build-manifests')>(
    '../../../src/manifests/build-manifests',
  );
  const definitionsOf: typeof actual.definitionsOf = (model, ...rest) => {
    mockWork.push(`${process.cwd()} build ${model.name}`);
    return actual.definitionsOf(model, ...rest);
  };
  return { ...actual, definitionsOf };
});

const FLEET = `argocd: {repoURL: "https://git.example.com/fleet.git", path: dist}
defaults: {openshift: "4.16"}
profiles:
  pruning: {pruner: {schedule: "0 2 * * *"}}
clusterFiles: ["clusters/*.yaml"]
`;
const claim = (name: string, more = ''): string =>
  `name: ${name}
platform: baremetal
profiles: [pruning]
storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files${more}}}
`;
const WITH_HUB = `name: h1
platform: vsphere
baseDomain: h1.example.com
storage: {odf: {noobaa: {bucketName: registry, trustedCA: {injectTrustedBundle: true}}}}
credentials: {bucketClaim: {acm: {placement: {clusterSets: [prod]}}}}
`;
const WITH_CA = `name: c1
platform: none
storage: {s3: {bucket: registry, region: eu-west-1, regionEndpoint: "https://s3.example.com", trustedCA: {pemFile: ../ca.pem}}}
credentials: {existingSecret: {}}
`;
const PLAIN = `name: plain-one
platform: none
storage: {s3: {bucket: registry-p, region: eu-west-1, regionEndpoint: "https://s3.example.com"}}
credentials: {secret: {env: {REGISTRY_STORAGE_S3_ACCESSKEY: KEY_ID, REGISTRY_STORAGE_S3_SECRETKEY: KEY}, allowPlaintext: true}}
`;
const KEYS = { KEY_ID: 'an-access-key', KEY: 'a-secret-key' };
const OTHER_CA = selfSigned('two').certificate;
const FILES = {
  'fleet.yaml': FLEET,
  'clusters/a.yaml': `${claim('a1')}---\n${claim('a2')}`,
  'clusters/c.yaml': WITH_CA,
  'clusters/h.yaml': `${WITH_HUB}---\n${WITH_HUB.replaceAll('h1', 'h2')}`,
  'ca.pem': selfSigned('one').certificate,
};
const EPOCH = { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 1, 12) / 1000), ...KEYS };

/** A fleet that was written, with a cache of its own. */
async function start(files: Readonly<Record<string, string>> = FILES) {
  const folder = folderWith(files);
  const env = { XDG_CACHE_HOME: folderWith(), ...EPOCH };
  const at = (path: string): string => join(folder, path);
  let last = '';
  /** Runs it, and gives what was done. */
  const run = async (more: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Promise<string> => {
    mockWork = [];
    const { cached, plain } = await both(folder, ['synth', ...args], { ...env, ...more });
    expect(cached).toEqual(plain);
    last = cached.stderr;
    const done = mockWork.filter(line => line.startsWith(`${folder} `)).map(line => line.slice(folder.length + 1));
    return done.join(', ');
  };
  const write = (path: string, text: string): void => writeFileSync(at(path), text);
  const edit = (path: string, from: string, to: string): void =>
    write(path, readFileSync(at(path), 'utf8').replace(from, to));
  await run();
  expect(last).toMatch(/ added, 0 removed/);
  const cache = join(env.XDG_CACHE_HOME, 'registry-gitops');
  const parts = (): readonly string[] => {
    const name = readdirSync(cache).find(each => each.endsWith('-parts')) ?? '';
    return readdirSync(join(cache, name)).map(file => join(cache, name, file));
  };
  return { at, run, write, edit, cache, parts, shown: () => last };
}
type Started = Awaited<ReturnType<typeof start>>;

const fleet = 'read fleet.yaml';
const CHECK_ALL = 'read a, read c, read h, check a1, check a2, check c1, check h1, check h2';
const BUILT = 'build a1, build a2, build c1, build h1, build h2';
const BUILD_ALL = `${fleet}, read a, read c, read h, ${BUILT}`;
const EVERYTHING = `${fleet}, ${CHECK_ALL}, ${BUILT}`;
/** What is done first, and in vain, where a change of the file concerns other clusters. */
const TRIED = `${fleet}, read a`;
const A1_ALONE = `${fleet}, read a, check a1, build a1`;

test('after the first run nothing is read', async () => {
  const { run } = await start();
  expect(await run()).toBe('');
});

const ADD = 'profiles: [pruning]';
const ADDED = `registry: {logLevel: Debug}\n${ADD}`;
const leaves = (names: string): string =>
  `acknowledge: [{change: "${names} leaves the fleet", reason: "it was sold"}]\n`;

test.each<[string, string, (started: Started) => unknown]>([
  ['a cluster changes', A1_ALONE, ({ edit }) => edit('clusters/a.yaml', ADD, ADDED)],
  [
    'a file has a comment at its end',
    `${fleet}, read a, check a2, build a2`,
    ({ at }) => appendFileSync(at('clusters/a.yaml'), '# x\n'),
  ],
  [
    'a file has an error',
    `${TRIED}, check a1, ${fleet}, read a, check a1`,
    ({ edit }) => edit('clusters/a.yaml', 'Many', 'Few'),
  ],
  [
    'clusters of a file change places, the first with the line that separates it',
    `${TRIED}, check a1, check a2, ${fleet}, read a, check a1, check a2, build a1, build a2`,
    ({ write }) => write('clusters/a.yaml', `${claim('a2')}---\n${claim('a1')}`),
  ],
  [
    'a cluster comes between those of a file',
    `${TRIED}, ${fleet}, read a, check a0, build a0`,
    ({ write }) => write('clusters/a.yaml', [claim('a1'), claim('a0'), claim('a2')].join('---\n')),
  ],
  [
    'a cluster begins in the line that separates it',
    `${fleet}, read a, check a2, build a2`,
    ({ write }) => write('clusters/a.yaml', `${claim('a1')}--- {${claim('a2').trim().replaceAll('\n', ', ')}}\n`),
  ],
  ['a file is added', `${fleet}, read b, check b1, build b1`, ({ write }) => write('clusters/b.yaml', claim('b1'))],
  [
    'a cluster moves to another file',
    `${fleet}, read a, read b, check a2, build a2`,
    ({ write }) => {
      write('clusters/a.yaml', claim('a1'));
      write('clusters/b.yaml', claim('a2'));
    },
  ],
  ['a file is removed, which is refused', fleet, ({ at }) => rmSync(at('clusters/c.yaml'))],
  [
    'a file is removed, and that is acknowledged',
    `${fleet}, read a, read h, check a1, check a2, check h1, check h2, build a1, build a2, build h1, build h2`,
    ({ at, write }) => {
      rmSync(at('clusters/c.yaml'));
      write('fleet.yaml', FLEET + leaves('c1'));
    },
  ],
  ['a CA changes', `${fleet}, read c, check c1, build c1`, ({ write }) => write('ca.pem', OTHER_CA)],
  ['a CA is removed', `${fleet}, read c, check c1`, ({ at }) => rmSync(at('ca.pem'))],
  ['a default changes', EVERYTHING, ({ edit }) => edit('fleet.yaml', '4.16', '4.18')],
  ['the lines of the profiles change', EVERYTHING, ({ edit }) => edit('fleet.yaml', 'profiles', '# x\nprofiles')],
  ['the lock has a comment', fleet, ({ at }) => appendFileSync(at('fleet.lock.yaml'), '# x\n')],
  ['the lock is removed', fleet, ({ at }) => rmSync(at('fleet.lock.yaml'))],
  ['a cluster of the output is removed', BUILD_ALL, ({ at }) => rmSync(at('dist/clusters/a1'), { recursive: true })],
  ['the output is removed', BUILD_ALL, ({ at }) => rmSync(at('dist'), { recursive: true })],
  [
    'a name is given twice',
    `${TRIED}, check h1, ${fleet}, read a, read h, check h1`,
    ({ edit }) => edit('clusters/a.yaml', 'a2', 'h1'),
  ],
])('when %s: %s', async (_, expected, change) => {
  const started = await start();
  change(started);
  // A file is read as soon as something of it is needed, be it for the check or for the build.
  expect(sorted(await started.run())).toEqual(sorted(expected));
  await started.run();
});

test.each<[string, (parts: readonly string[]) => unknown]>([
  ['lost', parts => parts.map(file => rmSync(file))],
  ['damaged', parts => parts.map(file => appendFileSync(file, ' '))],
  ['open to others', parts => parts.map(file => chmodSync(file, 0o644))],
  ['mixed up', parts => parts.map((file, index) => renameSync(file, parts[index - 1] ?? `${file}.x`))],
])('what is kept of the files is %s', async (_, change) => {
  const { run, at, parts } = await start();
  change(parts());
  appendFileSync(at('fleet.lock.yaml'), '# x\n');
  expect(sorted(await run())).toEqual(sorted(EVERYTHING));
});

const sorted = (list: string): readonly string[] => list.split(', ').sort();

test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
  ['another severity', fleet, {}, ['--severity', 'error']],
  ['infos', EVERYTHING, {}, ['--info']],
  ['colours', fleet, { FORCE_COLOR: '1' }, []],
  ['another day', EVERYTHING, { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 2, 1) / 1000) }, []],
  ['the order of keys', EVERYTHING, { CDK8S_DISABLE_SORT: '1' }, []],
  ['another output', EVERYTHING, {}, ['-o', 'other']],
])('with %s: %s', async (_, expected, env, args) => {
  const { run } = await start();
  expect(sorted(await run(env, args))).toEqual(sorted(expected));
});

test('several edits one after the other, and the first text again', async () => {
  const { run, edit } = await start();
  edit('clusters/a.yaml', ADD, ADDED);
  expect(await run()).toBe(A1_ALONE);
  edit('clusters/c.yaml', 'registry,', 'registry, # x\n ');
  expect(await run()).toMatch(/read c, check c1, .*build c1$/);
  edit('clusters/a.yaml', ADDED, ADD);
  expect(await run()).toBe(A1_ALONE);
});

/** Four clusters, of which the second and the third have findings. */
const NOTED = [claim('w1'), WITH_HUB.replaceAll('h1', 'w2'), WITH_HUB.replaceAll('h1', 'w3'), claim('w4')].join(
  '---\n',
);

test.each<[string, string, (started: Started) => unknown]>([
  ['a longer cluster', 'check w1, build w1', ({ edit }) => edit('clusters/w.yaml', ADD, `# x\n${ADDED}`)],
  ['a shorter cluster', 'check w1, build w1', ({ edit }) => edit('clusters/w.yaml', `${ADD}\n`, '')],
  ['no first cluster', '', ({ write }) => write('clusters/w.yaml', NOTED.replace(claim('w1'), ''))],
  [
    'a cluster at its end',
    'check w5, build w5',
    ({ at }) => appendFileSync(at('clusters/w.yaml'), `---\n${claim('w5')}`),
  ],
  [
    'another order',
    'check w1, check w4, build w1, build w4',
    ({ write }) => write('clusters/w.yaml', NOTED.split('---\n').reverse().join('---\n')),
  ],
  ['a cluster that is there twice', '', ({ edit }) => edit('clusters/w.yaml', '---\n', `---\n${claim('w4')}---\n`)],
  [
    'a cluster that is not plain YAML',
    'check w1, build w1',
    ({ edit }) => edit('clusters/w.yaml', ADD, 'profiles: [&x pruning]'),
  ],
])('findings are shown where they are after %s', async (_, expected, change) => {
  const started = await start({
    ...FILES,
    'clusters/w.yaml': NOTED,
    'fleet.yaml': FLEET + leaves('w1'),
  });
  change(started);
  const done = await started.run();
  expect(started.shown()).toMatch(/TRUSTED_CA_ENDPOINT[^[]*clusters\/w\.yaml:\d+/);
  const ofFile = sorted(done).filter(each => /(?:check|build) w/.test(each));
  expect(ofFile).toEqual(expected === '' ? [] : sorted(expected));
  await started.run();
});

test('what is not plain YAML is checked whenever its file changes', async () => {
  const other = claim('a2').replace('[pruning]', '[&x pruning]');
  const { run, edit } = await start({ ...FILES, 'clusters/a.yaml': `${claim('a1')}---\n${other}` });
  edit('clusters/a.yaml', ADD, ADDED);
  expect(sorted(await run())).toEqual(sorted(`${A1_ALONE}, check a2, build a2`));
});

test('a CA is known of a cluster that was not checked again', async () => {
  const plain = WITH_CA.replace('../ca.pem', '"../ca.pem"');
  const { run, edit, write } = await start({ ...FILES, 'clusters/c.yaml': `${plain}---\n${claim('c2')}` });
  edit('clusters/c.yaml', ADD, ADDED);
  expect(sorted(await run())).toEqual(sorted(`${fleet}, read c, check c2, build c2`));
  write('ca.pem', OTHER_CA);
  expect(sorted(await run())).toEqual(sorted(`${fleet}, read c, check c1, check c2, build c1, build c2`));
});

test('clusters of a changed file are built where the output is not as it was left', async () => {
  const { run, edit, at } = await start();
  edit('clusters/a.yaml', ADD, ADDED);
  rmSync(at('dist/clusters/a2'), { recursive: true });
  expect(sorted(await run())).toEqual(sorted(`${BUILD_ALL}, check a1`));
  edit('clusters/a.yaml', ADDED, ADD);
  expect(await run()).toBe(A1_ALONE);
});

test('a file with a plain Secret is built each time, the others are not', async () => {
  const { run, edit, cache } = await start({ ...FILES, 'clusters/p.yaml': PLAIN });
  expect(await run()).toBe(`${fleet}, read p, check plain-one, build plain-one`);
  edit('clusters/a.yaml', ADD, ADDED);
  expect(await run()).toBe(`${fleet}, read a, read p, check a1, check plain-one, build a1, build plain-one`);
  expect(textsIn(cache)).toHaveLength(4);
  expect(textsIn(cache).join('')).not.toMatch(/plain-one|-key/);
});

test('nothing of a file is kept whose name looks like a credential', async () => {
  const token = CREDENTIALS.githubToken ?? '';
  const { run, cache } = await start({ ...FILES, [`clusters/${token}.yaml`]: claim('t1') });
  expect(await run()).toBe(`${fleet}, read ${token}, check t1, build t1`);
  expect(textsIn(cache)).toHaveLength(4);
  expect(textsIn(cache).join('')).not.toContain(token);
});

/** The texts of all files below a folder. */
const textsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'));
