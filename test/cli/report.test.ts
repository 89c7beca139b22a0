import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';
import { runCli } from '../support/run-cli';

const FLEET = `clusters:
  - {name: a, platform: aws, openshift: "4.14"}
  - name: b
    platform: baremetal
    openshift: "4.16"
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: block, size: 50Gi}}
    accept: [{code: BLOCK_NOT_HA, reason: one rack only, until: "2099-03-31"}]
  - {name: c, platform: vsphere, openshift: "4.14", storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: x, size: 50Gi}}}
`;

const pageOf = (folder: string, name = 'report.html'): string => readFileSync(join(folder, name), 'utf8');

async function reportOf(fleet: string, env = {}): Promise<string> {
  const folder = folderWith({ 'fleet.yaml': fleet });
  await runCli(folder, ['report'], env);
  return pageOf(folder);
}

describe('the command', () => {
  test.each(['fleet.yaml', 'notes.txt', './dist/../fleet.yaml'])(
    'does not replace %s, which is no page',
    async name => {
      const folder = folderWith({ 'fleet.yaml': FLEET, 'notes.txt': 'mine', 'dist/x': '' });
      const before = readFileSync(join(folder, name), 'utf8');
      const { status, stderr } = await runCli(folder, ['report', '-o', name]);
      expect([status, stderr]).toEqual([2, expect.stringContaining(`${name} already exists and is not a page`)]);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(before);
    },
  );

  test('replaces a page, and an empty file', async () => {
    const folder = folderWith({ 'fleet.yaml': FLEET, 'report.html': '<!DOCTYPE html>\nold', 'empty.html': '' });
    for (const name of ['report.html', 'empty.html'])
      expect([(await runCli(folder, ['report', '-o', name])).status, pageOf(folder, name).length > 1000]).toEqual([
        0,
        true,
      ]);
  });

  test.each(['pruner: daily', 'thirdParty: text', 'routes: {custom: text}', 'access: text', 'storage: {s4: {}}'])(
    'shows what is wrong with a cluster that has %s',
    async mistake => {
      const folder = folderWith({
        'fleet.yaml': `clusters: [{name: a, platform: none, openshift: "4.14", ${mistake}}]`,
      });
      const { status, stderr } = await runCli(folder, ['report']);
      expect([status, stderr]).toEqual([1, expect.stringContaining('error[') as string]);
      expect(pageOf(folder)).toMatch(/WRONG_TYPE|UNKNOWN_KEY/);
    },
  );

  test('with a name that no file can have', async () => {
    const folder = folderWith({ 'fleet.yaml': FLEET });
    const { status, stderr } = await runCli(folder, ['report', '-o', 'x'.repeat(300)]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('a name is too long for the file system')]);
    expect(stderr).not.toContain('mistake of registry-gitops');
  });

  test('writes the page, and says so on standard error', async () => {
    const folder = folderWith({ 'fleet.yaml': FLEET });
    const { status, stdout, stderr } = await runCli(folder, ['report', '-o', 'page.html']);
    expect([status, stdout, stderr]).toEqual([0, '', 'page.html: 3 clusters, 1 kind of finding\n']);
    expect(pageOf(folder, 'page.html')).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
    expect(existsSync(join(folder, 'fleet.lock.yaml'))).toBe(false);
  });

  test('- is standard output', async () => {
    const folder = folderWith({ 'fleet.yaml': FLEET });
    const { status, stdout } = await runCli(folder, ['report', '-o', '-']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(existsSync(join(folder, '-'))).toBe(false);
  });

  test('shows a fleet with errors, and ends with 1', async () => {
    const folder = folderWith({ 'fleet.yaml': FLEET.replace('platform: aws', 'platform: asw') });
    const { status, stderr } = await runCli(folder, ['report']);
    expect(status).toBe(1);
    expect(stderr).toContain('asw');
    const page = pageOf(folder);
    expect(page).toMatch(/<tr data-state="errors"><th scope="row"><a href="#cluster\/a">a<\/a>/);
    expect(page).toMatch(/<tr data-state="warnings,accepted" data-shape="\d"/);
  });

  test('a fleet that is not there is exit status 2, and leaves no page', async () => {
    const folder = folderWith({});
    expect((await runCli(folder, ['report'])).status).toBe(2);
    expect(existsSync(join(folder, 'report.html'))).toBe(false);
  });

  test('a folder in place of the page is exit status 2', async () => {
    const folder = folderWith({ 'fleet.yaml': FLEET });
    mkdirSync(join(folder, 'report.html'));
    const { status, stderr } = await runCli(folder, ['report']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('error: report.html')]);
  });
});

describe('the bytes', () => {
  test('are the same wherever and whenever it runs', async () => {
    const folder = folderWith({ 'here/fleet.yaml': FLEET, 'there/x': '' });
    await runCli(join(folder, 'here'), ['report', '-o', '../1.html']);
    await runCli(join(folder, 'there'), ['report', '-f', '../here/fleet.yaml', '-o', '../2.html'], {
      TZ: 'Asia/Tokyo',
      LC_ALL: 'tr_TR',
    });
    await runCli(folder, ['report', join(folder, 'here', 'fleet.yaml'), '-o', '3.html']);
    expect(pageOf(folder, '2.html')).toBe(pageOf(folder, '1.html'));
    expect(pageOf(folder, '3.html')).toBe(pageOf(folder, '1.html'));
  });

  test('have a day only where the environment says one', async () => {
    expect(await reportOf(FLEET)).not.toContain('as of');
    expect(await reportOf(FLEET, { SOURCE_DATE_EPOCH: '1806451200' })).toContain('as of 2027-03-31');
  });
});

describe('the page', () => {
  test('says of each finding which clusters have it, and of each acceptance why', async () => {
    const page = await reportOf(FLEET);
    const card = /<article data-tone="warning">[\s\S]*?<\/article>/.exec(page)?.[0] ?? '';
    expect(card).toContain('<code>PVC_SIZE_MIN</code>');
    expect(card.match(/#cluster\/\w/g)).toEqual(['#cluster/b', '#cluster/c']);
    const accepted = /<article data-tone="accepted">[\s\S]*?<\/article>/.exec(page)?.[0] ?? '';
    expect(accepted).toContain('BLOCK_NOT_HA');
    expect(accepted).toContain('one rack only');
    expect(accepted).toContain('until 2099-03-31');
  });

  test('lets nothing run but its own script, and fetches nothing', async () => {
    const page = await reportOf(FLEET);
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'/);
    const markup = page.replace(/<script>[\s\S]*?<\/script>/g, '').replace(/<style>[\s\S]*?<\/style>/, '');
    expect(markup.replace('href="data:,"', '')).not.toMatch(/\b(src|action|formaction)=|href="[^#]|\son\w+=|\sstyle=/);
    expect(page).not.toMatch(/url\(|@import|innerHTML|insertAdjacentHTML|\beval\b|fetch\(/);
  });

  const EVIL = '</script><img src=x onerror=alert(1)>&amp;"\'';
  test.each([
    [
      'a reason',
      `{name: a, platform: aws, openshift: "4.14", registry: {replicas: 3}, accept: [{code: PRUNER_MISSING, reason: ${JSON.stringify(EVIL)}}]}`,
    ],
    [
      'a bucket',
      `{name: a, platform: aws, openshift: "4.14", storage: {s3: {bucket: ${JSON.stringify(EVIL)}, region: eu-west-1}}}`,
    ],
    [
      'a key of a store',
      `{name: a, platform: aws, openshift: "4.14", storage: {s3: {bucket: x-1, region: eu-west-1}}, credentials: {externalSecret: {store: {name: ${JSON.stringify(EVIL)}}, key: ${JSON.stringify(EVIL)}}}}`,
    ],
    ['a version', `{name: a, platform: aws, openshift: ${JSON.stringify(EVIL)}}`],
    ['a name', `{name: ${JSON.stringify(EVIL)}, platform: aws, openshift: "4.14"}`],
    [
      'a host',
      `{name: a, platform: aws, openshift: "4.14", routes: {custom: [{name: b, hostname: ${JSON.stringify(EVIL)}}]}}`,
    ],
    ['a name of half a character', '{name: "a\\uD800b", platform: aws, openshift: "4.14"}'],
  ])('text of people stays text: %s', async (_, cluster) => {
    const page = await reportOf(`clusters:\n  - ${cluster}\n`);
    expect(page).not.toContain('<img');
    expect(page.match(/<script>/g)).toHaveLength(1);
  });

  test('has no credential, wherever it was written', async () => {
    const page = await reportOf(`clusters:
  - name: a
    platform: aws
    openshift: "4.14"
    storage: {s3: {bucket: AKIAIOSFODNN7EXAMPLE, region: eu-west-1}}
    credentials: {externalSecret: {store: {name: vault}, key: "https://user:hunter22secret@vault.example.com/a"}}
    accept: [{code: PRUNER_MISSING, reason: "token ghp_16C7e42F292c6912E7710c838347Ae178B4a for now"}]
`);
    expect(page).toContain('[hidden]');
    expect(page).not.toContain('AKIAIOSFODNN7EXAMPLE');
    expect(page).not.toContain('hunter22secret');
    expect(page).not.toContain('ghp_');
  });

  test('has the value of no Secret', async () => {
    const fleet = `clusters:
  - {name: a, platform: aws, openshift: "4.14", storage: {s3: {bucket: x-1, region: eu-west-1}}, credentials: {secret: {allowPlaintext: true, env: {REGISTRY_STORAGE_S3_ACCESSKEY: ID, REGISTRY_STORAGE_S3_SECRETKEY: KEY}}}}
`;
    const page = await reportOf(fleet, { ID: 'distinctive-id', KEY: 'distinctive-key' });
    expect(page).toContain('<td>secret</td>');
    expect(page).not.toMatch(/distinctive|ZGlzdGluY3RpdmUt/);
  });
});
