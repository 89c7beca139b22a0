import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands';
import { folderWith } from '../support/files';
import { fileOf } from '../support/generated';
import { BIN, cli, contentOf, runProgram } from '../support/program';
import { runCli } from '../support/run-cli';

const GOOD = `clusters:
  - {name: a, platform: aws, openshift: "4.14"}
  - {name: b, platform: baremetal, openshift: "4.14", storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: x}}}
`;
const BAD = GOOD.replace('platform: aws', 'platform: asw');
const fleet = (text = GOOD, more: Readonly<Record<string, string>> = {}): string =>
  folderWith({ 'fleet.yaml': text, ...more });
/** Without the seconds of the last line. */
const untimed = (text: string): string => text.replace(/ \(\d+\.\d s\)$/gm, '');
const oneLine = /^error: [^\n]+\n$/;

describe('arguments', () => {
  test.each([['--help'], ['-h'], ['help']])('%s names every command', async word => {
    const { status, stdout, stderr } = await runCli(folderWith(), [word]);
    expect([status, stderr]).toEqual([0, '']);
    for (const { name } of COMMANDS) expect(stdout).toContain(`\n  ${name} `);
  });

  test.each(
    COMMANDS.flatMap(({ name }) => [
      [name, '--help'],
      [name, '-h'],
      ['help', name],
    ]),
  )('%s %s shows the options and examples of the command', async (...args) => {
    const { status, stdout, stderr } = await runCli(folderWith(), args);
    const command = COMMANDS.find(({ name }) => args.includes(name));
    expect([status, stderr]).toEqual([0, '']);
    for (const { name } of command?.options ?? []) expect(stdout).toContain(`--${name}`);
    for (const { does } of command?.examples ?? []) expect(stdout).toContain(does);
  });

  test.each(['--version', '-v'])('%s is the version of the package', async word => {
    const { stdout } = await runCli(folderWith(), [word]);
    expect(stdout).toBe(`${(JSON.parse(fileOf('package.json')) as { readonly version: string }).version}\n`);
  });

  test('none at all prints the usage as an error', async () => {
    const { status, stdout, stderr } = await runCli(folderWith(), []);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('\n  synth ');
  });

  test.each<readonly [readonly string[], string]>([
    [['synht'], 'there is no command "synht". Did you mean "synth"?'],
    [['constructor'], 'there is no command "constructor".'],
    [['synth', '--ouptut', 'x'], 'there is no option --ouptut. Did you mean "--output"?'],
    [['check', '--stdout'], 'there is no option --stdout.'],
    [['synth', '--check=yes'], '--check takes no value'],
    [['synth', '--all'], '--all goes with --stdout'],
    [
      ['check', '--severity', 'warn'],
      'there is no severity "warn". Did you mean "warning"? Use one of error, warning, info',
    ],
    [['completion', 'fisch'], 'there is no shell "fisch". Did you mean "fish"? Use one of bash, zsh, fish'],
    [['verify'], 'verify needs the name of a cluster'],
    [['synth', '-x'], 'there is no option -x.'],
    [['synth', 'extra', 'more'], 'one argument is too many: synth takes [FLEET]'],
    [['check', '--format', 'txt'], 'there is no format "txt". Did you mean "text"?'],
    [['check', '--format', 'constructor'], 'there is no format "constructor".'],
    [['synth', '--output'], 'the value of --output is missing: --output DIR'],
    [['synth', '--output', '--check'], 'the value of --output is missing: --output DIR'],
    [['synth', '--output', ''], 'the value of --output is empty'],
    [['synth', '--check', '--stdout'], '--check and --stdout exclude each other'],
    [['synth', '--stdout', '--plugin'], '--stdout and --plugin exclude each other'],
    [['synth', '--cluster', 'aa'], 'the fleet has no cluster "aa".'],
  ])('%j: exit status 2, and what would be right', async (args, message) => {
    const folder = fleet();
    const { status, stdout, stderr } = await runCli(folder, args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });
});

describe('the fleet file', () => {
  test.each([
    ['that is not there', 'none.yaml', 'the file does not exist'],
    ['that is a folder', '.', 'it is a folder'],
  ])('%s: exit status 2', async (_, file, reason) => {
    const { status, stderr } = await runCli(fleet(), ['check', '-f', file, '--format', 'json']);
    expect([status, untimed(stderr)]).toEqual([2, '1 error\n']);
    expect((await runCli(fleet(), ['synth', '-f', file])).stderr).toContain(reason);
  });

  test('is $REGISTRY_FLEET where no other one is named', async () => {
    const folder = folderWith({ 'other.yaml': GOOD, 'fleet.yaml': BAD });
    expect((await runCli(folder, ['check'], { REGISTRY_FLEET: 'other.yaml' })).status).toBe(0);
    expect((await runCli(folder, ['check', '-f', 'fleet.yaml'], { REGISTRY_FLEET: 'other.yaml' })).status).toBe(1);
  });
});

describe('check', () => {
  test('of a fleet without mistakes is one line, and writes nothing', async () => {
    const folder = fleet();
    const { status, stdout, stderr } = await runCli(folder, ['check']);
    expect([status, stdout, untimed(stderr)]).toEqual([0, '', '2 clusters: no errors or warnings\n']);
    expect(Object.keys(contentOf(folder))).toEqual(['fleet.yaml']);
  });

  test.each(['text', 'json', 'github', 'codequality', 'sarif'])(
    'as %s: the place of the mistake, exit status 1, no colours',
    async format => {
      const { status, stdout, stderr } = await runCli(fleet(BAD), ['check', '--format', format]);
      expect([status, untimed(stderr)]).toEqual([1, '2 clusters: 1 error\n']);
      expect(stdout).toContain('UNKNOWN_VALUE');
      expect(stdout).toContain('fleet.yaml');
      expect(stdout.endsWith('\n')).toBe(true);
      expect(stdout).not.toContain('\u001b');
      if (!['text', 'github'].includes(format)) expect(() => JSON.parse(stdout)).not.toThrow();
    },
  );

  const accepting = 'accept: [{code: DEFAULT_STORAGE_IS_MANAGED, reason: a lab, until: 2027-03-31}]';
  const dated = `clusters: [{name: a, platform: aws, openshift: "4.14", ${accepting}}]\n`;

  test.each([
    ['2027-03-31', [], 0],
    ['2027-03-31', ['--fail-on-expired'], 0],
    ['2027-04-01', [], 0],
    ['2027-04-01', ['--fail-on-expired'], 1],
  ] as const)('on %s, %j: acceptances that run out on 31 March', async (day, options, expected) => {
    const environment = { SOURCE_DATE_EPOCH: String(Date.parse(`${day}T12:00:00Z`) / 1000) };
    const { status, stdout } = await runCli(fleet(dated), ['check', ...options], environment);
    expect(status).toBe(expected);
    expect(stdout.includes('ACCEPT_EXPIRED')).toBe(day === '2027-04-01');
  });

  test('without a fleet file commands say how to get one, and reviews need none', async () => {
    const config =
      'apiVersion: imageregistry.operator.openshift.io/v1\nkind: Config\nmetadata: {name: cluster}\nspec: {replicas: 2}\n';
    const folder = folderWith({ 'a/x.yaml': config, 'b/x.yaml': config });
    for (const command of ['check', 'synth', 'list', 'report']) {
      const { status, stderr } = await runCli(folder, [command]);
      expect([status, stderr]).toEqual([2, expect.stringContaining('registry-gitops init creates one')]);
    }
    expect((await runCli(folder, ['review', 'a', 'b'])).status).toBe(0);
  });

  test('a clock that cannot be read is one line, and exit status 2', async () => {
    const { status, stderr } = await runCli(fleet(dated), ['check'], { SOURCE_DATE_EPOCH: 'yesterday' });
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain('SOURCE_DATE_EPOCH "yesterday" is not a number');
  });

  test('as JSON, no finding is an empty list', async () => {
    const quiet = 'clusters: [{name: a, platform: rosa, openshift: "4.14"}]\n';
    const { stdout } = await runCli(fleet(quiet), ['check', '--format', 'json']);
    expect(Array.isArray(JSON.parse(stdout))).toBe(true);
  });
});

describe('synth', () => {
  test('writes the output and the lock, and the same once more changes nothing', async () => {
    const folder = fleet();
    const made = await runCli(folder, ['synth']);
    expect([made.status, made.stdout]).toEqual([0, '']);
    expect(untimed(made.stderr)).toMatch(/^2 clusters, (\d+) files: 0 changed, \1 added, 0 removed\n$/);
    const first = contentOf(folder);
    expect(Object.keys(first)).toEqual(
      expect.arrayContaining([
        'dist/clusters/a/Config_cluster.yaml',
        'dist/clusters/b/Config_cluster.yaml',
        'fleet.lock.yaml',
      ]),
    );
    const again = await runCli(folder, ['synth']);
    expect(untimed(again.stderr)).toMatch(/^2 clusters, \d+ files: 0 changed, 0 added, 0 removed\n$/);
    expect(contentOf(folder)).toEqual(first);
    const checked = await runCli(folder, ['synth', '--check']);
    expect([checked.status, untimed(checked.stderr)]).toEqual([0, '2 clusters: dist is up to date\n']);
  });

  test('of a fleet with an error writes nothing: old output and lock stay', async () => {
    const folder = fleet();
    await runCli(folder, ['synth']);
    const { 'fleet.yaml': _, ...before } = contentOf(folder);
    const broken = folderWith({ ...before, 'fleet.yaml': BAD.replace('name: b', 'name: c') });
    const { status, stdout, stderr } = await runCli(broken, ['synth']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('error[UNKNOWN_VALUE] platform "asw" is not known; did you mean "aws"?');
    expect(stderr).toContain('  at:  fleet.yaml:2:15 (platform), cluster a');
    expect(contentOf(broken)).toEqual({ ...before, 'fleet.yaml': BAD.replace('name: b', 'name: c') });
  });

  test.each([
    [['--stdout', '--all'], 0],
    [['--stdout'], 2],
    [['--check'], 1],
  ])('%j writes nothing', async (options, expected) => {
    const folder = fleet();
    const { status } = await runCli(folder, ['synth', ...options]);
    expect(status).toBe(expected);
    expect(Object.keys(contentOf(folder))).toEqual(['fleet.yaml']);
  });

  test('--stdout --all is one stream of the same objects', async () => {
    const folder = fleet();
    await runCli(folder, ['synth']);
    const { '.registry-gitops': _, ...output } = contentOf(join(folder, 'dist'));
    const files = Object.entries(output);
    const { stdout } = await runCli(folder, ['synth', '--stdout', '--all']);
    for (const [, text] of files) expect(stdout).toContain(`---\n${text}`);
    expect(stdout.length).toBe(files.reduce((sum, [, text]) => sum + text.length + 4, 0));
  });

  test('--check tells what differs, the lock too', async () => {
    const folder = fleet();
    await runCli(folder, ['synth']);
    const { 'dist/clusters/a/Config_cluster.yaml': _, 'fleet.lock.yaml': lock = '', ...rest } = contentOf(folder);
    const other = folderWith({ ...rest, 'fleet.lock.yaml': `${lock}# mine\n`, 'dist/clusters/c/x.yaml': '' });
    const { status, stderr } = await runCli(other, ['synth', '--check']);
    expect(status).toBe(1);
    expect(stderr).toContain('missing: clusters/a/Config_cluster.yaml\n');
    expect(stderr).toContain('left over: clusters/c/x.yaml\n');
    expect(stderr).toContain('differs: fleet.lock.yaml\n');
  });

  test('--cluster makes one anew, and leaves the others in output and lock', async () => {
    const folder = fleet();
    await runCli(folder, ['synth']);
    const before = contentOf(folder);
    const changed = `${GOOD}  - {name: c, platform: gcp, openshift: "4.14"}\n`.replace(
      'platform: aws',
      'metadata: {labels: {a: b}}, platform: aws',
    );
    const next = folderWith({ ...before, 'fleet.yaml': changed });
    expect((await runCli(next, ['synth', '--cluster', 'c'])).status).toBe(0);
    const after = contentOf(next);
    expect(after['fleet.lock.yaml']).toBe(
      `${before['fleet.lock.yaml']}  c:\n    backend: platform\n    platform: gcp\n`,
    );
    for (const [path, text] of Object.entries(before)) {
      if (path.startsWith('dist/clusters/')) expect(after[path]).toBe(text);
    }
    expect(after).toHaveProperty(['dist/clusters/c/Config_cluster.yaml']);
  });

  test('two fleets in one folder have a lock each', async () => {
    const folder = folderWith({ 'one.yaml': GOOD, 'two.yaml': GOOD });
    await runCli(folder, ['synth', '-f', 'one.yaml', '-o', 'out/one']);
    await runCli(folder, ['synth', '-f', 'two.yaml', '-o', 'out/two']);
    expect(Object.keys(contentOf(folder))).toEqual(expect.arrayContaining(['one.lock.yaml', 'two.lock.yaml']));
  });

  test.each([
    ['a file', 'fleet.yaml', /^error: .*fleet\.yaml is not a folder\n$/],
    ['somebody else’s', 'theirs', /^error: .*theirs holds "notes.txt", which is not ours.*\n$/],
    ['below a file', 'fleet.yaml/dist', oneLine],
  ])('an output folder that is %s: exit status 2, one line, nothing touched', async (_, output, message) => {
    const folder = fleet(GOOD, { 'theirs/notes.txt': '' });
    const before = contentOf(folder);
    const { status, stderr } = await runCli(folder, ['synth', '-o', output]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(contentOf(folder)).toEqual(before);
  });

  const root = process.getuid?.() === 0;
  (root ? test.skip : test)(
    'a folder that cannot be written (not as root, who may write to any): exit status 2',
    async () => {
      const folder = fleet();
      chmodSync(folder, 0o555);
      const { status, stderr } = await runCli(folder, ['synth']);
      chmodSync(folder, 0o755);
      expect(status).toBe(2);
      expect(stderr).toMatch(oneLine);
    },
  );
});

describe('the lock', () => {
  const MOVED = GOOD.replace('platform: aws,', 'platform: aws, storage: {s3: {bucket: acme, region: eu-west-1}},');

  test('a change is refused until the line of its finding is pasted, with a reason', async () => {
    const folder = fleet();
    await runCli(folder, ['synth']);
    const before = contentOf(folder);
    const moved = folderWith({ ...before, 'fleet.yaml': MOVED });
    const { status, stderr } = await runCli(moved, ['synth']);
    expect([status, contentOf(moved)]).toEqual([1, { ...before, 'fleet.yaml': MOVED }]);
    const line = /add to the fleet file: (.*)/.exec(stderr)?.[1] ?? '';
    const pasted = folderWith({ ...before, 'fleet.yaml': `${MOVED}${line}\n` });
    expect((await runCli(pasted, ['synth'])).stderr).toContain('error[REASON_PLACEHOLDER]');
    const told = folderWith({ ...before, 'fleet.yaml': `${MOVED}${line.replace('…', 'images were copied')}\n` });
    expect(await runCli(told, ['synth'])).toMatchObject({ status: 0 });
    expect(readFileSync(join(told, 'fleet.lock.yaml'), 'utf8')).toContain('bucket: acme');
    expect((await runCli(told, ['check'])).stdout).toContain('warning[ACKNOWLEDGE_UNUSED]');
  });

  test('a cluster that is gone is refused; one whose name is broken is not gone', async () => {
    const folder = fleet();
    await runCli(folder, ['synth']);
    const { 'fleet.lock.yaml': lock = '' } = contentOf(folder);
    const gone = fleet(GOOD.split('\n').slice(0, 2).join('\n'), { 'fleet.lock.yaml': lock });
    expect((await runCli(gone, ['check'])).stdout).toContain('error[CLUSTER_VANISHED] b');
    const broken = fleet(GOOD.replace('name: b', 'nmae: b'), { 'fleet.lock.yaml': lock });
    expect((await runCli(broken, ['check'])).stdout).not.toContain('CLUSTER_VANISHED');
    const nameless = fleet(GOOD.replace('name: b, ', ''), { 'fleet.lock.yaml': lock });
    expect((await runCli(nameless, ['check'])).stdout).not.toContain('CLUSTER_VANISHED');
  });

  test('that cannot be understood stops everything', async () => {
    const folder = fleet(GOOD, { 'fleet.lock.yaml': '<<<<<<< HEAD\n' });
    const { status, stderr } = await runCli(folder, ['synth']);
    expect(status).toBe(1);
    expect(stderr).toContain('error[LOCK_UNREADABLE]');
    expect(Object.keys(contentOf(folder))).toEqual(['fleet.lock.yaml', 'fleet.yaml']);
  });
});

describe('as a program', () => {
  test.each<readonly [string, readonly string[], number, RegExp, RegExp]>([
    ['what was found is on standard output', ['check', '--format', 'json'], 0, /^\[/, /^2 clusters: .*\n$/],
    ['errors of the fleet', ['synth', '-f', 'bad.yaml'], 1, /^$/, /^error\[UNKNOWN_VALUE\]/],
    ['errors of the command line', ['synht'], 2, /^$/, /^error: there is no command "synht"/],
  ])('%s: exit status and both streams', (_, args, expected, output, errors) => {
    const { status, stdout, stderr } = cli(fleet(GOOD, { 'bad.yaml': BAD }), args);
    expect(status).toBe(expected);
    expect(stdout).toMatch(output);
    expect(stderr).toMatch(errors);
  });
});

describe('terminals and pipes', () => {
  test('whoever stops reading is no mistake', () => {
    const many = Array.from({ length: 300 }, (_, i) => `  - {name: c${i}, platform: aws, openshift: "4.14"}\n`).join(
      '',
    );
    const folder = fleet(`clusters:\n${many}`);
    const command = `"${process.execPath}" "${BIN}" synth --stdout --all 2>&1 | head -1; echo "status \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = runProgram(['bash', '-c', command], folder);
    expect([stdout, stderr]).toEqual(['---\nstatus 0\n', '']);
  });

  test.each([
    ['has colours', {}, true],
    ['has none where NO_COLOR says so', { NO_COLOR: '1' }, false],
    ['has colours where NO_COLOR is empty', { NO_COLOR: '' }, true],
    ['has none where FORCE_COLOR is 0', { FORCE_COLOR: '0' }, false],
    ['has none where both are set', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('a terminal %s', (_, env, coloured) => {
    if (runProgram(['which', 'script'], '/').status !== 0) return;
    const command = `"${process.execPath}" "${BIN}" check`;
    const { stdout } = runProgram(['script', '-qec', command, '/dev/null'], fleet(BAD), { TERM: 'xterm', ...env });
    expect(stdout).toContain('UNKNOWN_VALUE');
    expect(stdout.includes('\u001b[1;31m')).toBe(coloured);
  });

  test('FORCE_COLOR brings colours to a pipe', async () => {
    expect((await runCli(fleet(BAD), ['check'], { FORCE_COLOR: '1' })).stdout).toContain('\u001b[1;31m');
  });
});

describe('verify', () => {
  test('prints the checks of one cluster', async () => {
    const { status, stdout, stderr } = await runCli(fleet(), ['verify', 'b']);
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^1 of 2 clusters: \d+ checks \(\S+ s\)\n$/)]);
    expect(stdout).toContain('# Checks for cluster b: bare metal, OpenShift 4.14.');
    expect(stdout).toContain('oc get pvc -n openshift-image-registry image-registry-storage');
  });

  test('a cluster that inherits an error has no checks, whichever cluster the error is told of', async () => {
    const inherited = `defaults: {openshift: "4.14", registry: {nodeSelector: 5}}
clusters:
  - {name: a, platform: aws}
  - {name: b, platform: aws}
`;
    const { status, stdout, stderr } = await runCli(fleet(inherited), ['verify', 'b']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('fleet.yaml:1:42 (registry.nodeSelector)');
    expect(stderr).toMatch(/\n1 of 2 clusters: 1 error; no commands \(\S+ s\)\n$/);
  });

  test.each([
    ['migrate', /^1 of 2 clusters: migrate in \d+ steps \(\S+ s\)\n$/],
    ['rotate-keys', /^1 of 2 clusters: rotate-keys is not for this cluster \(\S+ s\)\n$/],
  ])('--task %s: the last line says what was printed', async (task, line) => {
    expect((await runCli(fleet(), ['verify', 'b', '--task', task])).stderr).toMatch(line);
  });

  test.each([
    [[], 'verify needs the name of a cluster'],
    [['bb'], 'the fleet has no cluster "bb".'],
  ])('%j: exit status 2', async (args, message) => {
    const { status, stdout, stderr } = await runCli(fleet(), ['verify', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error: ${message}`);
  });
});
