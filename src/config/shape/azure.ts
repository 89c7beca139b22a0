/** `storage.azure`: a container of Azure Blob Storage. */

/**
 * The account and container as resources of Azure Service Operator.
 *
 * @example {resourceGroup: acme-registry, location: westeurope}
 */
export interface AzureServiceOperatorProvision {
  /**
   * Name of the ResourceGroup object that owns the account.
   *
   * @example acme-registry
   */
  readonly resourceGroup: string;
  /**
   * Azure location.
   *
   * @example westeurope
   */
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

/**
 * What creates the Azure account and container.
 *
 * @example {azureServiceOperator: {resourceGroup: acme-registry, location: westeurope}}
 */
export interface AzureProvision {
  /** Azure Service Operator. */
  readonly azureServiceOperator: AzureServiceOperatorProvision;
}

/**
 * The network of a private storage account. The operator finds what is not set.
 *
 * @example {networkResourceGroupName: acme-network, vnetName: acme-vnet, subnetName: workers}
 */
export interface AzureInternalAccess {
  /**
   * Resource group of the network.
   *
   * @default - the cluster's
   * @example acme-network
   */
  readonly networkResourceGroupName?: string;
  /**
   * Name of the virtual network.
   *
   * @default - found by the operator
   * @example acme-vnet
   */
  readonly vnetName?: string;
  /**
   * Name of the subnet.
   *
   * @default - found by the operator
   * @example workers
   */
  readonly subnetName?: string;
  /**
   * Name of the private endpoint.
   *
   * @default - created by the operator
   * @example registry-endpoint
   */
  readonly privateEndpointName?: string;
}

/**
 * Whether the storage account is reached over a private endpoint.
 *
 * @example {type: Internal, internal: {networkResourceGroupName: acme-network, vnetName: acme-vnet, subnetName: workers}}
 */
export interface AzureNetworkAccess {
  /**
   * `Internal`: a private endpoint. `External`: the public endpoint.
   *
   * @default External
   */
  readonly type?: 'Internal' | 'External';
  /**
   * The network, with Internal.
   *
   * @default - found by the operator
   */
  readonly internal?: AzureInternalAccess;
}

/**
 * A container of Azure Blob Storage.
 *
 * @example {accountName: acmeregistry, container: images}
 * @beside {platform: azure}
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageAzure
 */
export interface AzureStorage {
  /**
   * Name of the storage account. Needed, except with `storage.managementState: Managed` for the account that the operator
   * creates.
   *
   * @default - must be set
   * @example acmeregistry
   */
  readonly accountName?: string;
  /**
   * Name of the container, needed with the account.
   *
   * @default - must be set
   * @example images
   */
  readonly container?: string;
  /**
   * Azure cloud, from OpenShift 4.6.
   *
   * @default AzurePublicCloud
   * @choices azureClouds
   */
  readonly cloudName?: string;
  /**
   * Private endpoint, from OpenShift 4.15.
   *
   * @default - the public endpoint
   */
  readonly networkAccess?: AzureNetworkAccess;
  /**
   * Creates the account and a private container.
   *
   * @default - both already exist
   */
  readonly provision?: AzureProvision;
}
