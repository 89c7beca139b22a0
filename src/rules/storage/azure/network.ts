/** `storage.azure.networkAccess`: a private endpoint for the storage account. */

import { AZURE_NETWORK_NAMES } from '../../../facts/azure';
import { hitIf, type Rule } from '../../rule';

const PATH = ['storage', 'azure', 'networkAccess'];
const INTERNAL = [...PATH, 'internal'];

/** A cluster with these settings of the network, and more. */
const example = (networkAccess: string, more = ''): string => `
    platform: azure
    openshift: "4.15"
    storage: {azure: {accountName: acmeregistry, container: image-registry, networkAccess: ${networkAccess}}}${more}`;

const NAMED = '{type: Internal, internal: {vnetName: acme-vnet, subnetName: workers, privateEndpointName: registry}}';

const forbidden: Rule = {
  code: 'AZURE_NETWORK_TYPE',
  severity: 'error',
  acceptable: false,
  title: 'networkAccess.internal is set, but the type is not Internal',
  why: 'the API server refuses the object',
  fix: 'set type: Internal, or remove internal',
  source: 'openshift/api imageregistry/v1 AzureNetworkAccess',
  bad: example('{type: External, internal: {vnetName: acme-vnet}}'),
  good: example(NAMED),
  check: ({ config: { storage } }) => {
    const { type, internal } = storage?.azure?.networkAccess ?? {};
    return hitIf(internal !== undefined && type !== 'Internal', () => ({
      path: INTERNAL,
      what: `networkAccess.internal needs type: Internal, but type is ${type ?? 'not set, which means External'}`,
    }));
  },
};

const names: Rule = {
  code: 'AZURE_NETWORK_NAME',
  severity: 'error',
  acceptable: false,
  title: 'the name of an Azure network resource is not valid',
  why: 'the API server refuses the object',
  fix: 'write the name alone, as Azure shows it, not the whole resource ID',
  source: 'openshift/api imageregistry/v1 AzureNetworkAccessInternal',
  bad: example(
    '{type: Internal, internal: {vnetName: /subscriptions/s/vnet, subnetName: s, privateEndpointName: registry}}',
  ),
  good: example(NAMED),
  check: ({ config: { storage } }) => {
    const internal = storage?.azure?.networkAccess?.internal ?? {};
    return Object.entries(AZURE_NETWORK_NAMES).flatMap(([key, { pattern, words }]) => {
      const name = internal[key as keyof typeof AZURE_NETWORK_NAMES];
      return hitIf(name !== undefined && !pattern.test(name), () => ({
        path: [...INTERNAL, key],
        what: `${key} "${name}" must be ${words}`,
      }));
    });
  },
};

const discovered: Rule = {
  code: 'AZURE_NETWORK_DISCOVERED',
  severity: 'warning',
  title: 'the operator will look up the private network and write it into the Config',
  why: 'if the values that it wrote are removed later while the account is private, the operator crashes',
  fix: 'set vnetName, subnetName and privateEndpointName under networkAccess.internal, with the values of the running Config if there is one',
  source: 'operator pkg/storage/azure/azure.go CreateStorage',
  bad: example('{type: Internal}'),
  good: example(NAMED),
  check: ({ config: { storage } }) => {
    const { type, internal } = storage?.azure?.networkAccess ?? {};
    const missing = (['vnetName', 'subnetName', 'privateEndpointName'] as const).filter(key => !internal?.[key]);
    return hitIf(type === 'Internal' && missing.length > 0, () => ({
      path: PATH,
      what: `networkAccess is Internal, but ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not set`,
    }));
  },
};

const unused: Rule = {
  code: 'AZURE_NETWORK_UNUSED',
  severity: 'warning',
  title: 'networkAccess has no effect with an account key',
  why: 'with an account key the operator changes nothing in Azure, and creates no private endpoint',
  fix: 'remove networkAccess and create the private endpoint yourself, or remove credentials',
  source: 'operator pkg/storage/azure/azure.go processUPI',
  bad: example(NAMED, '\n    credentials: {existingSecret: {}}'),
  good: example(NAMED),
  check: ({ config: { storage, credentials } }) =>
    hitIf(storage?.azure?.networkAccess?.type === 'Internal' && credentials !== undefined, () => ({
      path: PATH,
      what: 'networkAccess has no effect because credentials are set',
    })),
};

/** In the order they are listed in the documentation. */
export const AZURE_NETWORK_RULES: readonly Rule[] = [forbidden, names, discovered, unused];
