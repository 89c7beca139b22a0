import { AZURE_RULES } from '../../../../src/rules/storage/azure/azure';
import { AZURE_NETWORK_RULES } from '../../../../src/rules/storage/azure/network';
import { runCluster } from '../../../support/fleet';
import { codesOf } from '../../../support/rule-codes';

const azure = (change: object, more: object = {}): string =>
  JSON.stringify({
    platform: 'azure',
    openshift: '4.15',
    storage: { azure: { accountName: 'acmeregistry', container: 'image-registry', ...change } },
    ...more,
  });

test.each<[string, object, string[]]>([
  ['as it should be', {}, []],
  ['an account of 2', { accountName: 'ab' }, ['AZURE_ACCOUNT_NAME']],
  ['an account of 24', { accountName: 'a'.repeat(24) }, []],
  ['an account of 25', { accountName: 'a'.repeat(25) }, ['AZURE_ACCOUNT_NAME']],
  ['an account with a dash', { accountName: 'acme-registry' }, ['AZURE_ACCOUNT_NAME']],
  ['a container of 2', { container: 'ab' }, ['AZURE_CONTAINER_NAME']],
  ['a container of 63', { container: 'a'.repeat(63) }, []],
  ['a container of 64', { container: 'a'.repeat(64) }, ['AZURE_CONTAINER_NAME']],
  ['a container in capitals', { container: 'Images' }, ['AZURE_CONTAINER_NAME']],
  ['a container with two dashes', { container: 'a--b' }, ['AZURE_CONTAINER_NAME']],
  ['a container that ends in a dash', { container: 'ab-' }, ['AZURE_CONTAINER_NAME']],
  ['the public cloud', { cloudName: 'AzurePublicCloud' }, []],
  ['the US government', { cloudName: 'AzureUSGovernmentCloud' }, []],
  ['China', { cloudName: 'AzureChinaCloud' }, []],
  ['Germany', { cloudName: 'AzureGermanCloud' }, []],
  ['another cloud', { cloudName: 'GERMANY' }, ['AZURE_CLOUD_NAME']],
])('%s', (_name, change, expected) => expect(codesOf(AZURE_RULES)(azure(change))).toEqual(expected));

test('names the cloud that is meant', () => {
  const { findings } = runCluster(azure({ cloudName: 'AzureUSGovermentCloud' }));
  const found = findings.find(({ code }) => code === 'AZURE_CLOUD_NAME');
  expect(found?.what).toContain('did you mean "AzureUSGovernmentCloud"?');
});

describe('networkAccess', () => {
  const codes = codesOf(AZURE_NETWORK_RULES);
  const internal = { vnetName: 'acme-vnet', subnetName: 'workers', privateEndpointName: 'registry' };
  const network = (networkAccess: object, more?: object): string => azure({ networkAccess }, more);
  const type = 'Internal';

  test.each<[string, string, string[]]>([
    ['nothing', azure({}), []],
    ['External', network({ type: 'External' }), []],
    ['Internal, named', network({ type, internal }), []],
    ['External with addresses', network({ type: 'External', internal }), ['AZURE_NETWORK_TYPE']],
    ['addresses without a type', network({ internal }), ['AZURE_NETWORK_TYPE']],
    ['Internal, not named', network({ type }), ['AZURE_NETWORK_DISCOVERED']],
    ['named in part', network({ type, internal: { vnetName: 'acme-vnet' } }), ['AZURE_NETWORK_DISCOVERED']],
    ['a path', network({ type, internal: { ...internal, vnetName: '/a/b' } }), ['AZURE_NETWORK_NAME']],
    ['one character', network({ type, internal: { ...internal, privateEndpointName: 'a' } }), ['AZURE_NETWORK_NAME']],
    ['a subnet of one character', network({ type, internal: { ...internal, subnetName: 'a' } }), []],
    [
      'a group with a dot at the end',
      network({ type, internal: { ...internal, networkResourceGroupName: 'group.' } }),
      ['AZURE_NETWORK_NAME'],
    ],
    ['a group', network({ type, internal: { ...internal, networkResourceGroupName: '_my.group-1' } }), []],
    ['an account key', network({ type, internal }, { credentials: { existingSecret: {} } }), ['AZURE_NETWORK_UNUSED']],
  ])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));
});
