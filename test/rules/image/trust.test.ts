import { NO_INPUTS } from '../../../src/config/inputs';
import { IMAGE_TRUST_RULES } from '../../../src/rules/image/trust';
import { LEAF_PEM, ROOT_PEM } from '../../support/certificates';
import { asFleet, runFleet } from '../../support/fleet';

const KEY = `-----BEGIN ${'PRIVATE'} KEY-----\nc2VjcmV0c2VjcmV0\n-----END ${'PRIVATE'} KEY-----\n`;
const FILES: Readonly<Record<string, string>> = { 'leaf.pem': LEAF_PEM, 'key.pem': ROOT_PEM + KEY, 'empty.pem': '' };
const inputs = { ...NO_INPUTS, file: (path: string) => FILES[path.split('/').at(-1) ?? ''] };
const OURS = new Set(IMAGE_TRUST_RULES.map(({ code }) => code).filter(code => code !== 'IMAGE_CA_REPLACED'));

const run = (additionalTrustedCA: object): ReturnType<typeof runFleet> =>
  runFleet(asFleet(JSON.stringify({ platform: 'aws', image: { additionalTrustedCA } })), inputs);
const said = (trusted: object): readonly string[] =>
  run(trusted)
    .findings.filter(({ code }) => OURS.has(code))
    .map(({ code, what }) => `${code}: ${what.replace(/"\/.*\//g, '"')}`);

const HOST = 'registry.example.com:5000';
const BROKEN = ROOT_PEM.replace(/\nMIIB.*\n/, '\n');

test.each<[string, object, readonly string[]]>([
  ['text', { [HOST]: { pem: ROOT_PEM } }, []],
  ['a file; the certificate need not be a CA', { 'registry.example.com': { pemFile: 'leaf.pem' } }, []],
  ['no source', { [HOST]: {} }, [`IMAGE_CA_SOURCE: "${HOST}" has neither pem nor pemFile`]],
  [
    'two sources',
    { [HOST]: { pem: ROOT_PEM, pemFile: 'leaf.pem' } },
    [`IMAGE_CA_SOURCE: "${HOST}" has both pem and pemFile`],
  ],
  ['no such file', { [HOST]: { pemFile: 'none.pem' } }, ['PEM_UNREADABLE: pemFile "none.pem" cannot be read']],
  [
    'a damaged certificate',
    { [HOST]: { pem: BROKEN } },
    [`IMAGE_CA_PEM: the PEM text of ${HOST} contains 1 damaged certificate`],
  ],
  ['prose', { [HOST]: { pem: 'hello' } }, [`IMAGE_CA_PEM: the PEM text of ${HOST} contains no certificate`]],
  [
    'a scheme',
    { 'https://registry.example.com': { pem: ROOT_PEM } },
    ['IMAGE_CA_HOST: "https://registry.example.com" is not a host or host:port'],
  ],
  [
    'a path',
    { 'registry.example.com/team': { pem: ROOT_PEM } },
    ['IMAGE_CA_HOST: "registry.example.com/team" is not a host or host:port'],
  ],
  [
    'one host in two spellings',
    { [HOST]: { pem: ROOT_PEM }, 'registry.example.com..5000': { pem: ROOT_PEM } },
    [`IMAGE_CA_HOST: "registry.example.com..5000" is the same registry as "${HOST}"`],
  ],
])('%s', (_name, trusted, expected) => {
  expect(said(trusted)).toEqual(expected);
});

test.each<[string, object, readonly string[]]>([
  ['certificates by host', { [HOST]: { pem: ROOT_PEM } }, ['IMAGE_CA_REPLACED']],
  ['a ConfigMap of others', { configMap: 'registry-config' }, []],
  ['a ConfigMap without a name', { configMap: '' }, ['IMAGE_CA_CONFIG_MAP']],
  [
    'a ConfigMap of others, and a host',
    { configMap: 'registry-config', [HOST]: { pem: ROOT_PEM } },
    ['IMAGE_CA_CONFIG_MAP', 'IMAGE_CA_REPLACED'],
  ],
  ['a name that is none', { configMap: 'Registry' }, ['NAME_SYNTAX']],
  ['a map in place of the name', { configMap: { pem: ROOT_PEM } }, ['WRONG_TYPE']],
  ['a name in place of certificates', { [HOST]: 'registry-config' }, ['WRONG_TYPE']],
])('the certificates of registries: %s', (_name, trusted, expected) => {
  const { findings } = run(trusted);
  const found = findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
  expect(found.sort()).toEqual(expected);
});

test.each([
  ['a file that is empty', 'empty.pem', 'IMAGE_CA_PEM'],
  ['a private key beside a certificate', 'key.pem', 'IMAGE_CA_PRIVATE_KEY'],
])('%s', (_name, pemFile, code) => {
  expect(run({ [HOST]: { pemFile } }).codes).toContain(code);
});

test('nothing of a private key is printed', () => {
  for (const source of [{ pemFile: 'key.pem' }, { pem: KEY }]) {
    const { findings } = run({ [HOST]: source });
    expect(findings.map(({ code }) => code)).toContain('IMAGE_CA_PRIVATE_KEY');
    expect(JSON.stringify(findings)).not.toContain('c2VjcmV0');
  }
});
