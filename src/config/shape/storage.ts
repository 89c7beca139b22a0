/** `storage`: exactly one backend key, and optionally managementState. */

import type { SecretSource } from './credentials';
import type { Integer } from './kubernetes';
import type { Odf } from './odf';
import type { PvcStorage } from './pvc';

/** Whether the operator may change and delete the storage. */
export type StorageManagementState = 'Managed' | 'Unmanaged';

/** Which certificates the storage endpoint is checked with: exactly one. Where it is absent, the system's. */
export interface TrustedCA {
  /**
   * The PEM text itself.
   *
   * @default - another source is given
   */
  readonly pem?: string;
  /**
   * A PEM file, relative to the file that says so; put into a ConfigMap in openshift-config.
   *
   * @default - another source is given
   */
  readonly pemFile?: string;
  /**
   * Name of a ConfigMap in openshift-config that someone else makes, with the key ca-bundle.crt.
   *
   * @default - another source is given
   */
  readonly configMap?: string;
  /**
   * A ConfigMap that OpenShift fills with the cluster's trust bundle.
   *
   * @default false
   */
  readonly injectTrustedBundle?: boolean;
  /**
   * The ingress CA, fetched in the cluster by a job or ACM bridge.
   *
   * @default false
   */
  readonly ingressCA?: boolean;
  /**
   * The service CA, fetched in the cluster by a job or ACM bridge.
   *
   * @default false
   */
  readonly serviceCA?: boolean;
}

/** The Secret key with CloudFront's private key, and where the Secret comes from (nothing: someone else makes it). */
export interface CloudFrontPrivateKey extends SecretSource {
  /** Name of the Secret in openshift-image-registry. */
  readonly name: string;
  /** Key in the Secret. */
  readonly key: string;
}

/** CloudFront in front of the bucket. */
export interface CloudFront {
  /** URL of the distribution, with scheme. */
  readonly baseURL: string;
  /** Id of the key pair. */
  readonly keypairID: string;
  /** The private key of the pair. */
  readonly privateKey: CloudFrontPrivateKey;
  /**
   * How long a signed URL is valid, such as `20m`.
   *
   * @default - the registry's 20 minutes
   */
  readonly duration?: string;
}

/** The bucket as a resource of AWS Controllers for Kubernetes. */
export interface AckProvision {
  /**
   * Namespace of the Bucket.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
}

/** The bucket as resources of Crossplane's AWS provider. */
export interface CrossplaneProvision {
  /**
   * API group: cluster-scoped, or namespaced as in Crossplane 2.
   *
   * @default s3.aws.upbound.io
   */
  readonly group?: 's3.aws.upbound.io' | 's3.aws.m.upbound.io';
  /**
   * Namespace, for the namespaced group.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
  /**
   * Name of the provider configuration.
   *
   * @default default
   */
  readonly providerConfig?: string;
}

/** Who makes the S3 bucket: exactly one. */
export interface S3Provision {
  /**
   * AWS Controllers for Kubernetes.
   *
   * @default - another provisioner is given
   */
  readonly ack?: AckProvision;
  /**
   * Crossplane.
   *
   * @default - another provisioner is given
   */
  readonly crossplane?: CrossplaneProvision;
}

/**
 * A bucket of S3 or of a compatible store.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageS3
 */
export interface S3Storage {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Region of the bucket; any value the store accepts where it has no regions. */
  readonly region: string;
  /**
   * URL of a compatible store, with scheme and without the bucket.
   *
   * @default - AWS, by region
   */
  readonly regionEndpoint?: string;
  /**
   * Puts the bucket into the host name instead of the path, from OpenShift 4.5.
   *
   * @default false
   */
  readonly virtualHostedStyle?: boolean;
  /**
   * Asks the store to encrypt.
   *
   * @default false
   */
  readonly encrypt?: boolean;
  /**
   * KMS key to encrypt with; needs `encrypt: true`.
   *
   * @default - the store's own key
   */
  readonly keyID?: string;
  /**
   * CloudFront in front of the bucket.
   *
   * @default - none
   */
  readonly cloudFront?: CloudFront;
  /**
   * Certificates for the endpoint, from OpenShift 4.11.
   *
   * @default - the system's
   */
  readonly trustedCA?: TrustedCA;
  /**
   * Size of an upload part in MiB, from OpenShift 4.17.
   *
   * @default - the registry's 10 MiB
   */
  readonly chunkSizeMiB?: Integer;
  /**
   * Makes the bucket, with public access blocked and a one-day limit on incomplete uploads.
   *
   * @default - the bucket exists
   */
  readonly provision?: S3Provision;
}

/** The bucket as a resource of Google's Config Connector. */
export interface ConfigConnectorProvision {
  /**
   * Namespace of the StorageBucket; it decides the project.
   *
   * @default openshift-image-registry
   */
  readonly namespace?: string;
}

/** Who makes the GCS bucket. */
export interface GcsProvision {
  /** Google's Config Connector. */
  readonly configConnector: ConfigConnectorProvision;
}

/**
 * A bucket of Google Cloud Storage.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageGCS
 */
export interface GcsStorage {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Region of the bucket. */
  readonly region: string;
  /**
   * Project of the bucket; the operator writes its own when this is empty.
   *
   * @default - the cluster's project
   */
  readonly projectID?: string;
  /**
   * KMS key of the bucket; the operator uses it only for buckets it makes.
   *
   * @default - Google's own key
   */
  readonly keyID?: string;
  /**
   * Makes the bucket, with public access prevented and a one-day limit on incomplete uploads.
   *
   * @default - the bucket exists
   */
  readonly provision?: GcsProvision;
}

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
  /** Name of the storage account. */
  readonly accountName: string;
  /** Name of the container. */
  readonly container: string;
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

/**
 * A container of OpenStack Swift.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageSwift
 */
export interface SwiftStorage {
  /** Name of the container. */
  readonly container: string;
  /**
   * URL of Keystone.
   *
   * @default - from the cluster's own credentials
   */
  readonly authURL?: string;
  /**
   * Version of Keystone's API, a quoted integer.
   *
   * @default - from the URL
   */
  readonly authVersion?: string;
  /**
   * Name of the domain.
   *
   * @default - from the cluster's own credentials
   */
  readonly domain?: string;
  /**
   * Id of the domain; not together with domain.
   *
   * @default - from the cluster's own credentials
   */
  readonly domainID?: string;
  /**
   * Name of the project.
   *
   * @default - from the cluster's own credentials
   */
  readonly tenant?: string;
  /**
   * Id of the project.
   *
   * @default - from the cluster's own credentials
   */
  readonly tenantID?: string;
  /**
   * Region of the container.
   *
   * @default - from the cluster's own credentials
   */
  readonly regionName?: string;
}

/**
 * A bucket of IBM Cloud Object Storage, from OpenShift 4.9. The operator fills what is not said.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageIBMCOS
 */
export interface IbmCosStorage {
  /** Name of the bucket. */
  readonly bucket: string;
  /**
   * Location of the bucket; the operator writes the cluster's.
   *
   * @default - the cluster's
   */
  readonly location?: string;
  /**
   * Resource group; the operator writes the cluster's.
   *
   * @default - the cluster's
   */
  readonly resourceGroupName?: string;
  /**
   * CRN of the resource key.
   *
   * @default - made by the operator
   */
  readonly resourceKeyCRN?: string;
  /**
   * CRN of the service instance.
   *
   * @default - made by the operator
   */
  readonly serviceInstanceCRN?: string;
}

/** A KMS key of Alibaba Cloud. */
export interface OssKms {
  /** Id of the key. */
  readonly keyID: string;
}

/** Encryption of an OSS bucket. */
export interface OssEncryption {
  /**
   * Which key: OSS's own or one of KMS.
   *
   * @default AES256
   */
  readonly method?: 'AES256' | 'KMS';
  /**
   * The key, with method KMS.
   *
   * @default - none
   */
  readonly kms?: OssKms;
}

/**
 * A bucket of Alibaba Cloud OSS, on OpenShift 4.10 to 4.16.
 *
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorageAlibabaOSS
 */
export interface OssStorage {
  /** Name of the bucket. */
  readonly bucket: string;
  /** Region of the bucket. */
  readonly region: string;
  /**
   * Whether the bucket is called inside the cloud's network.
   *
   * @default Internal
   */
  readonly endpointAccessibility?: 'Internal' | 'Public';
  /**
   * Encryption.
   *
   * @default - AES256
   */
  readonly encryption?: OssEncryption;
}

/** Storage inside the pod, lost when it restarts; written `{}`. */
export type EmptyDirStorage = Readonly<Record<string, never>>;

/** Where images live: exactly one backend. */
export interface Storage {
  /**
   * Whether the operator owns the storage; `Managed` on storage you name lets it delete your images.
   *
   * @default Unmanaged
   */
  readonly managementState?: StorageManagementState;
  /**
   * S3 or a compatible store.
   *
   * @default - another backend is given
   */
  readonly s3?: S3Storage;
  /**
   * Google Cloud Storage.
   *
   * @default - another backend is given
   */
  readonly gcs?: GcsStorage;
  /**
   * Azure Blob Storage.
   *
   * @default - another backend is given
   */
  readonly azure?: AzureStorage;
  /**
   * OpenStack Swift.
   *
   * @default - another backend is given
   */
  readonly swift?: SwiftStorage;
  /**
   * IBM Cloud Object Storage.
   *
   * @default - another backend is given
   */
  readonly ibmcos?: IbmCosStorage;
  /**
   * Alibaba Cloud OSS.
   *
   * @default - another backend is given
   */
  readonly oss?: OssStorage;
  /**
   * A persistent volume claim.
   *
   * @default - another backend is given
   */
  readonly pvc?: PvcStorage;
  /**
   * Throw-away storage.
   *
   * @default - another backend is given
   */
  readonly emptyDir?: EmptyDirStorage;
  /**
   * OpenShift Data Foundation.
   *
   * @default - another backend is given
   */
  readonly odf?: Odf;
}
