/** `storage.azure`: a container of Azure Blob Storage. */

/** The account and container as resources of Azure Service Operator. */
export interface AzureServiceOperatorProvision {
  /** Name of the ResourceGroup object that owns the account. */
  readonly resourceGroup: string;
  /** Azure location, for example westeurope. */
  readonly location: string;
  /**
   * Namespace of the objects.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
  /**
   * Replication of the account.
   *
   * @default Standard_LRS
   */
  readonly sku?: string;
}

/** Who makes the Azure account and container. */
export interface AzureProvision {
  /** Azure Service Operator. */
  readonly azureServiceOperator: AzureServiceOperatorProvision;
}

/** Addresses of a private storage account; the operator finds what is not said. */
export interface AzureInternalAccess {
  /**
   * Resource group of the network.
   *
   * @default - the cluster's
   */
  readonly networkResourceGroupName?: string;
  /**
   * Name of the virtual network.
   *
   * @default - found by the operator
   */
  readonly vnetName?: string;
  /**
   * Name of the subnet.
   *
   * @default - found by the operator
   */
  readonly subnetName?: string;
  /**
   * Name of the private endpoint.
   *
   * @default - made by the operator
   */
  readonly privateEndpointName?: string;
}

/** Whether the storage account is reached over a private endpoint. */
export interface AzureNetworkAccess {
  /**
   * Internal: a private endpoint; External: the public one.
   *
   * @default External
   */
  readonly type?: 'Internal' | 'External';
  /**
   * Addresses, with Internal.
   *
   * @default - found by the operator
   */
  readonly internal?: AzureInternalAccess;
}

/**
 * A container of Azure Blob Storage.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageAzure
 */
export interface AzureStorage {
  /**
   * Name of the storage account.
   *
   * @default - must be given, except beside `storage.managementState: Managed` for the account that the operator makes
   */
  readonly accountName?: string;
  /**
   * Name of the container.
   *
   * @default - must be given where the account is
   */
  readonly container?: string;
  /**
   * Azure cloud, from OpenShift 4.6.
   *
   * @default AzurePublicCloud
   */
  readonly cloudName?: string;
  /**
   * Private endpoint, from OpenShift 4.15.
   *
   * @default - the public endpoint
   */
  readonly networkAccess?: AzureNetworkAccess;
  /**
   * Makes the account and a private container.
   *
   * @default - they exist
   */
  readonly provision?: AzureProvision;
}
