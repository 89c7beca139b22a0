/** The Azure storage account and its private container by Azure Service Operator. */

import {
  StorageAccount,
  StorageAccountSpecKind,
  StorageAccountSpecMinimumTlsVersion,
  type StorageAccountSpecSkuName,
  StorageAccountsBlobService,
  StorageAccountsBlobServicesContainer,
  StorageAccountsBlobServicesContainerSpecPublicAccess,
} from '../../../imports/storage.azure.com';
import type { ProvisionBy } from '../../model/provision';
import { type Definition, define } from '../common/definition';
import { type Marks, objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';

/** Defines account, blob service and container; they stay when the objects go. */
export function defineAzureContainer(
  model: WithMetadata,
  provision: ProvisionBy<'azureServiceOperator'>,
): readonly [Definition, ...Definition[]] {
  const { accountName, container, namespace } = provision;
  const metadata = (name: string): Marks =>
    objectMetadata(model, {
      role: 'provisionedBucket',
      name,
      namespace,
      annotations: { 'serviceoperator.azure.com/reconcile-policy': 'detach-on-delete' },
    });
  return [
    defineAccount(metadata(accountName), provision),
    define(StorageAccountsBlobService, 'BlobService', {
      metadata: metadata(accountName),
      spec: { owner: { name: accountName } },
    }),
    define(StorageAccountsBlobServicesContainer, 'Container', {
      metadata: metadata(container),
      spec: {
        azureName: container,
        owner: { name: accountName },
        publicAccess: StorageAccountsBlobServicesContainerSpecPublicAccess.NONE,
      },
    }),
  ];
}

/** Nothing in the account is public; keys stay allowed, because the registry logs in with one. */
function defineAccount(
  metadata: Marks,
  { accountName, resourceGroup, location, sku }: ProvisionBy<'azureServiceOperator'>,
): Definition {
  return define(StorageAccount, 'StorageAccount', {
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
