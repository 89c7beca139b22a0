import { ROUTE_RULES } from '../../../src/rules/routes/routes';
import { ROUTE_TLS_RULES } from '../../../src/rules/routes/tls';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf([...ROUTE_RULES, ...ROUTE_TLS_RULES]);
const cluster = (custom: object[], more: object = {}, routes: object = {}): string =>
  JSON.stringify({ platform: 'aws', routes: { custom, ...routes }, ...more });
const found = (custom: object[], more: object = {}, routes: object = {}): readonly string[] =>
  codes(cluster(custom, more, routes)).filter(code => code !== 'ROUTE_EXPOSES');
const A = { name: 'a', hostname: 'a.example.com' };
const B = { name: 'b', hostname: 'b.example.com' };
const CERTIFICATE = { certificate: { issuerRef: { name: 'ca' } } };
const sealed = (...keys: string[]): object => ({
  sealedSecret: { encryptedData: Object.fromEntries(keys.map(key => [key, 'AgBy'])) },
});
const store = (properties: object): object => ({
  externalSecret: { store: { name: 'vault' }, key: 'tls', properties },
});

test.each<[string, object, string[]]>([
  ['none', {}, []],
  ['the default route off', { routes: { default: false } }, []],
  ['the default route', { routes: { default: true } }, ['ROUTE_EXPOSES']],
  ['a route of its own', { routes: { custom: [A] } }, ['ROUTE_EXPOSES']],
])('exposed: %s', (_, settings, expected) =>
  expect(codes(JSON.stringify({ platform: 'aws', ...settings }))).toEqual(expected),
);

test.each<[string, object[], string[]]>([
  ['two routes', [A, B], []],
  ['one name twice', [A, { ...B, name: 'a' }], ['ROUTE_NAME_DUPLICATE']],
  ["the operator's name", [{ ...A, name: 'default-route' }], ['ROUTE_NAME_RESERVED']],
  ['one host twice', [A, { ...B, hostname: 'a.example.com' }], ['ROUTE_HOST_DUPLICATE']],
  ['a scheme', [{ ...A, hostname: 'https://a.example.com' }], ['ROUTE_HOSTNAME']],
  ['a port', [{ ...A, hostname: 'a.example.com:443' }], ['ROUTE_HOSTNAME']],
  ['a wildcard', [{ ...A, hostname: '*.example.com' }], ['ROUTE_HOSTNAME']],
  ['nothing', [{ ...A, hostname: '' }], ['ROUTE_HOSTNAME']],
  ['upper case', [{ ...A, hostname: 'A.example.com' }], ['ROUTE_HOSTNAME']],
  ['a certificate', [{ ...A, tls: CERTIFICATE }], ['ROUTE_HTTP01 info']],
  ['a Secret of someone else', [{ ...A, tls: { secretName: 'pair' } }], ['ROUTE_SECRET_MUST_EXIST']],
  ['the same, said otherwise', [{ ...A, tls: { existingSecret: {} } }], ['ROUTE_SECRET_MUST_EXIST']],
  ['no source', [{ ...A, tls: {} }], ['ROUTE_TLS_MODE']],
  [
    'two sources',
    [{ ...A, tls: { ...CERTIFICATE, ...sealed('tls.crt', 'tls.key') } }],
    ['ROUTE_HTTP01 info', 'ROUTE_TLS_MODE'],
  ],
  [
    'one Secret made twice',
    [
      { ...A, tls: { secretName: 's', ...CERTIFICATE } },
      { ...B, tls: { secretName: 's', ...CERTIFICATE } },
    ],
    ['ROUTE_HTTP01 info', 'ROUTE_HTTP01 info', 'ROUTE_SECRET_SHARED'],
  ],
  [
    'one Secret made once and used twice',
    [
      { ...A, tls: { secretName: 's', ...CERTIFICATE } },
      { ...B, tls: { secretName: 's' } },
    ],
    ['ROUTE_HTTP01 info', 'ROUTE_SECRET_MUST_EXIST'],
  ],
  ['sealed', [{ ...A, tls: sealed('tls.crt', 'tls.key') }], []],
  ['sealed without key', [{ ...A, tls: sealed('tls.crt') }], ['ROUTE_TLS_KEYS']],
  ['sealed with ca.crt', [{ ...A, tls: sealed('tls.crt', 'tls.key', 'ca.crt') }], ['ROUTE_CA_KEY']],
  ['a CA under both keys', [{ ...A, tls: sealed('tls.crt', 'tls.key', 'ca.crt', 'tls.cacrt') }], []],
  ['properties with ca.crt', [{ ...A, tls: store({ 'ca.crt': 'ca' }) }], ['ROUTE_CA_KEY']],
  ['properties of one key', [{ ...A, tls: store({ 'tls.key': 'key' }) }], []],
])('%s', (_, custom, expected) => expect([...found(custom)].sort()).toEqual(expected));

test('the host of the default route is taken where that route is on', () => {
  const route = { name: 'a', hostname: 'default-route-openshift-image-registry.apps.example.com' };
  expect(found([route], { baseDomain: 'example.com' }, { default: true })).toEqual(['ROUTE_HOST_DUPLICATE']);
  expect(found([route], { baseDomain: 'example.com' })).toEqual([]);
});

const certificate = (issuerRef: object, more: object = {}): object => ({ certificate: { issuerRef, ...more } });
test.each<[string, object, string, string[]]>([
  ['an issuer on 4.22', certificate({ name: 'ca' }), '4.22', ['warning']],
  ['an issuer before', certificate({ name: 'ca' }), '4.21', ['info']],
  ['its group written', certificate({ name: 'ca', group: 'cert-manager.io' }), '4.22', ['warning']],
  ['an issuer of another group', certificate({ name: 'ca', group: 'awspca.cert-manager.io' }), '4.22', []],
  ['a wildcard, which DNS proves', certificate({ name: 'ca' }, { dnsNames: ['*.example.com'] }), '4.22', []],
  ['a Secret of someone else', { secretName: 'pair' }, '4.22', []],
])('HTTP-01: %s', (_, tls, openshift, expected) => {
  const { findings } = runCluster(cluster([{ ...A, tls }], { openshift }));
  expect(findings.filter(({ code }) => code === 'ROUTE_HTTP01').map(({ severity }) => severity)).toEqual(expected);
});

test('the host in a URL is named as the fix', () => {
  const { findings } = runCluster(cluster([{ ...A, hostname: 'https://Registry.example.com:5000/v2' }]));
  expect(findings.find(({ code }) => code === 'ROUTE_HOSTNAME')?.fix).toBe('write registry.example.com');
});
