/** The public API: constructs, the types of their properties, and what findings look like. */

export type { Acceptance } from './config/shape/acceptance';
export type { Access, MetricsAccess, ProjectAccess, RoleAccess, Subjects } from './config/shape/access';
export type { Affinity, TopologySpreadConstraint } from './config/shape/affinity';
export type { ArgoCd } from './config/shape/argocd';
export type { BackingStore } from './config/shape/backing-store';
export type {
  AcmPlacement,
  BucketClaimAcm,
  BucketClaimCredentials,
  BucketClaimExternalSecret,
  BucketClaimJob,
} from './config/shape/bucket-claim';
export type { BucketClass } from './config/shape/bucket-class';
export type { Cluster, ClusterSettings, PlatformName, PullSecret } from './config/shape/cluster';
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
export type { ImageConfig, ImportRegistry, Mirror, RegistryCA, RegistrySources } from './config/shape/image';
export type { Jobs } from './config/shape/jobs';
export type { Metadata, Quantity, Resources, Toleration } from './config/shape/kubernetes';
export type { NoobaaStorage, Odf, OdfBucket, RgwStorage } from './config/shape/odf';
export type { Pruner } from './config/shape/pruner';
export type { AccessMode, CephfsStorage, StorageClassSpec } from './config/shape/pvc';
export type { LogLevel, ProxySettings, Registry, RequestLimits, Requests } from './config/shape/registry';
export type { CertificateSource, CustomRoute, IssuerRef, Routes, RouteTls } from './config/shape/routes';
export type { CloudFront } from './config/shape/s3';
export type * from './config/shape/storage';
export type { TakeOver } from './config/shape/take-over';
export type { ImageStream, ImageStreamTag, ThirdPartyRegistry } from './config/shape/third-party';
export type { TrustedCA } from './config/shape/trusted-ca';
export type { Volume } from './config/shape/volume';
export {
  AlibabaCloudImageRegistry,
  type AlibabaCloudImageRegistryProps,
  AwsImageRegistry,
  type AwsImageRegistryProps,
  AzureImageRegistry,
  type AzureImageRegistryProps,
  GcpImageRegistry,
  type GcpImageRegistryProps,
  IbmCloudImageRegistry,
  type IbmCloudImageRegistryProps,
  OpenStackImageRegistry,
  type OpenStackImageRegistryProps,
  PowerVsImageRegistry,
  type PowerVsImageRegistryProps,
} from './constructs/clouds';
export type { Subject } from './constructs/grants';
export { ImageRegistry } from './constructs/image-registry';
export { OdfImageRegistry, type OdfImageRegistryProps } from './constructs/odf';
export {
  BareMetalImageRegistry,
  type BareMetalImageRegistryProps,
  ExternalImageRegistry,
  type ExternalImageRegistryProps,
  KubevirtImageRegistry,
  type KubevirtImageRegistryProps,
  NutanixImageRegistry,
  type NutanixImageRegistryProps,
  OvirtImageRegistry,
  type OvirtImageRegistryProps,
  PlatformNoneImageRegistry,
  type PlatformNoneImageRegistryProps,
  VSphereImageRegistry,
  type VSphereImageRegistryProps,
} from './constructs/own-machines';
export { PlatformImageRegistry } from './constructs/platform-image-registry';
export type {
  FleetFileProps,
  ImageRegistryOptions,
  ImageRegistryProps,
  OdfStorage,
  OperatorAccount,
  OperatorBucket,
  PortableBackend,
  StorageOf,
} from './constructs/props';
export { RosaImageRegistry, type RosaImageRegistryProps } from './constructs/rosa';
export type { ConfigPath, Finding, Place, Severity } from './findings/finding';
export { ImageRegistryValidation } from './plugin/image-registry-validation';
export type { Validation, ValidationContext, ValidationViolation } from './plugin/plugin';
export type { ImageRegistryValidationProps } from './plugin/props';
