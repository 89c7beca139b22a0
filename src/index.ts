/** The public API: constructs, the types of their properties, and what findings look like. */

export type { Access, MetricsAccess, ProjectAccess, RoleAccess, Subjects } from './config/shape/access';
export type { Affinity, TopologySpreadConstraint } from './config/shape/affinity';
export type { ArgoCd } from './config/shape/argocd';
export type { AzureStorage } from './config/shape/azure';
export type {
  AcmPlacement,
  BucketClaimAcm,
  BucketClaimCredentials,
  BucketClaimExternalSecret,
  BucketClaimJob,
} from './config/shape/bucket-claim';
export type { Acceptance, Cluster, ClusterSettings, PlatformName, PullSecret, TakeOver } from './config/shape/cluster';
export type {
  Credentials,
  ExistingSecretSource,
  ExternalSecretSource,
  PlainSecretSource,
  SealedSecretSource,
  SecretSource,
  SecretStoreRef,
  SwiftAuth,
} from './config/shape/credentials';
export type { Acknowledgement, ClusterFragment, Fleet } from './config/shape/fleet';
export type { GcsStorage } from './config/shape/gcs';
export type { IbmCosStorage } from './config/shape/ibmcos';
export type { ImageConfig, ImportRegistry, Mirror, RegistryCA, RegistrySources } from './config/shape/image';
export type { Jobs } from './config/shape/jobs';
export type { Metadata, Quantity, Resources, Toleration } from './config/shape/kubernetes';
export type { BackingStore, BucketClass } from './config/shape/noobaa';
export type { NoobaaStorage, Odf, OdfBucket, RgwStorage } from './config/shape/odf';
export type { OssStorage } from './config/shape/oss';
export type { AccessMode, CephfsStorage, PvcStorage, StorageClassSpec } from './config/shape/pvc';
export type { LogLevel, ProxySettings, Pruner, Registry, RequestLimits, Requests } from './config/shape/registry';
export type { CertificateSource, CustomRoute, IssuerRef, Routes, RouteTls } from './config/shape/routes';
export type { CloudFront, S3Storage } from './config/shape/s3';
export type { EmptyDirStorage, Storage } from './config/shape/storage';
export type { SwiftStorage } from './config/shape/swift';
export type { ImageStream, ImageStreamTag, ThirdPartyRegistry } from './config/shape/third-party';
export type { TrustedCA } from './config/shape/trusted-ca';
export type { Volume } from './config/shape/volume';
export { AlibabaCloudImageRegistry, type AlibabaCloudImageRegistryProps } from './constructs/alibaba-cloud';
export { AwsImageRegistry, type AwsImageRegistryProps } from './constructs/aws';
export { AzureImageRegistry, type AzureImageRegistryProps } from './constructs/azure';
export { BareMetalImageRegistry, type BareMetalImageRegistryProps } from './constructs/baremetal';
export { GcpImageRegistry, type GcpImageRegistryProps } from './constructs/gcp';
export { IbmCloudImageRegistry, type IbmCloudImageRegistryProps } from './constructs/ibm-cloud';
export {
  ImageRegistry,
  type ImageRegistryOptions,
  type ImageRegistryProps,
  type PortableBackend,
  type StorageOf,
} from './constructs/image-registry';
export { PlatformNoneImageRegistry, type PlatformNoneImageRegistryProps } from './constructs/none';
export { NutanixImageRegistry, type NutanixImageRegistryProps } from './constructs/nutanix';
export { OdfImageRegistry, type OdfImageRegistryProps, type OdfStorage } from './constructs/odf';
export { OpenStackImageRegistry, type OpenStackImageRegistryProps } from './constructs/openstack';
export { VSphereImageRegistry, type VSphereImageRegistryProps } from './constructs/vsphere';
export type { ConfigPath, Finding, Place, Severity } from './findings/finding';
export { ImageRegistryValidation } from './plugin/image-registry-validation';
export type { Validation, ValidationContext, ValidationViolation } from './plugin/plugin';
export type { ImageRegistryValidationProps } from './plugin/props';
