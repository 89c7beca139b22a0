/** Azure Blob Storage. */

import type { AzureStorage } from '../../config/shape/azure';
import { lineProblem, type ValueProblem } from '../../values/credential';
import { AZURE_CLOUDS } from '../azure';
import { type BackendOf, bootstrap, type FieldsOf, valueKeys } from './backend';

/** @see openshift/cluster-image-registry-operator pkg/storage/azure/azure.go; openshift/api ImageRegistryConfigStorageAzure */
export const azure: BackendOf<AzureStorage, FieldsOf<AzureStorage>> = {
  title: 'Azure Blob Storage',
  driver: { first: '4.3' },
  platforms: 'any',
  fields: {
    accountName: bootstrap('registryprod'),
    container: bootstrap('images'),
    cloudName: bootstrap('AzureUSGovernmentCloud', { since: '4.6' }),
    // the API server fills it in from 4.15 on
    networkAccess: bootstrap(
      {
        type: 'Internal',
        internal: {
          networkResourceGroupName: 'network',
          vnetName: 'vnet',
          subnetName: 'subnet',
          privateEndpointName: 'endpoint',
        },
      },
      { refilled: 'always', since: '4.15' },
    ),
  },
  secret: {
    keys: valueKeys('REGISTRY_STORAGE_AZURE_ACCOUNTKEY'),
    value: value => lineProblem(value) ?? base64Problem(value),
  },
  identity: { account: 'accountName', container: 'container', cloud: { field: 'cloudName', form: otherCloud } },
  shared: {
    named: ['account', 'container'],
    within: ['cloud'],
    unnamed: {
      why: 'the operator reports no error: it only says so in the condition StorageExists, and rolls out a registry that crashes',
      source: 'operator pkg/storage/azure/azure.go processUPI',
    },
  },
  immutable: {},
  disableRedirect: false,
  ephemeral: false,
  settable: true,
  staysManaged: false,
  copy: { rclone: 'azureblob', path: ['container'] },
  example: { platform: 'azure', storage: { accountName: 'registry', container: 'images' } },
};

/** Standard base64, as the SDK wants it. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const base64Problem = (value: string): ValueProblem | undefined =>
  BASE64.test(value)
    ? undefined
    : { what: 'is not base64', fix: 'use the access key of the storage account, as the portal shows it' };

/** The cloud, where it is not the one that is meant without a name. */
function otherCloud(name: string): string | undefined {
  return name === AZURE_CLOUDS[0] ? undefined : name;
}
