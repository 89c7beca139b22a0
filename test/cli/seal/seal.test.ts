import { createPrivateKey } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readArguments } from '../../../src/cli/arguments';
import { seal } from '../../../src/cli/seal/seal';
import { SEAL } from '../../../src/cli/table/seal';
import { UsageError } from '../../../src/cli/usage-error';
import { runFleet } from '../../support/fleet';
import { selfSigned } from '../../support/self-signed';
import { unseal } from '../../support/unseal';

const pair = selfSigned('sealed-secrets');
const old = selfSigned('sealed-secrets', 2048, '20240201000000Z');
const USER = 'openshift-image-registry/image-registry-private-configuration-user';
const KEYS = ['--key', 'REGISTRY_STORAGE_S3_ACCESSKEY', '--key', 'REGISTRY_STORAGE_S3_SECRETKEY'];

const FLEET = `# the fleet
defaults: {openshift: "4.14"}
profiles:
  streams:
    thirdParty: [{server: ghcr.io, namespaces: [team-a]}]
clusters:
  - name: prod        # the big one
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}

  - name: full
    platform: aws
    storage:
      s3:
        bucket: registry
        region: eu-west-1
        cloudFront: {baseURL: https://cdn.example.com, keypairID: K2X, privateKey: {name: cdn, key: private.pem}}
    routes:
      custom:
        - {name: public, hostname: registry.example.com, tls: {secretName: pair}}
    thirdParty:
      - server: quay.io
        namespaces: [team-a, team-b]
  - {name: streams, platform: aws, profiles: [streams]}
  - {name: vault, platform: aws, storage: {s3: {bucket: b, region: eu-west-1}}, credentials: {externalSecret: {store: {name: vault}, key: k}}}
  - {name: files, platform: vsphere, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}}
`;

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seal-'));
  file = join(folder, 'fleet.yaml');
  writeFileSync(file, FLEET);
  writeFileSync(join(folder, 'cert.pem'), pair.certificate);
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly text: string;
}

async function run(
  args: readonly string[],
  input = '',
  env: Readonly<Record<string, string>> = {},
  isTTY = false,
): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from(input);
  }
  const io = {
    stdin: Object.assign(chunks(), { isTTY }),
    env,
    stdout: { write: (text: string) => out.push(text) },
    stderr: { write: (text: string) => err.push(text) },
  };
  const line = ['-f', file, '--cert', join(folder, 'cert.pem'), ...args];
  let status: number;
  try {
    status = await seal(readArguments(SEAL, line, {}), io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    [status] = [2, err.push(`error: ${error.message}\n`)];
  }
  return { status, out: out.join(''), err: err.join(''), text: readFileSync(file, 'utf8') };
}

const sealedOf = (text: string, cluster: string) => {
  const found = parse(text).clusters.find((each: { name: string }) => each.name === cluster);
  return found.credentials.sealedSecret.encryptedData as Record<string, string>;
};

test('seals the lines of standard input, and leaves the rest of the file alone', async () => {
  const { status, out, err, text } = await run(['--cluster', 'prod', ...KEYS], 'the-id\nthe-secret\n');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toBe(
    `${file}: REGISTRY_STORAGE_S3_ACCESSKEY, REGISTRY_STORAGE_S3_SECRETKEY sealed for ${USER} of prod, strict\n`,
  );
  const sealed = sealedOf(text, 'prod');
  expect(unseal(sealed.REGISTRY_STORAGE_S3_ACCESSKEY ?? '', pair.key, USER)).toBe('the-id');
  expect(unseal(sealed.REGISTRY_STORAGE_S3_SECRETKEY ?? '', pair.key, USER)).toBe('the-secret');
  const added = text.split('\n').filter(line => !FLEET.split('\n').includes(line));
  expect(added.map(line => line.replace(/: A.*/, ':'))).toEqual([
    '    credentials:',
    '      sealedSecret:',
    '        encryptedData:',
    '          REGISTRY_STORAGE_S3_ACCESSKEY:',
    '          REGISTRY_STORAGE_S3_SECRETKEY:',
  ]);
  expect(text.split('\n').filter(line => FLEET.split('\n').includes(line))).toEqual(FLEET.split('\n'));
});

test('what it wrote is a fleet that is in order, and the manifest carries the ciphertext', async () => {
  const { text } = await run(['--cluster', 'prod', ...KEYS], 'the-id\nthe-secret');
  const only = parse(text);
  const { manifests, findings } = runFleet(JSON.stringify({ ...only, profiles: {}, clusters: [only.clusters[0]] }));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const object = manifests.prod?.find(({ kind }) => kind === 'SealedSecret');
  expect(object?.spec).toEqual({ encryptedData: sealedOf(text, 'prod') });
});

test('takes values from files and the environment, and replaces only what is named', async () => {
  await run(['--cluster', 'prod', ...KEYS], 'the-id\nthe-secret');
  const before = sealedOf(readFileSync(file, 'utf8'), 'prod');
  writeFileSync(join(folder, 'key'), 'new-secret\n');
  chmodSync(file, 0o640);
  const again = await run(['--cluster', 'prod', '--from-file', `REGISTRY_STORAGE_S3_SECRETKEY=${join(folder, 'key')}`]);
  const after = sealedOf(again.text, 'prod');
  expect(again.status).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(after.REGISTRY_STORAGE_S3_ACCESSKEY).toBe(before.REGISTRY_STORAGE_S3_ACCESSKEY);
  expect(unseal(after.REGISTRY_STORAGE_S3_SECRETKEY ?? '', pair.key, USER)).toBe('new-secret');
  const third = await run(['--cluster', 'prod', '--from-env', 'REGISTRY_STORAGE_S3_ACCESSKEY=ID'], '', {
    ID: 'from-env',
  });
  expect(unseal(sealedOf(third.text, 'prod').REGISTRY_STORAGE_S3_ACCESSKEY ?? '', pair.key, USER)).toBe('from-env');
});

test('seals for a route, with the files as they are', async () => {
  const own = selfSigned();
  writeFileSync(join(folder, 'tls.crt'), own.certificate);
  writeFileSync(join(folder, 'tls.key'), own.key);
  const files = ['tls.crt', 'tls.key'].flatMap(name => ['--from-file', `${name}=${join(folder, name)}`]);
  const { status, err, text } = await run(['--cluster', 'full', '--path', 'routes.custom[0].tls', ...files]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const sealed = parse(text).clusters[1].routes.custom[0].tls.sealedSecret.encryptedData;
  expect(unseal(sealed['tls.key'], pair.key, 'openshift-image-registry/pair')).toBe(own.key);
});

test("seals CloudFront's key, and pull credentials for several namespaces", async () => {
  const key = createPrivateKey(pair.key).export({ type: 'pkcs1', format: 'pem' }).toString();
  const front = await run(
    ['--cluster', 'full', '--path', 'storage.s3.cloudFront.privateKey', '--key', 'private.pem'],
    key,
  );
  expect(front.err).toBe('');
  const { privateKey } = parse(front.text).clusters[1].storage.s3.cloudFront;
  expect(unseal(privateKey.sealedSecret.encryptedData['private.pem'], pair.key, 'openshift-image-registry/cdn')).toBe(
    key,
  );
  const login = JSON.stringify({ auths: { 'quay.io': { auth: 'cm9ib3Q6eA==' } } });
  const args = ['--cluster', 'full', '--path', 'thirdParty[0].credentials', '--key', '.dockerconfigjson'];
  expect(await run(args, login)).toMatchObject({ status: 1, err: expect.stringContaining('team-a, team-b') });
  const pull = await run([...args, '--scope', 'cluster-wide'], login);
  const { sealedSecret } = parse(pull.text).clusters[1].thirdParty[0].credentials;
  expect(pull.status).toBe(0);
  expect(sealedSecret.scope).toBe('cluster-wide');
  expect(unseal(sealedSecret.encryptedData['.dockerconfigjson'], pair.key, '')).toBe(login);
});

test('--stdout prints the lines and changes nothing', async () => {
  const { status, out, text } = await run(
    ['--cluster', 'prod', '--stdout', '--key', 'REGISTRY_STORAGE_S3_ACCESSKEY'],
    'x',
  );
  expect({ status, text }).toEqual({ status: 0, text: FLEET });
  expect(unseal(parse(out).sealedSecret.encryptedData.REGISTRY_STORAGE_S3_ACCESSKEY, pair.key, USER)).toBe('x');
});

const ONE = ['--key', 'REGISTRY_STORAGE_S3_ACCESSKEY'];

test.each<[string, readonly string[], string, 1 | 2, string]>([
  ['no cluster', [...ONE], 'v', 2, '--cluster is missing'],
  ['an unknown cluster', ['--cluster', 'prd', ...ONE], 'v', 2, 'did you mean "prod"?'],
  ['an unknown option', ['--cluster', 'prod', '--kye', 'x'], 'v', 2, '--kye'],
  ['no key', ['--cluster', 'prod'], 'v', 2, 'REGISTRY_STORAGE_S3_ACCESSKEY, REGISTRY_STORAGE_S3_SECRETKEY'],
  ['a key twice', ['--cluster', 'prod', ...ONE, ...ONE], 'v', 2, 'is given twice'],
  ['a value as an argument', ['--cluster', 'prod', '--from-env', 'hunter2'], '', 2, 'write --from-env KEY=VARIABLE'],
  ['a key nobody reads', ['--cluster', 'prod', '--key', 'AWS_ACCESS_KEY_ID'], 'v', 1, 'a given key is not one of'],
  ['too few lines', ['--cluster', 'prod', ...KEYS], 'hunter2', 1, 'the 2 keys need one line each'],
  ['an empty value', ['--cluster', 'prod', ...ONE], '\n', 1, 'is empty'],
  ['a value of two lines', ['--cluster', 'prod', ...ONE], 'hunter2\nhunter2\n', 1, 'has more than one line'],
  ['a value that the operator would cut', ['--cluster', 'prod', ...ONE], 'hunter2 #x', 1, 'space before # or ;'],
  [
    'a variable that is not set',
    ['--cluster', 'prod', '--from-env', 'REGISTRY_STORAGE_S3_ACCESSKEY=NO'],
    '',
    1,
    'is not set',
  ],
  [
    'a file that is not there',
    ['--cluster', 'prod', '--from-file', 'REGISTRY_STORAGE_S3_ACCESSKEY=/no/such'],
    '',
    2,
    'the file does not exist',
  ],
  [
    'a file without end',
    ['--cluster', 'prod', '--from-file', 'REGISTRY_STORAGE_S3_ACCESSKEY=/dev/zero'],
    '',
    2,
    'cannot be read: it is larger than 32 MiB',
  ],
  ['a value that no Secret can hold', ['--cluster', 'prod', ...ONE], 'v'.repeat(2 ** 20 + 1), 2, 'more than 1 MiB'],
  ['another mode', ['--cluster', 'vault', ...ONE], 'v', 1, 'credentials already has externalSecret'],
  ['storage without credentials', ['--cluster', 'files', ...ONE], 'v', 1, 'pvc, uses no credentials'],
  ['a path that has no Secret', ['--cluster', 'prod', '--path', 'registry', ...ONE], 'v', 1, 'has no Secret'],
  [
    'an entry that is not there',
    ['--cluster', 'prod', '--path', 'routes.custom[0].tls', '--key', 'tls.key'],
    'v',
    1,
    'the cluster has no routes.custom[0]',
  ],
  ['a value as a key', ['--cluster', 'prod', '--key', 'hunter2'], 'v', 1, 'a given key is not one of'],
  [
    'a value as a key twice',
    ['--cluster', 'prod', '--key', 'hunter2', '--key', 'hunter2'],
    'v',
    1,
    'a given key is not one of',
  ],
  [
    'a value as a file',
    ['--cluster', 'prod', '--from-file', 'REGISTRY_STORAGE_S3_SECRETKEY=hunter2'],
    '',
    2,
    'the file for REGISTRY_STORAGE_S3_SECRETKEY cannot be read: the file does not exist',
  ],
  ['a value as a cluster', ['--cluster', 'hunter2', ...ONE], 'v', 2, 'no cluster with the name in --cluster'],
  ['a value as a word', ['hunter2', '--cluster', 'prod', ...ONE], 'v', 2, 'one argument is too many'],
  ['a value as a path', ['--cluster', 'prod', '--path', 'hunter2!', ...ONE], 'v', 2, '--path is not a path'],
  ['a value as a scope', ['--cluster', 'prod', '--scope', 'hunter2', ...ONE], 'v', 2, 'there is no such scope'],
  ['a value in an option that is none', ['--cluster', 'prod', '--secret=hunter2', ...ONE], 'v', 2, '--secret'],
  ['a path that is none', ['--cluster', 'prod', '--path', 'a b', ...ONE], 'v', 2, 'is not a path'],
  ['an unknown scope', ['--cluster', 'prod', '--scope', 'strct', ...ONE], 'v', 2, 'Did you mean "strict"?'],
  [
    'an entry that other clusters share',
    ['--cluster', 'streams', '--path', 'thirdParty[0].credentials', '--key', '.dockerconfigjson'],
    '{"auths":{"ghcr.io":{}}}',
    1,
    'in a profile or in defaults',
  ],
])('refuses %s, changes nothing and shows no value', async (_name, args, input, status, message) => {
  const result = await run(args, input);
  expect(result).toMatchObject({ status, text: FLEET, err: expect.stringContaining(message) });
  expect(result.out + result.err).not.toContain('hunter2');
});

test.each<[string, string, string]>([
  ['that ran out', old.certificate, 'expired on 2024-02-01'],
  ['with a private key', pair.certificate + pair.key, 'it has a private key in it'],
  ['that is none', 'x', 'no RSA certificate'],
])('refuses a certificate %s', async (_name, pem, message) => {
  writeFileSync(join(folder, 'cert.pem'), pem);
  const result = await run(['--cluster', 'prod', ...ONE], 'v');
  expect(result).toMatchObject({ status: 2, text: FLEET, err: expect.stringContaining(message) });
});

test('refuses a terminal, which would show the value', async () => {
  const result = await run(['--cluster', 'prod', ...ONE], 'v', {}, true);
  expect(result).toMatchObject({ status: 2, text: FLEET, err: expect.stringContaining('a terminal would show them') });
});

test('a fleet that cannot be read is told as by the other commands', async () => {
  writeFileSync(file, 'clusters: [');
  expect(await run(['--cluster', 'prod', ...ONE], 'v')).toMatchObject({
    status: 1,
    err: expect.stringContaining('YAML_SYNTAX'),
  });
  rmSync(file);
  writeFileSync(join(folder, 'other.yaml'), '');
  file = join(folder, 'other.yaml');
  expect((await run(['-f', join(folder, 'none.yaml'), '--cluster', 'prod', ...ONE], 'v')).status).toBe(2);
});

test('prints the lines where the layout cannot be edited', async () => {
  const shared = FLEET.replace(
    '    platform: baremetal\n',
    '    platform: baremetal\n    credentials: &none {}\n',
  ).replace('{name: files,', '{name: files, credentials: *none,');
  writeFileSync(file, shared);
  const { status, out, err, text } = await run(['--cluster', 'prod', ...ONE], 'v');
  expect({ status, text }).toEqual({ status: 1, text: shared });
  expect(err).toContain('was not changed: the layout around it is not supported');
  expect(unseal(parse(out).sealedSecret.encryptedData.REGISTRY_STORAGE_S3_ACCESSKEY, pair.key, USER)).toBe('v');
});

test('sees a mode of the defaults that null keeps away, and that would come back', async () => {
  const hidden = FLEET.replace('{openshift: "4.14"}', '{openshift: "4.14", credentials: {existingSecret: {}}}').replace(
    '    platform: baremetal\n',
    '    platform: baremetal\n    credentials: null\n',
  );
  writeFileSync(file, hidden);
  const args = ['--cluster', 'prod', ...ONE];
  expect(await run(args, 'v')).toMatchObject({
    status: 1,
    text: hidden,
    err: expect.stringContaining('credentials already has existingSecret'),
  });
  writeFileSync(file, hidden.replace('credentials: null', 'credentials: {existingSecret: null}'));
  const { status, text } = await run(args, 'v');
  expect(status).toBe(0);
  expect(text).toMatch(/credentials: \{existingSecret: null, sealedSecret: \{encryptedData: \{REGISTRY/);
});
