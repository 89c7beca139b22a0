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
  title: 'internal addresses are given for an account that is not internal',
  why: 'the API server refuses the object',
  fix: 'write type: Internal, or remove internal',
  source: 'openshift/api imageregistry/v1 AzureNetworkAccess',
  bad: example('{type: External, internal: {vnetName: acme-vnet}}'),
  good: example(NAMED),
  check: ({ config: { storage } }) => {
    const { type, internal } = storage?.azure?.networkAccess ?? {};
    return hitIf(internal !== undefined && type !== 'Internal', () => ({
      path: INTERNAL,
      what: `internal is set, and type is ${type ?? 'absent, which means External'}`,
    }));
  },
};

const names: Rule = {
  code: 'AZURE_NETWORK_NAME',
  severity: 'error',
  acceptable: false,
  title: 'Azure cannot have a network object of this name',
  why: 'the API server refuses the object',
  fix: 'write the name as Azure shows it, without the path of its resource id',
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
        what: `${key} "${name}" is not ${words}`,
      }));
    });
  },
};

const discovered: Rule = {
  code: 'AZURE_NETWORK_DISCOVERED',
  severity: 'warning',
  title: 'the operator looks for the private network by itself, and writes it into the object',
  why: 'what it wrote must stay: when those values disappear again while the account is private, the operator crashes',
  fix: 'write networkAccess.internal with vnetName, subnetName and privateEndpointName, from the running object where there is one',
  source: 'operator pkg/storage/azure/azure.go CreateStorage',
  bad: example('{type: Internal}'),
  good: example(NAMED),
  check: ({ config: { storage } }) => {
    const { type, internal } = storage?.azure?.networkAccess ?? {};
    const missing = (['vnetName', 'subnetName', 'privateEndpointName'] as const).filter(key => !internal?.[key]);
    return hitIf(type === 'Internal' && missing.length > 0, () => ({
      path: PATH,
      what: `type is Internal, and ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not said`,
    }));
  },
};

const unused: Rule = {
  code: 'AZURE_NETWORK_UNUSED',
  severity: 'warning',
  title: 'networkAccess has no effect with an account key',
  why: 'with a key of its own the operator touches nothing in Azure, and makes no private endpoint',
  fix: 'remove networkAccess and make the private endpoint yourself, or remove credentials',
  source: 'operator pkg/storage/azure/azure.go processUPI',
  bad: example(NAMED, '\n    credentials: {existingSecret: {}}'),
  good: example(NAMED),
  check: ({ config: { storage, credentials } }) =>
    hitIf(storage?.azure?.networkAccess?.type === 'Internal' && credentials !== undefined, () => ({
      path: PATH,
      what: 'networkAccess is Internal, and credentials are given',
    })),
};

/** In the order they are listed in the documentation. */
export const AZURE_NETWORK_RULES: readonly Rule[] = [forbidden, names, discovered, unused];
