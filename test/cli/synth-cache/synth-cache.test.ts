import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { both } from '../../support/cached-run';
import { CREDENTIALS, markersOf } from '../../support/credentials';
import { folderWith } from '../../support/files';
import { runCli } from '../../support/run-cli';
import { selfSigned } from '../../support/self-signed';

const FLEET = 'defaults: {openshift: "4.14"}\nclusterFiles: ["clusters/*.yaml"]\n';
const STORE = 'storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}';
const A = `name: a\nplatform: baremetal\n${STORE}\n---\nname: b\nplatform: vsphere\n${STORE}\n`;
const C = `name: c
platform: none
storage: {s3: {bucket: registry, region: eu-west-1, regionEndpoint: "https://s3.example.com", trustedCA: {pemFile: ../ca.pem}}}
credentials: {existingSecret: {}}
`;
const CA = selfSigned('one').certificate;
const OTHER_CA = selfSigned('two').certificate;
const EPOCH = { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 1, 12) / 1000) };

let mockVersion = '';
jest.mock('../../../src/cli/synth-cache/program', () => ({
  programState: () =>
    jest
      .requireActual<typeof import('../../../src/cli/synth-cache/program')>('../../../src/cli/synth-cache/program')
      .programState() + mockVersion,
}));
afterEach(() => {
  mockVersion = '';
});

/** A fleet that was written, with a cache of its own. */
async function start(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({
    'fleet.yaml': FLEET,
    'clusters/a.yaml': A,
    'clusters/c.yaml': C,
    'ca.pem': CA,
    ...files,
  });
  const home = folderWith();
  const env = { XDG_CACHE_HOME: home, ...EPOCH };
  // The state of a file that was changed right now is not kept.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);
  const first = await both(folder, ['synth'], env);
  expect(first.isHit).toBe(false);
  expect(first.cached).toEqual(first.plain);
  const at = (path: string): string => join(folder, path);
  const edit = (path: string, from: string, to: string): void =>
    writeFileSync(at(path), readFileSync(at(path), 'utf8').replace(from, to));
  const cache = join(home, 'registry-gitops');
  const entry = (): string => join(cache, readdirSync(cache)[0] ?? '');
  return { folder, env, at, edit, cache, entry, first };
}
type Started = Awaited<ReturnType<typeof start>>;

function replaceByLink(file: string): void {
  renameSync(file, `${file}.kept`);
  symlinkSync(`${file}.kept`, file);
}

/** To a text of the same length, with the time set back that people see. */
function editedUnseen({ at, edit }: Started): void {
  const { atime, mtime } = statSync(at('clusters/a.yaml'));
  edit('clusters/a.yaml', 'files', 'other');
  utimesSync(at('clusters/a.yaml'), atime, mtime);
}

/** A file of the output. */
const firstFile = ({ at }: Started): string => at(`dist/clusters/a/${readdirSync(at('dist/clusters/a'))[0]}`);

test('the run after the first one finds that nothing changed', async () => {
  const { folder, env } = await start();
  const { isHit, cached, plain } = await both(folder, ['synth'], env);
  expect(isHit).toBe(true);
  expect(cached).toEqual(plain);
  expect(cached).toMatchObject({ status: 0, stdout: '' });
  expect(cached.stderr).toMatch(/warning/);
  expect(cached.stderr).toMatch(/3 clusters, \d+ files: 0 changed, 0 added, 0 removed/);
});

/** What is done after the first run, and whether the next one may still know that nothing changed. */
const CHANGES: readonly (readonly [string, boolean, (started: Started) => unknown])[] = [
  ['a file is touched', true, ({ at }) => utimesSync(at('clusters/a.yaml'), 1, 1)],
  ['a file is written again as it was', true, ({ edit }) => edit('fleet.yaml', '', '')],
  ['another file is beside the fleet', true, ({ at }) => writeFileSync(at('notes.txt'), 'x')],
  ['the fleet changes', false, ({ edit }) => edit('fleet.yaml', '4.14', '4.16')],
  ['a cluster changes', false, ({ edit }) => edit('clusters/a.yaml', 'files', 'other')],
  ['a cluster changes, and nobody sees when', false, editedUnseen],
  ['a cluster has an error', false, ({ edit }) => edit('clusters/a.yaml', 'ReadWriteMany', 'ReadSometimes')],
  ['a cluster file is added', false, ({ at }) => writeFileSync(at('clusters/b.yaml'), 'name: d\nplatform: rosa\n')],
  ['a cluster file is removed', false, ({ at }) => rmSync(at('clusters/c.yaml'))],
  ['a cluster file is renamed', false, ({ at }) => renameSync(at('clusters/c.yaml'), at('clusters/d.yaml'))],
  ['a CA file changes', false, ({ at }) => writeFileSync(at('ca.pem'), OTHER_CA)],
  ['a CA file is removed', false, ({ at }) => rmSync(at('ca.pem'))],
  ['a file becomes a link', false, started => replaceByLink(started.at('ca.pem'))],
  ['a file of the output is removed', false, started => rmSync(firstFile(started))],
  ['a file of the output is edited', false, started => appendFileSync(firstFile(started), '#')],
  [
    'a file of the output is written again',
    false,
    started => writeFileSync(firstFile(started), readFileSync(firstFile(started))),
  ],
  ['the mode of a file of the output changes', false, started => chmodSync(firstFile(started), 0o600)],
  ['a file is added to the output', false, ({ at }) => writeFileSync(at('dist/clusters/a/Foreign.yaml'), 'x')],
  ['an empty folder is added to the output', false, ({ at }) => mkdirSync(at('dist/clusters/d'))],
  ['the output is removed', false, ({ at }) => rmSync(at('dist'), { recursive: true })],
  ['the output belongs to another fleet', false, ({ edit }) => edit('dist/.registry-gitops', 'fleet.yaml', 'x.yaml')],
  ['the lock changes', false, ({ edit }) => edit('fleet.lock.yaml', 'registry', 'other')],
  ['a comment is added to the lock', false, ({ at }) => appendFileSync(at('fleet.lock.yaml'), '# x\n')],
  ['the lock is removed', false, ({ at }) => rmSync(at('fleet.lock.yaml'))],
  ['the cache is removed', false, ({ cache }) => rmSync(cache, { recursive: true })],
  ['the cache is cut off', false, ({ entry }) => writeFileSync(entry(), readFileSync(entry(), 'utf8').slice(0, 200))],
  [
    'the cache is edited',
    false,
    ({ entry }) => writeFileSync(entry(), readFileSync(entry(), 'utf8').replace('warning', 'nothing')),
  ],
  ['the cache is another format', false, ({ entry }) => writeFileSync(entry(), '[]')],
  ['others can read the cache', false, ({ entry }) => chmodSync(entry(), 0o644)],
  ['others can write the folder of the cache', false, ({ cache }) => chmodSync(cache, 0o777)],
  ['the cache is a link', false, ({ entry }) => replaceByLink(entry())],
];

test.each(CHANGES)('when %s, a run that may know better: %s', async (_, mayHit, change) => {
  const started = await start();
  change(started);
  for (const args of [['synth', '--check'], ['synth'], ['synth']]) {
    const { isHit, cached, plain } = await both(started.folder, args, started.env);
    expect(cached).toEqual(plain);
    if (args.length > 1 || mayHit) expect(isHit).toBe(mayHit);
  }
});

test.each<[string, readonly string[], Readonly<Record<string, string>>, boolean]>([
  ['the same', [], {}, true],
  ['a check of the output', ['--check'], {}, true],
  ['another severity', ['--severity', 'error'], {}, false],
  ['infos', ['--info'], {}, false],
  ['one cluster', ['--cluster', 'a'], {}, false],
  ['one shard', ['--shard', '1/2', '-o', 'part'], {}, false],
  ['colours', [], { FORCE_COLOR: '1' }, false],
  ['later that day', [], { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 1, 23) / 1000) }, true],
  ['the next day', [], { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 2, 1) / 1000) }, false],
  ['the day before', [], { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 1, 28, 12) / 1000) }, false],
  ['a time that is none', [], { SOURCE_DATE_EPOCH: 'noon' }, false],
  ['the order of keys', [], { CDK8S_DISABLE_SORT: '1' }, false],
  ['another output folder', ['-o', 'other'], {}, false],
])('with %s', async (_, args, env, mayHit) => {
  const started = await start();
  const { isHit, cached, plain } = await both(started.folder, ['synth', ...args], { ...started.env, ...env });
  expect(cached).toEqual(plain);
  expect(isHit).toBe(mayHit);
});

test('another version of the program starts again', async () => {
  const started = await start();
  mockVersion = 'another';
  expect(await both(started.folder, ['synth'], started.env)).toMatchObject({ isHit: false });
  expect(await both(started.folder, ['synth'], started.env)).toMatchObject({ isHit: true });
});

test('a certificate that expires later that day ends it', async () => {
  const started = await start({ 'ca.pem': selfSigned('soon', 2048, '20270320150000Z').certificate });
  const at = (hour: number) => ({ ...started.env, SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 1, hour) / 1000) });
  expect(await both(started.folder, ['synth'], at(14))).toMatchObject({ isHit: true });
  const { isHit, cached, plain } = await both(started.folder, ['synth'], at(16));
  expect(isHit).toBe(false);
  expect(cached).toEqual(plain);
});

test('a run with an error is not kept', async () => {
  const folder = folderWith({ 'fleet.yaml': 'clusters: [{name: a, platform: nowhere}]' });
  const env = { XDG_CACHE_HOME: folderWith() };
  await both(folder, ['synth'], env);
  expect(readdirSync(env.XDG_CACHE_HOME)).toEqual([]);
});

const PLAIN = `name: p
platform: none
storage: {s3: {bucket: registry-p, region: eu-west-1, regionEndpoint: "https://s3.example.com"}}
credentials: {secret: {env: {REGISTRY_STORAGE_S3_ACCESSKEY: KEY_ID, REGISTRY_STORAGE_S3_SECRETKEY: KEY}, allowPlaintext: true}}
`;
test('a cluster that came into the output by another way is found, whatever else has changed', async () => {
  const { folder, env, at, edit } = await start();
  edit('clusters/a.yaml', 'name: b\nplatform: vsphere', 'name: b\nplatform: none');
  cpSync(at('dist/clusters/a'), at('dist/clusters/z'), { recursive: true });
  const { cached, plain } = await both(folder, ['synth'], env);
  expect(cached).toEqual(plain);
  expect(cached.stderr).toContain('LOCK_INCOMPLETE');
});

test('a fleet with a plain Secret is never kept', async () => {
  const env = { KEY_ID: 'an-access-key', KEY: 'a-secret-key' };
  const folder = folderWith({ 'fleet.yaml': FLEET, 'clusters/p.yaml': PLAIN });
  const home = folderWith();
  for (let run = 0; run < 2; run += 1) {
    const { isHit, cached } = await both(folder, ['synth'], { XDG_CACHE_HOME: home, ...env });
    expect({ isHit, status: cached.status }).toEqual({ isHit: false, status: 0 });
  }
  expect(readdirSync(home)).toEqual([]);
});

test('the cache is private, and holds what was found, and no comment or certificate', async () => {
  const { cache, entry, first } = await start({ 'clusters/a.yaml': `# marker-of-a-comment\n${A}` });
  expect(statSync(cache).mode & 0o777).toBe(0o700);
  expect(statSync(entry()).mode & 0o777).toBe(0o600);
  const [name = '', parts = ''] = readdirSync(cache);
  expect(readdirSync(cache)).toEqual([name, `${name}-parts`]);
  expect(statSync(join(cache, parts)).mode & 0o777).toBe(0o700);
  const files = readdirSync(join(cache, parts)).map(file => join(cache, parts, file));
  expect(files).toHaveLength(2);
  for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600);
  const { run, ...own } = JSON.parse(readFileSync(entry(), 'utf8').split('\n')[1] ?? '') as {
    readonly run: Readonly<Record<string, unknown>>;
  };
  const { reported, ...rest } = run;
  expect(first.cached.stderr).toContain(reported);
  expect(JSON.stringify([own, rest])).not.toMatch(/marker|s3\.example|ReadWriteMany|CERTIFICATE/);
  for (const file of files) expect(readFileSync(file, 'utf8')).not.toMatch(/marker|CERTIFICATE/);
});

test('no credential of a comment gets into the cache, and no path that looks like one', async () => {
  const all = Object.values(CREDENTIALS).join('\n');
  const comments = all.replace(/^/gm, '# ');
  const { entry, folder, env } = await start({ 'clusters/a.yaml': `${comments}\n${A}` });
  const kept = readFileSync(entry(), 'utf8');
  const markers = Object.values(CREDENTIALS).flatMap(markersOf);
  expect(markers.length).toBeGreaterThan(30);
  expect(markers.filter(marker => kept.includes(marker))).toEqual([]);
  const token = CREDENTIALS.githubToken ?? '';
  mkdirSync(join(folder, token));
  renameSync(join(folder, 'clusters/a.yaml'), join(folder, token, 'a.yaml'));
  writeFileSync(join(folder, 'fleet.yaml'), FLEET.replace('["', `["*/a.yaml", "`));
  await both(folder, ['synth'], env);
  expect(readFileSync(entry(), 'utf8')).not.toContain(token);
});

test('a cache that cannot be written changes nothing', async () => {
  const folder = folderWith({ 'fleet.yaml': FLEET, 'clusters/a.yaml': A });
  const env = { XDG_CACHE_HOME: join(folder, 'fleet.yaml') };
  for (let run = 0; run < 2; run += 1) {
    const { isHit, cached, plain } = await both(folder, ['synth'], env);
    expect(isHit).toBe(false);
    expect(cached).toEqual(plain);
  }
});

test('--no-cache and streams make no cache, and a stream is the same with the option', async () => {
  const folder = folderWith({ 'fleet.yaml': FLEET, 'clusters/a.yaml': A });
  const home = folderWith();
  await both(folder, ['synth', '--stdout', '--all'], { XDG_CACHE_HOME: home });
  await both(folder, ['synth', '--plugin'], { XDG_CACHE_HOME: home });
  await both(folder, ['synth', '--no-cache'], { XDG_CACHE_HOME: home });
  expect(existsSync(join(home, 'registry-gitops'))).toBe(false);
});

test.each([
  ['/proc', { XDG_CACHE_HOME: '/proc/cache' }],
  ['no home', { XDG_CACHE_HOME: '', HOME: '' }],
  ['a relative home', { XDG_CACHE_HOME: 'cache', HOME: 'home' }],
])('no cache, and nothing beside the fleet, with %s', async (_, env) => {
  const folder = folderWith({ 'fleet.yaml': 'clusters: [{name: a, platform: aws, openshift: "4.14"}]\n' });
  for (const __ of [1, 2]) expect((await runCli(folder, ['synth'], env)).status).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['dist', 'fleet.lock.yaml', 'fleet.yaml']);
});
