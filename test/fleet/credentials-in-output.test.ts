/** No way through the program shows a credential: neither findings in any format nor manifests, whatever the mode. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { formatGithub } from '../../src/findings/format-github';
import { formatJson } from '../../src/findings/format-json';
import { formatSarif } from '../../src/findings/format-sarif';
import { formatText } from '../../src/findings/format-text';
import { modelsOf } from '../../src/fleet/models';
import { excerptsFrom } from '../../src/load/excerpts';
import { prepare } from '../../src/main';
import { buildFiles } from '../../src/main/build';
import { CATALOGUE } from '../../src/rules/catalogue';
import { EXAMPLE_SEALED_VALUE } from '../../src/rules/credentials/sealed-secrets';
import { selfSigned } from '../support/self-signed';

/** Values nobody else would write, each broken in its own way so that rules have much to say. */
const VALUES = {
  ACCESS: 'distinctive-access-key-1 #cut',
  SECRET: '"distinctive-secret-key-2"\n',
  GOOGLE: '{"type": "distinctive-type-3", "private_key": "distinctive-private-key-4"}',
  AZURE: 'distinctive account key 5',
  PULL: '{"auths": {"distinctive-host-6": {"auth": "distinctive-auth-7"}}}',
  CERT: 'distinctive-certificate-8',
  USER: 'distinctive-user-9:x',
};

const secret = (from: string, key: string, name: string, allow: boolean): string =>
  `{secret: {allowPlaintext: ${allow}, ${from}: {${key}: ${name}}}}`;

/** Every place that takes a Secret, in every mode that has values. */
function fleet(allow: boolean, from: 'env' | 'files'): string {
  const one = (key: string, name: keyof typeof VALUES): string =>
    secret(from, key, from === 'env' ? name : `keys/${name}`, allow);
  return `
defaults: {openshift: "4.14"}
clusters:
  - name: s3
    platform: aws
    storage:
      s3:
        bucket: registry
        region: eu-west-1
        cloudFront: {baseURL: https://cdn.example.com, keypairID: K2X, privateKey: {name: cdn, key: private.pem, ${one('private.pem', 'CERT').slice(1, -1)}}}
    credentials: ${one('REGISTRY_STORAGE_S3_SECRETKEY', 'SECRET')}
  - {name: id, platform: aws, storage: {s3: {bucket: other, region: eu-west-1}}, credentials: ${one('REGISTRY_STORAGE_S3_ACCESSKEY', 'ACCESS')}}
  - {name: gcs, platform: gcp, storage: {gcs: {bucket: registry, region: europe-west1}}, credentials: ${one('REGISTRY_STORAGE_GCS_KEYFILE', 'GOOGLE')}}
  - {name: azure, platform: azure, storage: {azure: {accountName: registry, container: images}}, credentials: ${one('REGISTRY_STORAGE_AZURE_ACCOUNTKEY', 'AZURE')}}
  - name: others
    platform: aws
    routes: {custom: [{name: public, hostname: registry.example.com, tls: ${one('tls.crt', 'CERT')}}]}
    thirdParty:
      - {server: quay.io, namespaces: [team-a], credentials: ${one('.dockerconfigjson', 'PULL')}}
      - {server: ghcr.io, namespaces: [team-a], credentials: ${one('username', 'USER')}}
`;
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leak-'));
  mkdirSync(join(folder, 'keys'));
  for (const [name, value] of Object.entries(VALUES)) {
    writeFileSync(join(folder, 'keys', name), value);
    process.env[name] = value;
  }
});
afterEach(() => {
  for (const name of Object.keys(VALUES)) delete process.env[name];
  rmSync(folder, { recursive: true });
});

/** Parts of the values, plain and in base64, that a text contains. */
function leaks(text: string): readonly string[] {
  const encoded = Object.values(VALUES).map(value => Buffer.from(value).toString('base64').slice(0, 24));
  return ['distinctive', ...encoded].filter(part => text.includes(part));
}

/** A fleet's findings in every form, and its models as a careless program would print them. */
function printed(yaml: string): {
  readonly codes: readonly string[];
  readonly findings: string;
  readonly models: string;
} {
  const file = join(folder, 'fleet.yaml');
  writeFileSync(file, yaml);
  const { findings, checked } = prepare(file);
  const models = [...modelsOf(checked, [])];
  return {
    codes: findings.map(({ code }) => code),
    findings: [
      formatText(findings, { lineAt: excerptsFrom() }),
      formatJson(findings),
      formatGithub(findings),
      formatSarif(findings, CATALOGUE, { version: '1', page: 'https://example.com' }),
    ].join('\n'),
    models: [JSON.stringify(models), inspect(models, { depth: null, showHidden: true })].join('\n'),
  };
}

test.each([
  [false, 'env'],
  [false, 'files'],
  [true, 'env'],
  [true, 'files'],
] as const)('findings and models with allowPlaintext %s from %s show no value', (allow, from) => {
  const { codes, findings, models } = printed(fleet(allow, from));
  expect(codes).toEqual(
    expect.arrayContaining([
      'CREDENTIALS_VALUE',
      'GCS_KEYFILE',
      'AZURE_ACCOUNT_KEY',
      'ROUTE_TLS_VALUE',
      'PULL_CREDENTIALS_VALUE',
    ]),
  );
  expect(codes.includes('PLAINTEXT_IN_OUTPUT')).toBe(!allow);
  expect(leaks(findings + models)).toEqual([]);
});

test('a credential written into the configuration is refused without being repeated', () => {
  const { codes, findings } = printed(`
defaults: {openshift: "4.14"}
clusters:
  - name: a
    platform: aws
    storage: {s3: {bucket: registry, region: eu-west-1, accessKey: distinctive-1, secret_key: distinctive-2}}
    credentials: {password: distinctive-3, clientSecret: distinctive-4, secret: distinctive-5}
    routes: {custom: [{name: a, hostname: a.example.com, tls: {privateKey: distinctive-6}}]}
    thirdParty: [{server: quay.io, dockercfg: distinctive-7, credentials: {externalSecret: distinctive-8, token: distinctive-9}}]
`);
  expect(codes.filter(code => code === 'LITERAL_CREDENTIAL').length).toBeGreaterThanOrEqual(6);
  expect(leaks(findings)).toEqual([]);
});

const good = selfSigned();

/** A fleet in order, by each mode; the values are fine. */
const modes = (credentials: string): string => `
defaults: {openshift: "4.14"}
clusters:
  - name: a
    platform: aws
    storage: {s3: {bucket: registry, region: eu-west-1}}
    credentials: ${credentials}
`;
const SECRET_KEY = 'REGISTRY_STORAGE_S3_SECRETKEY: GOOD_SECRET';
const KEYS = `REGISTRY_STORAGE_S3_ACCESSKEY: GOOD_ACCESS, ${SECRET_KEY}`;

test.each<[string, string, readonly string[]]>([
  ['externalSecret', '{externalSecret: {store: {name: vault}, key: registry}}', []],
  [
    'sealedSecret',
    `{sealedSecret: {encryptedData: {REGISTRY_STORAGE_S3_ACCESSKEY: ${EXAMPLE_SEALED_VALUE}, REGISTRY_STORAGE_S3_SECRETKEY: ${EXAMPLE_SEALED_VALUE}}}}`,
    [],
  ],
  ['existingSecret', '{existingSecret: {}}', []],
  [
    'secret',
    `{secret: {allowPlaintext: true, env: {${KEYS}}}}`,
    ['clusters/a/Secret_openshift-image-registry_image-registry-private-configuration-user.yaml'],
  ],
])(
  'mode %s: only a plain Secret that is allowed has the values, and only in its manifest',
  (_mode, credentials, expected) => {
    process.env.GOOD_ACCESS = 'peculiar-access-key';
    process.env.GOOD_SECRET = good.key.replace(/\n/g, '');
    const file = join(folder, 'fleet.yaml');
    writeFileSync(file, modes(credentials));
    const fleetRun = prepare(file);
    const values = [process.env.GOOD_ACCESS, process.env.GOOD_SECRET].flatMap(value => [
      value,
      Buffer.from(value).toString('base64'),
    ]);
    const hasValue = (text: string): boolean => values.some(value => text.includes(value));
    const files = [...buildFiles(fleetRun)].filter(({ text }) => hasValue(text)).map(({ path }) => path);
    delete process.env.GOOD_ACCESS;
    delete process.env.GOOD_SECRET;
    expect(fleetRun.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(files).toEqual(expected);
    expect(hasValue(formatText(fleetRun.findings, { colour: false }) + formatJson(fleetRun.findings))).toBe(false);
  },
);
