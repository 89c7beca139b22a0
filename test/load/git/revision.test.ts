import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith } from '../../support/files';
import { contentOf } from '../../support/program';
import { runCli } from '../../support/run-cli';

const GIT = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', [...GIT, ...args], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

const FLEET = `clusterFiles: ["clusters/*.yaml"]
defaults: {openshift: "4.14", platform: none}
`;
const cluster = (bucket: string): string =>
  `name: a
storage: {s3: {bucket: ${bucket}, region: eu-west-1, regionEndpoint: "https://s3.example.com", trustedCA: {configMap: ca}}}
credentials: {existingSecret: {}}
`;

/** A repository with a fleet in a folder of it, changed since its first revision. */
async function repository(): Promise<string> {
  const folder = folderWith({ 'fleets/fleet.yaml': FLEET, 'fleets/clusters/a.yaml': cluster('old') });
  git(folder, 'init', '-q');
  await runCli(join(folder, 'fleets'), ['synth']);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'first');
  git(folder, 'tag', 'first');
  return folder;
}

/** The same, with another bucket, neither committed nor synthesized. */
async function changed(): Promise<string> {
  const folder = await repository();
  execFileSync('sed', ['-i', 's/bucket: old/bucket: new/', join(folder, 'fleets/clusters/a.yaml')]);
  return folder;
}

const MOVED = 'orphan  a: Config cluster spec.storage.s3.bucket: old → new';

describe('a side of a review', () => {
  test('is the fleet file at a revision, with the files it names', async () => {
    const folder = join(await changed(), 'fleets');
    const { status, stdout, stderr } = await runCli(folder, ['review', 'first', 'fleet.yaml']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(MOVED);
  });

  test.each([
    ['fleets', 'first:fleets/dist'],
    ['fleets', 'first:./dist'],
    ['fleets', 'first:fleets/fleet.yaml'],
    ['.', 'HEAD:fleets/fleet.yaml'],
    ['.', 'main:fleets/dist/'],
  ])('in %s is %s', async (where, base) => {
    const folder = join(await changed(), where);
    const head = where === '.' ? 'fleets/fleet.yaml' : 'fleet.yaml';
    expect((await runCli(folder, ['review', base, head])).stdout).toContain(MOVED);
  });

  test('is the path, where a path and a revision share a name', async () => {
    const folder = await changed();
    git(folder, 'branch', 'fleets');
    expect((await runCli(join(folder), ['review', 'fleets/dist', 'first:fleets/dist'])).stdout).toContain('no change');
  });

  test('is not written to: neither work tree nor index nor references change', async () => {
    const folder = await changed();
    const before = contentOf(folder);
    await runCli(join(folder, 'fleets'), ['review', 'first', 'first:fleets/dist']);
    expect(contentOf(folder)).toEqual(before);
  });

  test.each([
    [
      'nope',
      '"nope" is not a file, folder or revision; for a branch on the server, run git fetch and write origin/BRANCH',
    ],
    ['first:nope', 'first has no file or folder "nope"'],
    ['nope:dist', '"nope" is not a file, folder or revision'],
    [':dist', '"" is not a file, folder or revision'],
  ])('%s: exit status 2, and what would help', async (base, message) => {
    const { status, stdout, stderr } = await runCli(join(await repository(), 'fleets'), ['review', base, 'dist']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}`);
  });

  test('before the first fleet every path is empty, so that each cluster is new', async () => {
    const folder = folderWith({ 'README.md': 'Registries' });
    git(folder, 'init', '-q');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'empty');
    execFileSync('cp', ['-R', `${await repository()}/fleets/.`, folder]);
    const { status, stdout } = await runCli(folder, ['review', 'HEAD:dist', 'dist', '--fail-on', 'outage']);
    expect([status, stdout]).toEqual([0, expect.stringContaining('rollout  a: Cluster a: added')]);
  });

  test('a revision without the fleet file', async () => {
    const { status, stderr } = await runCli(await repository(), ['review', 'first', 'fleets/dist']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'error: first has no fleet file fleet.yaml: name another with -f, or a folder with first:dist',
    );
  });

  test('a shallow clone says that it is one', async () => {
    const origin = await changed();
    git(origin, 'commit', '-qam', 'second');
    const clone = join(folderWith({ x: '' }), 'clone');
    git(origin, 'clone', '-q', '--depth=1', `file://${origin}`, clone);
    const { status, stderr } = await runCli(clone, ['review', 'HEAD~1', 'fleets/dist']);
    expect(status).toBe(2);
    expect(stderr).toContain('the clone is shallow: fetch the revision first');
  });

  test('outside a repository', async () => {
    const { status, stderr } = await runCli(folderWith({ 'fleet.yaml': FLEET }), ['review', 'main', 'fleet.yaml']);
    expect(status).toBe(2);
    expect(stderr).toContain('"main" is not a file or folder, and cannot be a revision');
  });

  test('a link in a revision is not followed out of it', async () => {
    const folder = await repository();
    execFileSync('ln', ['-s', '/etc/hostname', join(folder, 'fleets/clusters/b.yaml')]);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'link');
    const { status, stderr } = await runCli(join(folder, 'fleets'), ['review', 'HEAD', 'dist']);
    expect(status).toBe(1);
    expect(stderr).toContain('b.yaml cannot be read: the file does not exist');
  });
});
