import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith } from '../../support/files';
import { cli, contentOf } from '../../support/program';

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
function repository(): string {
  const folder = folderWith({ 'fleets/fleet.yaml': FLEET, 'fleets/clusters/a.yaml': cluster('old') });
  git(folder, 'init', '-q');
  cli(join(folder, 'fleets'), ['synth']);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'first');
  git(folder, 'tag', 'first');
  return folder;
}

/** The same, with another bucket, neither committed nor synthesized. */
function changed(): string {
  const folder = repository();
  execFileSync('sed', ['-i', 's/bucket: old/bucket: new/', join(folder, 'fleets/clusters/a.yaml')]);
  return folder;
}

const MOVED = 'orphan  a: Config cluster spec.storage.s3.bucket: old → new';

describe('a side of a review', () => {
  test('is the fleet file at a revision, with the files it names', () => {
    const folder = join(changed(), 'fleets');
    const { status, stdout, stderr } = cli(folder, ['review', 'first', 'fleet.yaml']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(MOVED);
  });

  test.each([
    ['fleets', 'first:fleets/dist'],
    ['fleets', 'first:./dist'],
    ['fleets', 'first:fleets/fleet.yaml'],
    ['.', 'HEAD:fleets/fleet.yaml'],
    ['.', 'main:fleets/dist/'],
  ])('in %s is %s', (where, base) => {
    const folder = join(changed(), where);
    const head = where === '.' ? 'fleets/fleet.yaml' : 'fleet.yaml';
    expect(cli(folder, ['review', base, head]).stdout).toContain(MOVED);
  });

  test('is the path, where a path and a revision share a name', () => {
    const folder = changed();
    git(folder, 'branch', 'fleets');
    expect(cli(join(folder), ['review', 'fleets/dist', 'first:fleets/dist']).stdout).toContain('no change');
  });

  test('is not written to: neither work tree nor index nor references change', () => {
    const folder = changed();
    const before = contentOf(folder);
    cli(join(folder, 'fleets'), ['review', 'first', 'first:fleets/dist']);
    expect(contentOf(folder)).toEqual(before);
  });

  test.each([
    [
      'nope',
      '"nope" is no file, folder or revision here; for a branch of the server, git fetch it and write origin/BRANCH',
    ],
    ['first:nope', 'first has no file or folder "nope"'],
    ['nope:dist', '"nope" is no file, folder or revision here'],
    [':dist', '"" is no file, folder or revision here'],
  ])('%s: exit status 2, and what would help', (base, message) => {
    const { status, stdout, stderr } = cli(join(repository(), 'fleets'), ['review', base, 'dist']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}`);
  });

  test('a revision without the fleet file', () => {
    const { status, stderr } = cli(repository(), ['review', 'first', 'fleets/dist']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'error: first has no fleet file fleet.yaml: name another with -f, or a folder with first:dist',
    );
  });

  test('a shallow clone says that it is one', () => {
    const origin = changed();
    git(origin, 'commit', '-qam', 'second');
    const clone = join(folderWith({ x: '' }), 'clone');
    git(origin, 'clone', '-q', '--depth=1', `file://${origin}`, clone);
    const { status, stderr } = cli(clone, ['review', 'HEAD~1', 'fleets/dist']);
    expect(status).toBe(2);
    expect(stderr).toContain('the clone is shallow: fetch what is to be compared first');
  });

  test('outside a repository', () => {
    const { status, stderr } = cli(folderWith({ 'fleet.yaml': FLEET }), ['review', 'main', 'fleet.yaml']);
    expect(status).toBe(2);
    expect(stderr).toContain('"main" is no file or folder, and this is no git repository');
  });

  test('a link in a revision is not followed out of it', () => {
    const folder = repository();
    execFileSync('ln', ['-s', '/etc/hostname', join(folder, 'fleets/clusters/b.yaml')]);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'link');
    const { status, stderr } = cli(join(folder, 'fleets'), ['review', 'HEAD', 'dist']);
    expect(status).toBe(1);
    expect(stderr).toContain('b.yaml cannot be read: there is no such file');
  });
});
