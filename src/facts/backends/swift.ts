/** OpenStack Swift. */

import type { SwiftAuth } from '../../config/shape/credentials';
import type { SwiftStorage } from '../../config/shape/swift';
import { lineProblem } from '../../values/credential';
import { uniformEndpoint } from '../../values/endpoint';
import { atLeast } from '../versions';
import { type BackendOf, bootstrap, byHand, type CredentialKeys, type FieldsOf, randomName } from './backend';

/** @see openshift/cluster-image-registry-operator pkg/storage/swift/swift.go; openshift/api ImageRegistryConfigStorageSwift */
export const swift: BackendOf<SwiftStorage, FieldsOf<SwiftStorage>> = {
  title: 'OpenStack Swift',
  driver: { first: '4.3' },
  platforms: 'any',
  fields: {
    container: bootstrap('registry'),
    authURL: byHand('https://keystone.example.com/v3'),
    authVersion: byHand('3'),
    domain: byHand('Default'),
    domainID: byHand('default'),
    tenant: byHand('acme'),
    tenantID: byHand('a1'),
    regionName: byHand('regionOne'),
  },
  secret: { keys: swiftKeys, value: lineProblem },
  // names of projects are unique in their domain only; a name and an id are two things
  identity: {
    container: 'container',
    endpoint: { field: 'authURL', form: uniformEndpoint },
    tenant: 'tenant',
    tenantID: 'tenantID',
    domain: 'domain',
    domainID: 'domainID',
    region: 'regionName',
  },
  shared: {
    named: ['container'],
    within: ['endpoint', 'tenant', 'tenantID', 'domain', 'domainID', 'region'],
    unsureWithout: ['tenant', 'tenantID'],
    unnamed: {
      why: randomName('container'),
      source: 'operator pkg/storage/swift/swift.go CreateStorage',
    },
  },
  immutable: {},
  disableRedirect: true,
  ephemeral: false,
  settable: false,
  staysManaged: false,
  copy: { rclone: 'swift', path: ['container'] },
  example: {
    platform: 'openstack',
    storage: {
      container: 'registry',
      authURL: 'https://keystone.example.com/v3',
      domain: 'Default',
      tenant: 'registry',
    },
  },
};

/** One kind of login. */
interface Login {
  /** First version whose operator reads its keys. */
  readonly since: string;
  readonly keys: readonly string[];
}

const PREFIX = 'REGISTRY_STORAGE_SWIFT_';

/** The kinds of login, by what `credentials.swiftAuth` calls them. */
export const SWIFT_LOGINS: Readonly<Record<SwiftAuth, Login>> = {
  password: { since: '4.3', keys: [`${PREFIX}USERNAME`, `${PREFIX}PASSWORD`] },
  applicationCredential: {
    since: '4.10',
    keys: [
      `${PREFIX}APPLICATIONCREDENTIALID`,
      `${PREFIX}APPLICATIONCREDENTIALNAME`,
      `${PREFIX}APPLICATIONCREDENTIALSECRET`,
    ],
  },
  token: { since: '4.20', keys: [`${PREFIX}TOKENID`] },
};

/** From 4.10 to 4.14 the operator wants all five keys, the unused ones empty. */
function swiftKeys(version: string, login: SwiftAuth): CredentialKeys {
  const required = SWIFT_LOGINS[login].keys;
  const allFive = atLeast(version, '4.10') && !atLeast(version, '4.15');
  const five = [...SWIFT_LOGINS.password.keys, ...SWIFT_LOGINS.applicationCredential.keys];
  return { required, empty: allFive ? five.filter(key => !required.includes(key)) : [], wholeEntry: false };
}
