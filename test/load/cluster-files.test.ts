import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitStatus } from '../../src/findings/exit-status';
import { matchFiles } from '../../src/load/glob';
import { loadFleet } from '../../src/load/load-fleet';
import { checkFiles, errorsOf } from '../support/checked';
import { folderWith } from '../support/files';

const cluster = (name: string): string => `name: ${name}\nplatform: aws\nopenshift: "4.14"\n`;
const names = ({ clusters }: ReturnType<typeof checkFiles>): readonly string[] => clusters.map(({ name }) => name);
const fleet = (...patterns: readonly string[]): string => `clusterFiles: ${JSON.stringify(patterns)}\n`;

describe('matchFiles', () => {
  const folder = folderWith(
    Object.fromEntries(
      [
        'b.yaml',
        'a.yaml',
        'a.yml',
        'x/a.yaml',
        'x/y/a.yaml',
        'x/y/b.yaml',
        '.hidden.yaml',
        '.dot/a.yaml',
        'a+b(c).yaml',
      ].map(name => [name, '']),
    ),
  );

  test.each([
    ['*.yaml', ['a+b(c).yaml', 'a.yaml', 'b.yaml']],
    ['?.yaml', ['a.yaml', 'b.yaml']],
    ['a.y*', ['a.yaml', 'a.yml']],
    ['*/a.yaml', ['x/a.yaml']],
    ['x/*', ['x/a.yaml']],
    ['**/a.yaml', ['a.yaml', 'x/a.yaml', 'x/y/a.yaml']],
    ['x/**', ['x/a.yaml', 'x/y/a.yaml', 'x/y/b.yaml']],
    ['**/y/*.yaml', ['x/y/a.yaml', 'x/y/b.yaml']],
    ['x/**/**/*.yaml', ['x/a.yaml', 'x/y/a.yaml', 'x/y/b.yaml']],
    ['./x//*.yaml', ['x/a.yaml']],
    ['x/../?.yaml', ['x/../a.yaml', 'x/../b.yaml']],
    ['a+b(*).yaml', ['a+b(c).yaml']],
    ['.dot/*.yaml', ['.dot/a.yaml']],
    ['.*.yaml', ['.hidden.yaml']],
    ['[ab].yaml', []],
    ['nowhere/*.yaml', []],
    ['a.yaml/*', []],
  ])('%s', (pattern, expected) => expect(matchFiles(folder, pattern)).toEqual(expected));

  test('follows links that the pattern names, and none for **', () => {
    const linked = folderWith({ 'real/a.yaml': '' });
    symlinkSync(join(linked, 'real'), join(linked, 'link'));
    symlinkSync(join(linked, 'real', 'a.yaml'), join(linked, 'file.yaml'));
    symlinkSync('..', join(linked, 'real', 'up'));
    expect(matchFiles(linked, '*.yaml')).toEqual(['file.yaml']);
    expect(matchFiles(linked, 'link/*.yaml')).toEqual(['link/a.yaml']);
    expect(matchFiles(linked, '**/a.yaml')).toEqual(['real/a.yaml']);
  });
});

test('several documents in a file are several clusters; empty ones are none', () => {
  const checked = checkFiles({ 'fleet.yaml': fleet('a.yaml'), 'a.yaml': `${cluster('a')}---\n---\n${cluster('b')}` });
  expect(names(checked)).toEqual(['a', 'b']);
  expect(errorsOf(checked)).toEqual([]);
});

test('places are those of the file and its document', () => {
  const files = { 'fleet.yaml': fleet('c/*.yaml'), 'c/a.yaml': `${cluster('a')}---\n${cluster('b')}regsitry: {}\n` };
  expect(errorsOf(checkFiles(files))).toEqual(['UNKNOWN_KEY c/a.yaml:8:1']);
});

test('a file that several patterns name is read once, in the order of the patterns', () => {
  const files = { 'fleet.yaml': fleet('c/b.yaml', './c/b.yaml', 'c/*.yaml', '**/a.yaml'), 'c/a.yaml': cluster('a') };
  const checked = checkFiles({ ...files, 'c/b.yaml': cluster('b') });
  expect(names(checked)).toEqual(['b', 'a']);
  expect(errorsOf(checked)).toEqual([]);
});

test('a pattern beside the fleet file means neither the fleet file nor its lock', () => {
  const files = { 'fleet.yaml': fleet('*.yaml'), 'fleet.lock.yaml': 'clusters: {}\n', 'a.yaml': cluster('a') };
  const checked = checkFiles(files);
  expect([names(checked), errorsOf(checked)]).toEqual([['a'], []]);
});

test('an absolute name is not below the fleet file', () => {
  const other = folderWith({ 'a.yaml': cluster('a'), 'b.yaml': cluster('b') });
  expect(names(checkFiles({ 'fleet.yaml': fleet(join(other, 'b.yaml'), join(other, '*.yaml')) }))).toEqual(['b', 'a']);
});

test('a pattern without a file is an error at its place', () => {
  const checked = checkFiles({ 'fleet.yaml': 'clusterFiles:\n  - none/*.yaml\nclusters: []\n' });
  expect(errorsOf(checked)).toEqual(['CLUSTER_FILES_NO_MATCH fleet.yaml:2:5']);
  expect(exitStatus(checked.findings)).toBe(1);
});

test.each([
  ['that is not there', 'gone.yaml', 'the file does not exist'],
  ['below a file', 'fleet.yaml/a.yaml', 'the file does not exist'],
  ['that is a folder', 'folder', 'it is a folder'],
])('a file %s cannot be read: exit status 2, at the place that names it', (_, name, reason) => {
  const files = { 'fleet.yaml': `clusterFiles:\n  - ${name}\n`, 'folder/x': '' };
  const { findings } = checkFiles(files);
  expect(findings).toMatchObject([{ code: 'FILE_UNREADABLE', place: { file: 'fleet.yaml', line: 2, column: 5 } }]);
  expect(findings[0]?.what).toContain(reason);
  expect(exitStatus(findings)).toBe(2);
});

test('a cluster file that is empty, or no map, is an error in that file', () => {
  const files = { 'fleet.yaml': fleet('*/*.yaml'), 'c/a.yaml': '# none\n', 'c/b.yaml': '- a\n', 'c/c.yaml': 'a: [\n' };
  expect(errorsOf(checkFiles(files))).toEqual([
    'FLEET_EMPTY c/a.yaml:1:1',
    'WRONG_TYPE c/b.yaml:1:1',
    'YAML_SYNTAX c/c.yaml:2:1',
  ]);
});

test('file names in the configuration are relative to the file that says them', () => {
  const folder = folderWith({
    'fleet.yaml': 'clusterFiles: [c/*.yaml]\ndefaults: {storage: {s3: {trustedCA: {pemFile: ca/a.pem}}}}\n',
    'c/a.yaml':
      'name: a\nimage: {additionalTrustedCA: {"r:5000": {pemFile: ../ca/b.pem}, abs: {pemFile: /etc/c.pem}}}\n',
  });
  expect(loadFleet(join(folder, 'fleet.yaml')).clusters[0]?.merged()).toMatchObject({
    storage: { s3: { trustedCA: { pemFile: join(folder, 'ca/a.pem') } } },
    image: {
      additionalTrustedCA: { 'r:5000': { pemFile: join(folder, 'ca/b.pem') }, abs: { pemFile: '/etc/c.pem' } },
    },
  });
});

test('the order of a folder listing does not matter', () => {
  const order = (made: readonly string[]): readonly string[] => {
    const folder = folderWith({ 'fleet.yaml': fleet('c/*.yaml') });
    mkdirSync(join(folder, 'c'));
    for (const name of made) writeFileSync(join(folder, 'c', `${name}.yaml`), cluster(name));
    return loadFleet(join(folder, 'fleet.yaml')).clusters.map(each => (each.merged() as { name: string }).name);
  };
  expect(order(['b', 'a10', 'a2', 'C', 'ä'])).toEqual(['C', 'a10', 'a2', 'b', 'ä']);
  expect(order(['ä', 'C', 'a2', 'a10', 'b'])).toEqual(['C', 'a10', 'a2', 'b', 'ä']);
});
