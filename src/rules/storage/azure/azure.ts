/** `storage.azure`: account, container and cloud. The private endpoint is in network.ts. */

import { didYouMean } from '../../../config/nearest';
import { AZURE_CLOUDS, isKnownCloud } from '../../../facts/azure';
import { hitIf, type Rule } from '../../rule';

/** A cluster with this container. */
const example = (azure: string): string => `
    platform: azure
    storage: {azure: ${azure}}`;

const VALID = example('{accountName: acmeregistry, container: image-registry}');

const accountName: Rule = {
  code: 'AZURE_ACCOUNT_NAME',
  severity: 'error',
  title: 'the name of the Azure storage account is not valid',
  why: 'the host name of the account is built from its name: there is no such host, and the registry cannot reach its storage',
  fix: 'write the name as Azure shows it: 3 to 24 characters, a-z and 0-9 only',
  source: 'https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-name',
  bad: example('{accountName: acme-registry, container: image-registry}'),
  good: VALID,
  check: ({ config: { storage } }) => {
    const name = storage?.azure?.accountName;
    return hitIf(Boolean(name) && !/^[a-z0-9]{3,24}$/.test(name ?? ''), () => ({
      path: ['storage', 'azure', 'accountName'],
      what: `accountName "${name}" must be 3 to 24 characters, a-z and 0-9 only`,
    }));
  },
};

const containerName: Rule = {
  code: 'AZURE_CONTAINER_NAME',
  severity: 'error',
  acceptable: false,
  title: 'the name of the Azure container is not valid',
  why: 'the API server refuses the object',
  fix: 'write the name as Azure shows it: 3 to 63 characters, a-z, 0-9 and single dashes',
  source: 'openshift/api imageregistry/v1 ImageRegistryConfigStorageAzure',
  bad: example('{accountName: acmeregistry, container: Image--Registry}'),
  good: VALID,
  check: ({ config: { storage } }) => {
    const name = storage?.azure?.container;
    return hitIf(Boolean(name) && !/^(?=.{3,63}$)[0-9a-z]+(-[0-9a-z]+)*$/.test(name ?? ''), () => ({
      path: ['storage', 'azure', 'container'],
      what: `container "${name}" must be 3 to 63 characters, a-z, 0-9 and single dashes only`,
    }));
  },
};

const cloudName: Rule = {
  code: 'AZURE_CLOUD_NAME',
  severity: 'error',
  title: 'the operator does not know this Azure cloud',
  why: 'the operator stops with "There is no cloud environment matching the name"',
  fix: `write one of ${AZURE_CLOUDS.join(', ')}`,
  source: 'Azure/go-autorest autorest/azure/environments.go',
  bad: example('{accountName: acmeregistry, container: image-registry, cloudName: AzureGovernment}'),
  good: example('{accountName: acmeregistry, container: image-registry, cloudName: AzureUSGovernmentCloud}'),
  check: ({ config: { storage } }) => {
    const name = storage?.azure?.cloudName;
    const known = isKnownCloud(name ?? '');
    return hitIf(Boolean(name) && !known, () => ({
      path: ['storage', 'azure', 'cloudName'],
      what: `cloudName "${name}" is not a known Azure cloud${didYouMean(name ?? '', AZURE_CLOUDS)}`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const AZURE_RULES: readonly Rule[] = [accountName, containerName, cloudName];
