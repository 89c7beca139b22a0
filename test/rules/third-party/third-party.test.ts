import { NO_INPUTS } from '../../../src/config/inputs';
import { REDHAT_REGISTRY_RULES } from '../../../src/rules/third-party/redhat-registry';
import { THIRD_PARTY_RULES } from '../../../src/rules/third-party/third-party';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf([...THIRD_PARTY_RULES, ...REDHAT_REGISTRY_RULES]);
const CREDENTIALS = { externalSecret: { store: { name: 'vault' }, key: 'quay' } };
const QUAY = { server: 'quay.io', namespaces: ['team-a'], credentials: CREDENTIALS };
const REDHAT = { ...QUAY, server: 'registry.redhat.io', namespaces: ['openshift'] };
const found = (thirdParty: object[], more: object = {}): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', thirdParty, ...more })).filter(code => code !== 'HOST_CREDENTIALS');

test.each<[string, object[], string[]]>([
  ['one registry', [QUAY], []],
  ['a port', [{ ...QUAY, server: 'registry.example.com:5000' }], []],
  ['a scheme', [{ ...QUAY, server: 'https://quay.io' }], ['THIRD_PARTY_SERVER warning']],
  ['the name of Docker Hub in pull credentials', [{ ...QUAY, server: 'https://index.docker.io/v1/' }], []],
  ['every host of a domain', [{ ...QUAY, server: '*.example.com' }], []],
  ['another scheme', [{ ...QUAY, server: 'oci://quay.io' }], ['THIRD_PARTY_SERVER']],
  ['a path that no repository has', [{ ...QUAY, server: 'quay.io/Acme' }], ['THIRD_PARTY_SERVER']],
  ['a path', [{ ...QUAY, server: 'quay.io/acme' }], []],
  ['a blank', [{ ...QUAY, server: 'quay.io ' }], ['THIRD_PARTY_SERVER']],
  ['a port that is none', [{ ...QUAY, server: 'quay.io:99999' }], ['THIRD_PARTY_SERVER']],
  ['credentials for nobody', [{ ...QUAY, namespaces: [] }], ['THIRD_PARTY_NAMESPACES']],
  ['nothing for a namespace', [{ ...QUAY, credentials: undefined }], ['THIRD_PARTY_NAMESPACES']],
  ['neither', [{ server: 'quay.io' }], []],
  ['one Secret twice', [QUAY, QUAY], ['THIRD_PARTY_SECRET_TWICE']],
  ['one name in two namespaces', [QUAY, { ...QUAY, namespaces: ['team-b'] }], []],
  [
    'one that exists, twice',
    [
      { ...QUAY, credentials: { existingSecret: {} } },
      { ...QUAY, credentials: { existingSecret: {} } },
    ],
    [],
  ],
  ['Red Hat', [REDHAT], ['REDHAT_REGISTRY_PULL_SECRET']],
  [
    'the name of the Samples Operator',
    [{ ...QUAY, namespaces: ['openshift'], secretName: 'samples-registry-credentials' }],
    ['SAMPLES_SECRET_NAME'],
  ],
  ['the same name elsewhere', [{ ...QUAY, secretName: 'samples-registry-credentials' }], []],
])('%s', (_, thirdParty, expected) => expect(found(thirdParty)).toEqual(expected));

test('on 4.4 both places are needed', () => {
  expect(found([REDHAT], { openshift: '4.4' })).toEqual(['REDHAT_REGISTRY_BOTH_PLACES']);
  expect(found([REDHAT], { openshift: '4.4', pullSecret: CREDENTIALS })).toEqual(['PULL_SECRET_WHOLE']);
});

test('nodes without credentials are pointed out until the cluster has some', () => {
  const yaml = (more: object): string => JSON.stringify({ platform: 'aws', thirdParty: [QUAY], ...more });
  expect(codes(yaml({}))).toEqual(['HOST_CREDENTIALS']);
  expect(codes(yaml({ pullSecret: CREDENTIALS }))).toEqual(['PULL_SECRET_WHOLE']);
  expect(codes('platform: aws')).toEqual([]);
});

const file = (username: string): string =>
  JSON.stringify({ auths: { 'registry.redhat.io': { auth: Buffer.from(`${username}:x`).toString('base64') } } });
test.each<[string, Record<string, string>, boolean]>([
  ['a web account', { username: 'ann', password: 'x' }, true],
  ['a service account', { username: '12345678|registry', password: 'x' }, false],
  ['a file of a web account', { '.dockerconfigjson': file('ann') }, true],
  ['a file of a service account', { '.dockerconfigjson': file('12345678|registry') }, false],
  ['a file that is none', { '.dockerconfigjson': '{' }, true],
])('login by %s', (_, values, pointedOut) => {
  const names = Object.keys(values);
  const env = Object.fromEntries(names.map((name, index) => [name, `RH_${index}`]));
  const credentials = { secret: { env, allowPlaintext: true } };
  const inputs = { ...NO_INPUTS, env: (name: string) => values[names[Number(name.slice(3))] ?? ''] };
  const yaml = JSON.stringify({ platform: 'aws', thirdParty: [{ ...REDHAT, credentials }] });
  expect(codes(yaml, inputs).includes('REDHAT_REGISTRY_LOGIN')).toBe(pointedOut);
});
