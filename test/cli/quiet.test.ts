/** What is shown of findings, and of whose: severities, clusters, groups, acceptances of many, standard input. */

import { spawnSync } from 'node:child_process';
import { folderWith } from '../support/files';
import { BIN, contentOf } from '../support/program';
import { runCli } from '../support/run-cli';

const RWO = 'storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: lvms-vg1}}';
const shared = (count: number, more = ''): string => `defaults: {openshift: "4.14"}
profiles: {blk: {platform: baremetal, ${RWO}}}
clusters:
${Array.from({ length: count }, (_, index) => `  - {name: m${index + 1}, profiles: [blk]${more}}`).join('\n')}
`;
const fleet = (text: string): string => folderWith({ 'fleet.yaml': text });
const jsonOf = async (text: string, ...args: readonly string[]) =>
  JSON.parse((await runCli(fleet(text), ['check', '--format', 'json', ...args])).stdout) as {
    code: string;
    severity: string;
    clusters: readonly string[];
  }[];

describe('severity', () => {
  const seen = async (args: readonly string[], env = {}): Promise<readonly string[]> => {
    const { stdout } = await runCli(
      fleet(`${shared(1)}  - {name: cloud, platform: aws}\n`),
      [...['check', '--format', 'json', ...args]],
      env,
    );
    return [...new Set((JSON.parse(stdout) as { severity: string }[]).map(({ severity }) => severity))].sort();
  };

  test.each<readonly [readonly string[], object, readonly string[]]>([
    [[], {}, ['warning']],
    [['--info'], {}, ['info', 'warning']],
    [['--severity', 'info'], {}, ['info', 'warning']],
    [['--severity', 'error'], {}, []],
    [[], { REGISTRY_SEVERITY: 'error' }, []],
    [['--info'], { REGISTRY_SEVERITY: 'error' }, ['info', 'warning']],
  ])('%j with %j shows %j', async (args, env, expected) => expect(await seen(args, env)).toEqual(expected));

  test.each(['error', 'warning', 'info'])('the exit status does not depend on it: %s', async severity => {
    const broken = fleet(shared(1, ', registry: {replicas: 2}'));
    expect((await runCli(broken, ['check', '--severity', severity])).status).toBe(1);
    expect((await runCli(broken, ['synth', '--severity', severity])).status).toBe(1);
  });

  test('a word in the environment that is none is refused', async () => {
    const { status, stderr } = await runCli(fleet(shared(1)), ['check'], { REGISTRY_SEVERITY: 'warn' });
    expect([status, stderr.split('\n')[0]]).toEqual([
      2,
      'error: $REGISTRY_SEVERITY: there is no severity "warn". Did you mean "warning"? Use one of error, warning, info',
    ]);
  });
});

describe('clusters', () => {
  test('a finding of a profile names all of them', async () => {
    const rows = await jsonOf(shared(3));
    expect(rows.filter(({ code }) => code === 'BLOCK_NOT_HA').map(({ clusters }) => clusters)).toEqual([
      ['m1', 'm2', 'm3'],
    ]);
    const { stdout } = await runCli(fleet(shared(3)), ['check']);
    expect(stdout).toContain('3 clusters: m1, m2, m3\n');
    expect((await runCli(fleet(shared(50)), ['check'])).stdout).toContain('all 50 clusters\n');
    const more = `${shared(50)}  - {name: cloud, platform: aws}\n`;
    expect((await runCli(fleet(more), ['check'])).stdout).toContain('all 50 clusters of profile blk\n');
  });

  test('an error of a profile, too, is one', async () => {
    const rows = await jsonOf(shared(3).replace(RWO, `${RWO}, registry: {replicas: 2}`), '--severity', 'error');
    expect(rows).toMatchObject([{ code: 'PVC_RWO_REPLICAS', clusters: ['m1', 'm2', 'm3'] }]);
  });

  test('a thousand clusters with the same three warnings take less than 40 lines', async () => {
    const own = Array.from(
      { length: 1000 },
      (_, i) =>
        `  - {name: c${i}, platform: aws, storage: {s3: {bucket: b-${i}, region: eu-west-1}}, credentials: {existingSecret: {}}, registry: {replicas: 40, requests: {read: {maxRunning: 1}}}, pruner: {suspend: true, keepYoungerThanDuration: 1m}}`,
    );
    const folder = fleet(`defaults: {openshift: "4.14"}\nclusters:\n${own.join('\n')}\n`);
    const { stdout, stderr } = await runCli(folder, ['check']);
    expect(new Set(stdout.match(/^warning\[\w+\]/gm)).size).toBeGreaterThanOrEqual(3);
    expect(`${stdout}${stderr}`.split('\n').length).toBeLessThan(40);
    expect(stdout).toContain('all 1000 clusters');
  });
});

describe('--cluster', () => {
  const two = `${shared(1)}  - {name: bad, profiles: [blk], registry: {replicas: 2}}\n`;

  test.each([['check'], ['synth'], ['synth', '--stdout'], ['synth', '--check']])(
    '%s %s: errors of others neither count nor are shown',
    async (...args) => {
      const folder = fleet(two);
      if (args[1] === '--check') await runCli(folder, ['synth', '--cluster', 'm1']);
      const { status, stdout, stderr } = await runCli(folder, [...args, '--cluster', 'm1']);
      expect([status, `${stdout}${stderr}`]).toEqual([0, expect.not.stringContaining('bad')]);
      expect((await runCli(folder, [...args, '--cluster', 'bad'])).status).toBe(1);
    },
  );

  test('verify shows the errors of its cluster alone, and no warnings', async () => {
    const verified = await runCli(fleet(two), ['verify', 'm1']);
    expect(verified).toMatchObject({
      status: 0,
      stderr: expect.stringMatching(/^1 of 2 clusters: \d+ checks \(\S+ s\)\n$/),
    });
    const { status, stderr } = await runCli(fleet(two), ['verify', 'bad']);
    expect([status, stderr.match(/^\w+\[\w+\]/gm)]).toEqual([1, ['error[PVC_RWO_REPLICAS]']]);
  });

  test('verify shows a file that cannot be read only where it may have the cluster', async () => {
    const folder = folderWith({
      'fleet.yaml': `clusterFiles: [more/*.yaml]\n${shared(1)}  - {name: bad, platform: asw, openshift: "4.14"}\n`,
      'more/broken.yaml': 'name: c\n\tplatform: aws\n',
    });
    const codesOf = async (name: string): Promise<readonly string[] | null> =>
      (await runCli(folder, ['verify', name])).stderr.match(/^\w+\[\w+\]/gm);
    expect(await codesOf('m1')).toBeNull();
    expect(new Set(await codesOf('bad'))).toEqual(new Set(['error[UNKNOWN_VALUE]']));
    expect(new Set(await codesOf('c'))).toEqual(new Set(['error[YAML_SYNTAX]']));
  });

  test('synth is refused while another cluster cannot be read: its images cannot be compared with the lock', async () => {
    const folder = fleet(`${shared(1)}  - {name: bad, platform: asw}\n`);
    const { status, stderr } = await runCli(folder, ['synth', '--cluster', 'm1']);
    expect([status, stderr.match(/^error\[\w+\]/gm)]).toEqual([1, ['error[UNKNOWN_VALUE]']]);
    expect(Object.keys(contentOf(folder))).toEqual(['fleet.yaml']);
    expect((await runCli(folder, ['check', '--cluster', 'm1'])).status).toBe(0);
  });

  test.each([['check'], ['synth'], ['verify', 'm2'], ['list']])(
    '%j: a cluster that does not exist comes first',
    async (...args) => {
      const { status, stdout, stderr } = await runCli(
        fleet(two),
        args[0] === 'verify' ? args : [...args, '--cluster', 'm2'],
      );
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.split('\n')[0]).toBe('error: the fleet has no cluster "m2". Did you mean "m1"? Clusters: bad, m1');
    },
  );
});

describe('accept in defaults and profiles', () => {
  const accept = 'accept: [{code: BLOCK_NOT_HA, reason: one machine per site}]';

  test('is for the clusters that need it, and no mistake of the others', async () => {
    const text = `defaults: {openshift: "4.14", ${accept}}\nclusters:
  - {name: plant, platform: baremetal, ${RWO}}
  - {name: cloud, platform: gcp}\n`;
    expect(await jsonOf(text)).toEqual([]);
  });

  test('is a warning where no cluster needs it, once', async () => {
    const text = `defaults: {openshift: "4.14", ${accept}}\nclusters: [{name: a, platform: gcp}, {name: b, platform: gcp}]\n`;
    expect(await jsonOf(text)).toMatchObject([{ code: 'ACCEPT_UNUSED', clusters: ['a', 'b'] }]);
  });

  test('each entry is looked at by itself', async () => {
    const both = accept.replace(']', ', {code: PVC_SIZE_MIN, reason: a test}]');
    expect(await jsonOf(shared(2).replace('platform', `${both}, platform`))).toMatchObject([
      { code: 'ACCEPT_UNUSED', clusters: ['m1', 'm2'], path: 'accept[1].code' },
    ]);
  });
});

describe('a misspelt key of the fleet', () => {
  test.each([
    ['default', 'default: {openshift: "4.14"}\nclusters: [{name: a, platform: gcp}, {name: b, platform: gcp}]\n'],
    ['profile', 'profile: {x: {openshift: "4.14"}}\nclusters: [{name: a, platform: gcp, profiles: [x]}]\n'],
  ])('%s is one error: no cluster is asked for what it holds', async (_, text) => {
    expect(await jsonOf(text)).toMatchObject([{ code: 'UNKNOWN_KEY', clusters: [] }]);
  });
});

describe('standard input', () => {
  const given = (input: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [BIN, ...args], {
      cwd: folderWith({ 'fleet.lock.yaml': 'not a lock' }),
      input,
      encoding: 'utf8',
    });

  test('check reads it, without a lock, and says where', () => {
    const { status, stdout } = given(shared(1, ', registry: {replicas: 2}'), 'check', '-f', '-');
    expect(status).toBe(1);
    expect(stdout).toContain('  at:  <stdin>:4:44 (registry.replicas), cluster m1\n  4 |   - {name: m1, ');
  });

  test('synth --stdout makes its objects; a folder needs a file', () => {
    expect(given(shared(1), 'synth', '-f', '-', '--stdout')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('\nkind: Config\n'),
    });
    expect(given(shared(1), 'synth', '-f', '-')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^error: standard input \(-\) is for check, list and synth --stdout: name a file\n/,
      ),
    });
  });
});
