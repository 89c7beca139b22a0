import { IMAGE_RULES, OWN_REGISTRY } from '../../../src/rules/image/image';
import { IMAGE_RELEASE_RULES } from '../../../src/rules/image/release';
import { cpuSeconds } from '../../support/cpu';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf([...IMAGE_RULES, ...IMAGE_RELEASE_RULES.filter(({ severity }) => severity !== 'info')]);
const image = (settings: object, openshift = '4.14'): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', openshift, image: settings }));
const sources = (settings: object, openshift?: string): readonly string[] =>
  image({ registrySources: settings }, openshift);
const ALL = [OWN_REGISTRY, 'quay.io', 'registry.redhat.io'];

test.each<[string, object, string[]]>([
  ['what the platform needs', { allowedRegistries: ALL }, []],
  ['by pattern', { allowedRegistries: ['*.openshift-image-registry.svc', '*.io'] }, []],
  ['without the own registry', { allowedRegistries: ALL.slice(1) }, ['IMAGE_OWN_NOT_ALLOWED']],
  [
    'the own registry without its port',
    { allowedRegistries: [...ALL.slice(1), OWN_REGISTRY.replace(':5000', '')] },
    ['IMAGE_OWN_NOT_ALLOWED'],
  ],
  ['without those of OpenShift', { allowedRegistries: ALL.slice(0, 2) }, ['IMAGE_PLATFORM_REGISTRIES']],
  [
    'allowed as URLs: what they allow is not known',
    { allowedRegistries: ['https://quay.io'] },
    ['IMAGE_REGISTRY_ITEM'],
  ],
  ['an empty list, which is left out', { allowedRegistries: [] }, []],
  ['blocked', { blockedRegistries: ['docker.io'] }, []],
  ['the own registry blocked', { blockedRegistries: [OWN_REGISTRY] }, ['IMAGE_OWN_REGISTRY']],
  ['every service blocked', { blockedRegistries: ['*.svc'] }, ['IMAGE_OWN_REGISTRY']],
  ['both lists', { allowedRegistries: ALL, blockedRegistries: ['docker.io'] }, ['IMAGE_SOURCES']],
  ['one list empty', { allowedRegistries: ALL, blockedRegistries: [] }, []],
  ['searched', { containerRuntimeSearchRegistries: ['registry.example.com', 'quay.io'] }, []],
  ['a search that is no host', { containerRuntimeSearchRegistries: ['quay.io/lib'] }, ['IMAGE_HOSTNAME']],
])('registries: %s', (_, settings, expected) => expect(sources(settings)).toEqual(expected));

test.each([
  'docker.io',
  'localhost:5000',
  'a.example.com/lib/some_thing',
  '*.example.com',
  'Registry.example.com',
  'a/b/c--d',
])('entry %s', entry => expect(sources({ insecureRegistries: [entry] })).toEqual([]));

test.each([
  '',
  'https://docker.io',
  'docker.io/lib@sha256:0',
  'docker.io/lib:1:2',
  'docker.io/lib:',
  '*',
  '*example.com',
  'a b',
  'docker.io/',
  'Docker.io/LIB',
  `${'a'.repeat(260)}.com`,
])('entry %j is none, on every version', entry => {
  expect(sources({ insecureRegistries: [entry] }, '4.14')).toEqual(['IMAGE_REGISTRY_ITEM']);
  expect(sources({ insecureRegistries: [entry] }, '4.23')).toEqual(['IMAGE_REGISTRY_ITEM']);
});

const DIGEST = `sha256:${'0'.repeat(64)}`;

test.each(['reg1.io/myrepo/myapp:latest', 'reg1.io:5000/my_app:1.0-2', `reg1.io/app@${DIGEST}`])(
  'one image %s, which the API refuses from 4.23',
  entry => {
    expect(sources({ insecureRegistries: [entry] }, '4.22')).toEqual([]);
    expect(sources({ blockedRegistries: [entry] }, '4.14')).toEqual([]);
    expect(sources({ allowedRegistries: [...ALL, entry] }, '4.14')).toEqual([]);
    expect(sources({ insecureRegistries: [entry] }, '4.23')).toEqual(['IMAGE_REGISTRY_ITEM']);
  },
);

test('a registry that is removed need not be allowed', () => {
  const config = { platform: 'baremetal', registry: { managementState: 'Removed' } };
  const settings = { registrySources: { allowedRegistries: ALL.slice(1) } };
  expect(codes(JSON.stringify({ ...config, image: settings }))).toEqual([]);
});

test('an entry made to take long is answered at once', () => {
  const answer = (): readonly string[] => sources({ insecureRegistries: [`a/${'a'.repeat(250)}!`] });
  expect(answer()).toEqual(['IMAGE_REGISTRY_ITEM']);
  expect(cpuSeconds(answer)).toBeLessThan(5);
});

test('from 4.23 a list has an end', () => {
  const many = Array.from({ length: 1025 }, (_, index) => `r${index}.example.com`);
  expect(sources({ insecureRegistries: many }, '4.23')).toEqual(['IMAGE_REGISTRY_ITEM']);
  expect(sources({ insecureRegistries: many }, '4.22')).toEqual([]);
});

test.each<[string, object, string[]]>([
  [
    'an import host',
    { allowedRegistriesForImport: [{ domainName: 'quay.io:443' }, { domainName: '*.example.com' }] },
    [],
  ],
  ['an import URL', { allowedRegistriesForImport: [{ domainName: 'https://quay.io' }] }, ['IMAGE_IMPORT_DOMAIN']],
  ['an import path', { allowedRegistriesForImport: [{ domainName: 'quay.io/lib' }] }, ['IMAGE_IMPORT_DOMAIN']],
  ['a host outside', { externalRegistryHostnames: ['registry.example.com'] }, []],
  ['a URL outside', { externalRegistryHostnames: ['https://registry.example.com'] }, ['IMAGE_HOSTNAME']],
  ['a CA of another registry', { additionalTrustedCA: { 'registry.example.com': { pem: 'x' } } }, []],
  ['a CA of the own registry', { additionalTrustedCA: { [OWN_REGISTRY]: { pem: 'x' } } }, ['TRUST_OWN_REGISTRY']],
  [
    'the same by its long name',
    { additionalTrustedCA: { 'image-registry.openshift-image-registry.svc.cluster.local:5000': { pem: 'x' } } },
    ['TRUST_OWN_REGISTRY'],
  ],
])('%s', (_, settings, expected) => expect(image(settings)).toEqual(expected));
