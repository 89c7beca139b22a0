/** `synth --shard I/N`: what all shards make together is what one run makes. */

import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';
import { contentOf } from '../support/program';
import { runCli } from '../support/run-cli';

const LOCK = 'fleet.lock.yaml';
const MARKER = '.registry-gitops';
const REPOSITORY = join(__dirname, '..', '..');

/** Four clusters with Argo CD; `c` has rights of its own. */
const FLEET = `argocd: {repoURL: "https://git.example.com/registry.git"}
clusters:
  - {name: c, platform: gcp, openshift: "4.14", storage: {gcs: {bucket: images-of-c, projectID: harbour-prod, region: europe-west3, provision: {configConnector: {namespace: config-connector}}}}, credentials: {externalSecret: {key: registry/c, store: {name: vault}}}}
  - {name: a, platform: aws, openshift: "4.14"}
  - {name: d, platform: aws, openshift: "4.15"}
  - {name: b, platform: baremetal, openshift: "4.14", storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: x}}}
`;
const fleet = (text = FLEET): string => folderWith({ 'fleet.yaml': text });
const copyOfOurs = (): string => {
  const folder = folderWith();
  for (const part of ['fleet.yaml', 'clusters'])
    cpSync(join(REPOSITORY, part), join(folder, part), { recursive: true });
  return folder;
};

/** Runs synth, which has to succeed, and returns what it tells. */
async function synth(folder: string, ...args: readonly string[]): Promise<string> {
  const { status, stderr } = await runCli(folder, ['synth', '--severity', 'error', ...args]);
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  return stderr;
}

/** Runs every shard into a folder of its own, and returns the files of each. */
async function shardsOf(folder: string, count: number): Promise<readonly Readonly<Record<string, string>>[]> {
  const shards: Readonly<Record<string, string>>[] = [];
  for (let index = 1; index <= count; index += 1) {
    await synth(folder, '--shard', `${index}/${count}`, '-o', `dist-${index}`);
    shards.push(contentOf(join(folder, `dist-${index}`)));
  }
  return shards;
}

const ownFiles = (files: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(files).filter(path => path !== MARKER);

describe('the union of all shards', () => {
  let whole: Readonly<Record<string, string>>;
  let lock: string;
  beforeAll(async () => {
    const folder = copyOfOurs();
    await synth(folder);
    whole = contentOf(join(folder, 'dist'));
    lock = readFileSync(join(folder, LOCK), 'utf8');
  });

  test('has something of everything to compare', () => {
    const tops = new Set(Object.keys(whole).map(path => path.replace(/\/[^/]*$/, '').replace(/\/.*/, '/')));
    expect([...tops].sort()).toEqual([MARKER, 'argocd', 'clusters/', 'hub', 'rights', 'rights/']);
  });

  test.each([1, 2, 3, 40])('of %i is the whole, byte for byte, and no file has two writers', async count => {
    const folder = copyOfOurs();
    const shards = await shardsOf(folder, count);
    expect(Object.assign({}, ...shards)).toEqual(whole);
    expect(shards.flatMap(ownFiles).sort()).toEqual([...ownFiles(whole)].sort());
    expect(shards.map(files => files[MARKER])).toEqual(shards.map(() => whole[MARKER]));
    expect(readFileSync(join(folder, LOCK), 'utf8')).toBe(lock);
  });
});

test('clusters are dealt out by name; the first shard has what they share, and rights go with their cluster', async () => {
  const shards = await shardsOf(fleet(), 2);
  const folders = shards.map(files => [...new Set(ownFiles(files).map(path => path.slice(0, path.lastIndexOf('/'))))]);
  expect(folders).toEqual([
    ['argocd', 'clusters/a', 'clusters/c', 'rights', 'rights/c'],
    ['clusters/b', 'clusters/d'],
  ]);
});

test('rights of a cluster of a later shard are with that cluster', async () => {
  const [, , third = {}] = await shardsOf(fleet(), 3);
  expect(ownFiles(third).every(path => /^(clusters|rights)\/c\//.test(path))).toBe(true);
  expect(ownFiles(third).some(path => path.startsWith('rights/c/'))).toBe(true);
});

test('the last line counts the clusters of the shard', async () => {
  expect(await synth(fleet(), '--shard', '2/3')).toMatch(/^1 of 4 clusters, \d+ files: 0 changed, \d+ added/m);
  expect(await synth(fleet(), '--shard', '7/9')).toMatch(/^0 of 4 clusters, 0 files: /m);
});

describe('the lock', () => {
  test('is written by the first shard alone', async () => {
    const folder = fleet();
    await synth(folder, '--shard', '2/2', '-o', 'dist-2');
    expect(existsSync(join(folder, LOCK))).toBe(false);
    await synth(folder, '--shard', '1/2', '-o', 'dist-1');
    const ofShard = readFileSync(join(folder, LOCK), 'utf8');
    await synth(folder, '-o', 'all');
    expect(readFileSync(join(folder, LOCK), 'utf8')).toBe(ofShard);
  });

  test('that is elsewhere is not missed by a second run of a later shard', async () => {
    const folder = fleet();
    await synth(folder, '--shard', '2/2', '-o', 'dist-2');
    expect(await synth(folder, '--shard', '2/2', '-o', 'dist-2')).toContain('0 changed, 0 added, 0 removed');
  });

  test('that is lost stops the first shard, whose folder shows it', async () => {
    const folder = fleet();
    await synth(folder, '--shard', '1/2');
    rmSync(join(folder, LOCK));
    const { status, stderr } = await runCli(folder, ['synth', '--shard', '1/2']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('LOCK_INCOMPLETE')]);
  });

  test('may be written before the other shards run: a move under way has its takeover all the same', async () => {
    const target = 's3: {bucket: registry, region: eu-west-1, regionEndpoint: "https://s3.example.com"}';
    const change =
      'b moves from pvc claim=image-registry-storage class=x to s3 bucket=registry endpoint=https://s3.example.com';
    const moved = FLEET.replace('pvc: {accessModes: [ReadWriteMany], storageClassName: x}', target)
      .replace('name: b,', 'name: b, credentials: {existingSecret: {}},')
      .concat(`acknowledge: [{change: "${change}", reason: copied}]\n`);
    const [one, many] = [fleet(), fleet()];
    for (const folder of [one, many]) {
      await synth(folder);
      writeFileSync(join(folder, 'fleet.yaml'), moved);
    }
    await synth(one);
    expect(existsSync(join(one, 'dist/clusters/b/Job_registry-bootstrap_registry-takeover.yaml'))).toBe(true);
    expect(Object.assign({}, ...(await shardsOf(many, 2)))).toEqual(contentOf(join(one, 'dist')));
  });
});

test.each(['1/2', '2/2'])('an error of any cluster stops shard %s', async shard => {
  for (const name of ['a', 'b']) {
    const folder = fleet(FLEET.replace(new RegExp(`(name: ${name}, platform: )\\w+`), '$1asw'));
    const { status, stderr } = await runCli(folder, ['synth', '--shard', shard]);
    expect([status, stderr]).toEqual([1, expect.stringContaining('UNKNOWN_VALUE')]);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  }
});

describe('the folder of a shard', () => {
  test.each([
    ['1/2', '"clusters/b/', '2/2'],
    ['2/2', '"argocd/', '1/2'],
  ])('is not one with the whole output: %s', async (shard, path, writer) => {
    const folder = fleet();
    await synth(folder);
    const before = contentOf(folder);
    const { status, stderr } = await runCli(folder, ['synth', '--shard', shard]);
    expect(status).toBe(2);
    expect(stderr).toContain(`error: dist holds ${path}`);
    expect(stderr).toContain(`of shard ${writer}, which shard ${shard} would remove; choose an empty folder`);
    expect(stderr).toContain(`-o dist-${shard[0]}\n`);
    expect(contentOf(folder)).toEqual(before);
  });

  test('is not that of another shard, not even one that has only clusters', async () => {
    const folder = fleet();
    await synth(folder, '--shard', '2/3', '-o', 'out/');
    const { status, stderr } = await runCli(folder, ['synth', '--shard', '3/3', '-o', 'out/']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/of shard 2\/3, .* -o out-3\n/)]);
  });

  test('may be that of the same shard: files that are no longer made go', async () => {
    const folder = fleet();
    await synth(folder, '--shard', '1/2');
    const acknowledged = 'acknowledge: [{change: d leaves the fleet, reason: sold}]\n';
    writeFileSync(join(folder, 'fleet.yaml'), FLEET.replace(/ {2}- \{name: d.*\n/, '') + acknowledged);
    expect(await synth(folder, '--shard', '1/2')).toMatch(/2 of 3 clusters, .* 0 removed/);
    await synth(folder, '--shard', '2/2', '-o', 'dist-2');
    writeFileSync(join(folder, 'dist-2/clusters/b/Left_over.yaml'), '# Made by cdk8s-openshift-registry: before\n');
    expect(await synth(folder, '--shard', '2/2', '-o', 'dist-2')).toContain('0 changed, 0 added, 1 removed');
  });

  test('keeps no cluster that left the fleet', async () => {
    const folder = fleet();
    await synth(folder, '--shard', '1/2', '-o', 'dist-1');
    await synth(folder, '--shard', '2/2', '-o', 'dist-2');
    const acknowledged = 'acknowledge: [{change: d leaves the fleet, reason: sold}]\n';
    writeFileSync(join(folder, 'fleet.yaml'), FLEET.replace(/ {2}- \{name: d.*\n/, '') + acknowledged);
    await synth(folder, '--shard', '2/2', '-o', 'dist-2');
    expect(existsSync(join(folder, 'dist-2/clusters/b'))).toBe(true);
    expect(existsSync(join(folder, 'dist-2/clusters/d'))).toBe(false);
  });

  test('becomes the whole by a run without --shard', async () => {
    const folder = fleet();
    await synth(folder, '--shard', '1/2');
    await synth(folder);
    await synth(folder, '-o', 'all');
    expect(contentOf(join(folder, 'dist'))).toEqual(contentOf(join(folder, 'all')));
  });
});

describe('--check', () => {
  const checks = async (folder: string): Promise<readonly (readonly [number | null, readonly string[]])[]> => {
    const ended: (readonly [number | null, readonly string[]])[] = [];
    for (const shard of ['1/2', '2/2']) {
      const { status, stderr } = await runCli(folder, ['synth', '--check', '--shard', shard, '--severity', 'error']);
      ended.push([status, stderr.split('\n').filter(line => /^(missing|differs|left over): /.test(line))]);
    }
    return ended;
  };

  test('compares its part of the whole output, so that every difference is found once', async () => {
    const folder = fleet();
    await synth(folder);
    expect(await checks(folder)).toEqual([
      [0, []],
      [0, []],
    ]);
    const config = (name: string): string =>
      `clusters/${name}/${Object.keys(contentOf(join(folder, 'dist/clusters', name)))[0]}`;
    const [inFirst, inSecond] = [config('c'), config('d')];
    rmSync(join(folder, 'dist', inFirst));
    writeFileSync(join(folder, 'dist', inSecond), '');
    writeFileSync(join(folder, LOCK), `${readFileSync(join(folder, LOCK), 'utf8')}\n`);
    expect(await checks(folder)).toEqual([
      [1, [`missing: ${inFirst}`, `differs: ${LOCK}`]],
      [1, [`differs: ${inSecond}`]],
    ]);
  });

  test('what is left over of no cluster is found by the first shard', async () => {
    const folder = fleet();
    await synth(folder);
    writeFileSync(join(folder, 'dist/hub.yaml'), '');
    expect(await checks(folder)).toEqual([
      [1, ['left over: hub.yaml']],
      [0, []],
    ]);
  });

  test('of the folder of its own', async () => {
    const folder = fleet();
    await synth(folder, '--shard', '2/2');
    const { status } = await runCli(folder, ['synth', '--check', '--shard', '2/2']);
    expect(status).toBe(0);
  });
});

test.each<readonly [readonly string[], string]>([
  [['--shard', '0/3'], 'there is no shard "0/3": --shard 1/3 is the first of three, --shard 3/3 the last'],
  [['--shard', '4/3'], 'there is no shard "4/3"'],
  [['--shard', '3'], 'there is no shard "3"'],
  [['--shard', '1/2/3'], 'there is no shard "1/2/3"'],
  [['--shard', '01/3'], 'there is no shard "01/3"'],
  [['--shard'], 'the value of --shard is missing: --shard I/N'],
  [
    ['--shard', '1/2', '--cluster', 'a'],
    '--shard and --cluster exclude each other; a shard is a part of the whole fleet',
  ],
  [
    ['--shard', '1/2', '--stdout', '--all'],
    '--shard and --stdout exclude each other; the stream is written by one run',
  ],
  [['--shard', '1/2', '--plugin'], '--shard and --plugin exclude each other; the stream is written by one run'],
])('%j: exit status 2, and what would be right', async (args, message) => {
  const folder = fleet();
  const { status, stdout, stderr } = await runCli(folder, ['synth', ...args]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`error: ${message}`);
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});
