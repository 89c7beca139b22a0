/** In the plugin of Argo CD the configuration is input of others: it reads no file and no variable of the machine. */

import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatText } from '../../src/findings/format-text';
import { prepare, prepareInPlugin } from '../../src/main';
import { buildFiles } from '../../src/main/build';
import { ROOT_PEM } from '../support/certificates';
import { folderWith } from '../support/files';

let folder: string;
let fleet: string;

beforeEach(() => {
  const outer = folderWith();
  folder = join(outer, 'repository', 'registry');
  mkdirSync(join(folder, 'ca'), { recursive: true });
  fleet = join(folder, 'fleet.yaml');
  for (const file of [join(outer, 'outside.pem'), join(folder, '..', 'beside.pem'), join(folder, 'ca', 'mirror.pem')]) {
    writeFileSync(file, ROOT_PEM);
  }
  symlinkSync(join(outer, 'outside.pem'), join(folder, 'ca', 'link.pem'));
  symlinkSync(join(folder, 'ca', 'mirror.pem'), join(folder, 'ca', 'inner-link.pem'));
  process.env.PLUGIN_TEST_ID = 'distinctive-id';
  process.env.PLUGIN_TEST_KEY = 'distinctive-key';
});
afterEach(() => {
  delete process.env.PLUGIN_TEST_ID;
  delete process.env.PLUGIN_TEST_KEY;
  rmSync(join(folder, '..', '..'), { recursive: true });
});

const STORE = 'bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com';

/** What a run says of a file with this CA. */
function run(yaml: string, secrets = false): { readonly errors: readonly string[]; readonly text: string } {
  writeFileSync(fleet, yaml);
  const { findings } = prepareInPlugin(fleet, secrets);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  return { errors: [...new Set(errors)], text: formatText(findings) };
}
const withCa = (pemFile: string): string =>
  `clusters: [{name: a, platform: baremetal, openshift: "4.14", credentials: {existingSecret: {}}, storage: {s3: {${STORE}, trustedCA: {pemFile: "${pemFile}"}}}}]`;
const withSecret = (more: string): string =>
  `clusters: [{name: a, platform: baremetal, openshift: "4.14", storage: {s3: {${STORE}}}, credentials: {secret: {${more}}}}]`;
const ENV = 'env: {REGISTRY_STORAGE_S3_ACCESSKEY: PLUGIN_TEST_ID, REGISTRY_STORAGE_S3_SECRETKEY: PLUGIN_TEST_KEY}';

test.each<[string, string, readonly string[]]>([
  ['a file below the fleet', 'ca/mirror.pem', []],
  ['a link to one', 'ca/inner-link.pem', []],
  ['a file beside the folder', '../beside.pem', ['PLUGIN_PATH']],
  ['a way out and in again', '../registry/ca/mirror.pem', []],
  ['an absolute path', '/etc/hostname', ['PLUGIN_PATH']],
  ['a link that leads out', 'ca/link.pem', ['TRUSTED_CA_UNREADABLE']],
])('%s', (_, pemFile, codes) => expect(run(withCa(pemFile)).errors).toEqual(codes));

test.each<[string, string, readonly string[]]>([
  ['clusters beside the folder', '../*.yaml', ['PLUGIN_PATH']],
  ['clusters anywhere', '/etc/*', ['PLUGIN_PATH']],
  ['a device', '/dev/zero', ['PLUGIN_PATH']],
])('%s', (_, pattern, codes) => {
  const own = 'clusters: [{name: a, platform: aws, openshift: "4.14"}]';
  expect(run(`clusterFiles: ["${pattern}"]\n${own}`).errors).toEqual(codes);
});

test('a plain Secret is refused, and its values are not even read', () => {
  const { errors, text } = run(withSecret(ENV));
  expect([...errors].sort()).toEqual(['PLAINTEXT_IN_OUTPUT', 'PLUGIN_SECRET']);
  expect(text).not.toContain('not set');
  expect(run(withSecret('files: {REGISTRY_STORAGE_S3_ACCESSKEY: ca/mirror.pem}')).errors).toContain('PLUGIN_SECRET');
});

test('where the plugin allows it a plain Secret is made, and files still stay inside', () => {
  expect(run(withSecret(`${ENV}, allowPlaintext: true`), true).errors).toEqual([]);
  const files = [...buildFiles(prepareInPlugin(fleet, true))].filter(({ text }) =>
    text.includes(btoa('distinctive-key')),
  );
  expect(files.map(({ path }) => path)).toEqual([expect.stringContaining('Secret_')]);
  expect(run(withSecret('files: {REGISTRY_STORAGE_S3_ACCESSKEY: /etc/hostname}'), true).errors).toContain(
    'PLUGIN_PATH',
  );
});

test('elsewhere both stay', () => {
  writeFileSync(fleet, withCa('../beside.pem'));
  expect(prepare(fleet).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a fleet file that is not there is told as by the other commands', () => {
  const { findings } = prepareInPlugin(join(folder, 'none', 'fleet.yaml'), false);
  expect(findings.map(({ code }) => code)).toEqual(['FILE_UNREADABLE']);
});
