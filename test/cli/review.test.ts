import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RISK_CLASSES, RISKS } from '../../src/review/classes';
import { folderWith } from '../support/files';
import { fileOf } from '../support/generated';
import { runCli } from '../support/run-cli';

const fleet = (keep: number, more = ''): string => `${more}clusters:
  - {name: a, platform: aws, openshift: "4.14", pruner: {keepTagRevisions: ${keep}}}
`;

/** Two fleets; the second prunes more. */
const two = (more: Readonly<Record<string, string>> = {}): string =>
  folderWith({ 'old.yaml': fleet(5), 'new.yaml': fleet(3), ...more });

describe('arguments', () => {
  test.each<readonly [readonly string[], string]>([
    [
      ['review'],
      'review needs two sides: what is there, and what it becomes, for example: registry-gitops review main:dist dist',
    ],
    [['review', 'old.yaml'], 'review needs two sides'],
    [['review', 'a', 'b', 'c'], 'one argument is too many: review takes BASE HEAD'],
    [
      ['review', 'old.yaml', 'new.yaml', '--format', 'htm'],
      'there is no format "htm". Did you mean "html"? Use one of text, markdown, json, html',
    ],
    [
      ['review', 'old.yaml', 'new.yaml', '--fail-on', 'dataloss'],
      `there is no class "dataloss". Did you mean "data-loss"? Use one of ${RISKS.join(', ')}`,
    ],
    [['review', 'old.yaml', 'new.yaml', '--cluster', 'b'], 'neither side has a cluster "b"'],
    [['review', 'empty', 'new.yaml'], 'empty has no manifest'],
  ])('%j: exit status 2, and what would be right', async (args, message) => {
    const folder = two({ 'empty/readme.txt': '' });
    const { status, stdout, stderr } = await runCli(folder, args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}`);
  });
});

describe('exit status', () => {
  test.each([
    [[], 0],
    [['--fail-on', 'data-loss'], 1],
    [['--fail-on', 'safe'], 1],
  ])('with %j is %i', async (more, expected) => {
    expect((await runCli(two(), ['review', 'old.yaml', 'new.yaml', ...more])).status).toBe(expected);
  });

  test('is 0 for what is milder', async () => {
    expect((await runCli(two(), ['review', 'new.yaml', 'old.yaml', '--fail-on', 'exposure'])).status).toBe(0);
  });

  test('is 1 for a fleet that has errors, which are shown', async () => {
    const folder = two({ 'broken.yaml': fleet(5).replace('aws', 'asw') });
    const { status, stdout, stderr } = await runCli(folder, ['review', 'old.yaml', 'broken.yaml']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('asw');
    expect(stderr).toContain('error: broken.yaml has errors and cannot be reviewed until they are fixed');
  });
});

const COUNTS = /^1 data-loss; 1 of 1 cluster compared \(\S+ s\)\n$/;

test.each([
  ['text', /^$/],
  ['markdown', COUNTS],
  ['json', COUNTS],
  ['html', COUNTS],
])('%s goes to standard output, and the line that counts is printed once', async (format, line) => {
  const { stdout, stderr } = await runCli(two(), ['review', 'old.yaml', 'new.yaml', '--format', format]);
  expect(stdout).toMatch(/keepTagRevisions/);
  expect(stderr).toMatch(line);
});

test('an acknowledged move says why it is meant, and does not fail', async () => {
  const cluster = (bucket: string, more = ''): string => `${more}clusters:
  - {name: a, platform: aws, openshift: "4.14", storage: {s3: {bucket: ${bucket}, region: eu-west-1}}, credentials: {existingSecret: {}}}
`;
  const meant = 'acknowledge: [{change: "a moves from s3 bucket=old to s3 bucket=new", reason: copied by hand}]\n';
  const folder = folderWith({ 'old.yaml': cluster('old'), 'new.yaml': cluster('new', meant) });
  const { status, stdout } = await runCli(folder, ['review', 'old.yaml', 'new.yaml', '--fail-on', 'orphan']);
  expect(stdout).toContain('acknowledged: copied by hand');
  expect(status).toBe(0);
});

test('a fleet and its output folder are the same, whatever the files are called', async () => {
  const folder = two();
  await runCli(folder, ['synth', '-f', 'old.yaml']);
  expect((await runCli(folder, ['review', 'old.yaml', 'dist'])).stdout).toBe('no change, 1 cluster compared\n');
  const stream = (await runCli(folder, ['synth', '-f', 'old.yaml', '--stdout'])).stdout;
  const target = join(folder, 'all', 'stream.yaml');
  mkdirSync(dirname(target));
  writeFileSync(target, stream);
  expect((await runCli(folder, ['review', 'dist', 'all'])).stdout).toBe('no change, 1 cluster compared\n');
  expect((await runCli(folder, ['review', 'dist', 'all/stream.yaml'])).stdout).toBe('no change, 1 cluster compared\n');
});

test('the documentation has the classes as they are', () => {
  const rows = RISK_CLASSES.map(({ name, means }) => `| \`${name}\` | ${means} |`);
  expect(fileOf('docs/review.md')).toContain(rows.join('\n'));
});
