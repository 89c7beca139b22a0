import { SWIFT_RULES } from '../../../../src/rules/storage/swift/swift';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf(SWIFT_RULES);
const LOGIN = { authURL: 'https://keystone.example.com:13000/v3', domain: 'Default' };

const swift = (change: object, more: object = {}): string =>
  JSON.stringify({
    platform: 'openstack',
    openshift: '4.16',
    storage: { swift: { container: 'registry', ...change } },
    ...more,
  });
const login = (change: object, credentials: object = {}, openshift = '4.16'): string =>
  swift({ ...LOGIN, ...change }, { openshift, credentials: { existingSecret: {}, ...credentials } });

test.each<[string, string, string[]]>([
  ['the cluster’s own login', swift({}), []],
  ['a login', login({}), []],
  ['a slash', swift({ container: 'a/b' }), ['SWIFT_CONTAINER_NAME']],
  ['256 bytes', swift({ container: 'a'.repeat(256) }), []],
  ['more than 256 bytes', swift({ container: 'ä'.repeat(129) }), ['SWIFT_CONTAINER_NAME']],
  ['version 3', swift({ authVersion: '3' }), []],
  ['version v3', swift({ authVersion: 'v3' }), ['SWIFT_AUTHVERSION']],
  ['version 3.0', swift({ authVersion: '3.0' }), ['SWIFT_AUTHVERSION']],
  ['no path', swift({ authURL: 'https://keystone.example.com' }), []],
  ['/v2.0', swift({ authURL: 'https://keystone.example.com/v2.0' }), []],
  ['/identity', swift({ authURL: 'https://keystone.example.com/identity' }), ['SWIFT_AUTHURL']],
  ['/identity/v3', swift({ authURL: 'https://keystone.example.com/identity/v3' }), ['SWIFT_AUTHURL']],
  ['/v4', swift({ authURL: 'https://keystone.example.com/v4' }), ['SWIFT_AUTHURL']],
  ['no scheme', swift({ authURL: 'keystone.example.com:5000' }), ['SWIFT_AUTHURL']],
  ['no address', login({ authURL: undefined }), ['SWIFT_USER_NEEDS_AUTH']],
  ['no domain', login({ domain: undefined }), ['SWIFT_USER_NEEDS_AUTH']],
  ['a domain by its id', login({ domain: undefined, domainID: 'default' }), []],
  ['two domains', login({ domainID: 'default' }), ['SWIFT_USER_NEEDS_AUTH']],
  [
    'neither address nor domain',
    login({ authURL: undefined, domain: undefined }),
    ['SWIFT_USER_NEEDS_AUTH', 'SWIFT_USER_NEEDS_AUTH'],
  ],
  [
    'an application credential knows its domain',
    login({ domain: undefined }, { swiftAuth: 'applicationCredential' }),
    [],
  ],
  [
    'an application credential knows no address',
    login({ authURL: undefined, domain: undefined }, { swiftAuth: 'applicationCredential' }),
    ['SWIFT_USER_NEEDS_AUTH'],
  ],
  ['redirects', swift({}, { registry: { disableRedirect: false } }), ['SWIFT_REDIRECT']],
  ['no redirects', swift({}, { registry: { disableRedirect: true } }), []],
  ['4.9, before five keys', login({}, {}, '4.9'), ['SWIFT_UPGRADE_KEYS']],
  ['4.14, a Secret of others', login({}, {}, '4.14'), ['SWIFT_UPGRADE_KEYS']],
  ['4.15, no longer', login({}, {}, '4.15'), []],
  [
    '4.14, a Secret of ours',
    login({}, { existingSecret: undefined, externalSecret: { store: { name: 'vault' }, key: 'a' } }, '4.14'),
    [],
  ],
  [
    '4.9, a Secret of ours',
    login({}, { existingSecret: undefined, externalSecret: { store: { name: 'vault' }, key: 'a' } }, '4.9'),
    ['SWIFT_UPGRADE_KEYS'],
  ],
])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));
