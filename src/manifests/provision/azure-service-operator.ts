/** The Azure storage account and its private container by Azure Service Operator. */

import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  StorageAccount,
  StorageAccountSpecKind,
  StorageAccountSpecMinimumTlsVersion,
  type StorageAccountSpecSkuName,
  StorageAccountsBlobService,
  StorageAccountsBlobServicesContainer,
  StorageAccountsBlobServicesContainerSpecPublicAccess,
} from '../../../imports/storage.azure.com';
import type { RegistryModel } from '../../model/model';
import type { ProvisionBy } from '../../model/provision';
import { objectMetadata } from '../common/metadata';

/** Defines account, blob service and container, and returns the account; they stay when the objects go. */
export function defineAzureContainer(
  scope: Construct,
  model: RegistryModel,
  provision: ProvisionBy<'azureServiceOperator'>,
): ApiObject {
  const { accountName, container, namespace } = provision;
  const metadata = (name: string): ApiObjectMetadata =>
    objectMetadata(model, {
      role: 'provisionedBucket',
      name,
      namespace,
      annotations: { 'serviceoperator.azure.com/reconcile-policy': 'detach-on-delete' },
    });
  const account = defineAccount(scope, metadata(accountName), provision);
  new StorageAccountsBlobService(scope, 'BlobService', {
    metadata: metadata(accountName),
    spec: { owner: { name: accountName } },
  });
  new StorageAccountsBlobServicesContainer(scope, 'Container', {
    metadata: metadata(container),
    spec: {
      azureName: container,
      owner: { name: accountName },
      publicAccess: StorageAccountsBlobServicesContainerSpecPublicAccess.NONE,
    },
  });
  return account;
}

/** Nothing in the account is public; keys stay allowed, because the registry logs in with one. */
function defineAccount(
  scope: Construct,
  metadata: ApiObjectMetadata,
  { accountName, resourceGroup, location, sku }: ProvisionBy<'azureServiceOperator'>,
): ApiObject {
  return new StorageAccount(scope, 'StorageAccount', {
    metadata,
    spec: {
      azureName: accountName,
      owner: { name: resourceGroup },
      location,
      kind: StorageAccountSpecKind.STORAGE_V2,
      sku: { name: sku as StorageAccountSpecSkuName },
      allowBlobPublicAccess: false,
      allowSharedKeyAccess: true,
      supportsHttpsTrafficOnly: true,
      minimumTlsVersion: StorageAccountSpecMinimumTlsVersion.TLS1_UNDERSCORE_2,
    },
  });
}
