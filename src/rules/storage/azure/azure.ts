/** `storage.azure`: account, container and cloud. The private endpoint has a file of its own. */

import { suggestion } from '../../../config/nearest';
import { AZURE_CLOUDS, isKnownCloud } from '../../../facts/azure';
import { hitIf, type Rule } from '../../rule';

/** A cluster with this container. */
const example = (azure: string): string => `
    platform: azure
    storage: {azure: ${azure}}`;

const VALID = example('{accountName: acmeregistry, container: image-registry}');
const _OPERATOR = 'operator pkg/storage/azure/azure.go';
const _SILENT =
  'the operator reports no error: it only says so in the condition StorageExists, and rolls out a registry that crashes';

const accountName: Rule = {
  code: 'AZURE_ACCOUNT_NAME',
  severity: 'error',
  title: 'Azure cannot have a storage account of this name',
  why: 'the host name of the account is made from it, and there is no such host',
  fix: 'write 3 to 24 characters of a-z and 0-9, as Azure shows the account',
  source: 'https://learn.microsoft.com/azure/storage/common/storage-account-overview#storage-account-name',
  bad: example('{accountName: acme-registry, container: image-registry}'),
  good: VALID,
  check: ({ config: { storage } }) => {
    const name = storage?.azure?.accountName;
    return hitIf(Boolean(name) && !/^[a-z0-9]{3,24}$/.test(name ?? ''), () => ({
      path: ['storage', 'azure', 'accountName'],
      what: `accountName "${name}" is not 3 to 24 characters of a-z and 0-9`,
    }));
  },
};

const containerName: Rule = {
  code: 'AZURE_CONTAINER_NAME',
  severity: 'error',
  acceptable: false,
  title: 'Azure cannot have a container of this name',
  why: 'the API server refuses the object',
  fix: 'write 3 to 63 characters of a-z, 0-9 and single dashes between them',
  source: 'openshift/api imageregistry/v1 ImageRegistryConfigStorageAzure',
  bad: example('{accountName: acmeregistry, container: Image--Registry}'),
  good: VALID,
  check: ({ config: { storage } }) => {
    const name = storage?.azure?.container;
    return hitIf(Boolean(name) && !/^(?=.{3,63}$)[0-9a-z]+(-[0-9a-z]+)*$/.test(name ?? ''), () => ({
      path: ['storage', 'azure', 'container'],
      what: `container "${name}" is not 3 to 63 characters of a-z, 0-9 and single dashes`,
    }));
  },
};

const cloudName: Rule = {
  code: 'AZURE_CLOUD_NAME',
  severity: 'error',
  title: 'the operator does not know the Azure cloud',
  why: 'it stops with "There is no cloud environment matching the name"',
  fix: `write one of ${AZURE_CLOUDS.join(', ')}`,
  source: 'Azure/go-autorest autorest/azure/environments.go',
  bad: example('{accountName: acmeregistry, container: image-registry, cloudName: AzureGovernment}'),
  good: example('{accountName: acmeregistry, container: image-registry, cloudName: AzureUSGovernmentCloud}'),
  check: ({ config: { storage } }) => {
    const name = storage?.azure?.cloudName;
    const known = isKnownCloud(name ?? '');
    return hitIf(Boolean(name) && !known, () => ({
      path: ['storage', 'azure', 'cloudName'],
      what: `cloudName "${name}" is not known.${suggestion(name ?? '', AZURE_CLOUDS)}`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const AZURE_RULES: readonly Rule[] = [accountName, containerName, cloudName];
