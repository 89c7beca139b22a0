/** What each text of the configuration may be. A field that is missing here is a failing test. */

import type { TextFormName } from '../values/text-forms';

/**
 * How a field is kept from holding anything else than it is for:
 *
 * - the name of a form: it must have that form;
 * - `ruled`: a rule of its own holds it to a form or to a list;
 * - `line`: the API takes any text; control characters are refused;
 * - `text`: it may be anything, on many lines too.
 *
 * Whatever it is, it is asked whether it looks like a credential.
 */
export type TextKind = TextFormName | 'ruled' | 'line' | 'text';

/** Fields by kind. `.*` is a value of a map, `.{}` a key of one, `.#` an item of a list. */
const FIELDS: Readonly<Partial<Record<TextKind, string>>> = {
  label: `
    BackingStoreSecret.namespace PodAffinityTerm.namespaces.# ResourceClaim.name SecretReference.namespace`,
  labelOrEmpty: 'ResourceClaim.request',
  subdomain: `
    AcmPlacement.clusterSets.# BackingStoreSecret.name BucketClassTier.backingStores.# CrossplaneProvision.providerConfig
    PullSecretName.name SecretReference.name SecretStoreRef.name`,
  subdomainOrEmpty: 'IssuerRef.group PvPool.storageClass',
  labelKey: `
    Jobs.nodeSelector.{} LabelRequirement.key LabelSelector.matchLabels.{} PodAffinityTerm.matchLabelKeys.#
    PodAffinityTerm.mismatchLabelKeys.# PodAffinityTerm.topologyKey TopologySpreadConstraint.matchLabelKeys.#
    TopologySpreadConstraint.topologyKey`,
  labelKeyOrEmpty: 'Toleration.key',
  labelValue: 'Jobs.nodeSelector.* LabelSelector.matchLabels.* Toleration.value',
  comparedValue: 'LabelRequirement.values.#',
  secretKey: `
    CloudFrontPrivateKey.key ExternalSecretSource.properties.{} PlainSecretSource.env.{} PlainSecretSource.files.{}
    SealedSecretSource.encryptedData.{}`,
  absolutePath: 'NfsVolume.path',
  serverHost: 'IscsiVolume.portals.# IscsiVolume.targetPortal NfsVolume.server',
  pathWithoutSteps: 'LocalVolume.path',
  iscsiName: 'IscsiVolume.iqn',
  iscsiNameOrEmpty: 'IscsiVolume.initiatorName',
  csiDriver: 'CsiVolume.driver',
  provisioner: 'BucketStorageClass.provisioner StorageClassSpec.provisioner',
  roleName: 'RoleAccess.role',
  kind: 'IssuerRef.kind',
  dnsName: 'CertificateSource.dnsNames.#',
  schedule: 'BucketClaimJob.schedule',
  gcsRegion: 'GcsStorage.region',
  googleProject: 'GcsStorage.projectID',
  cloudRegion: 'IbmCosStorage.location OssStorage.region',
  azureLocation: 'AzureServiceOperatorProvision.location',
  ibmBucket: 'IbmCosStorage.bucket',
  keyPair: 'CloudFront.keypairID',
  word: `
    AwsBackingStore.region AwsBackingStore.targetBucket AzureBackingStore.targetBlobContainer
    CompatibleBackingStore.endpoint CompatibleBackingStore.targetBucket GoogleBackingStore.targetBucket`,
  wordOrEmpty: `
    CsiVolume.fsType FcVolume.fsType FcVolume.targetWWNs.# GcsStorage.keyID IscsiVolume.fsType IscsiVolume.iscsiInterface
    LocalVolume.fsType OssKms.keyID S3Storage.keyID`,
  revision: 'ArgoCd.targetRevision',
  ruled: `
    Acceptance.code AckProvision.namespace AcmPlacement.matchLabels.* AcmPlacement.matchLabels.{}
    ArgoCd.controllerServiceAccount ArgoCd.namespace ArgoCd.path ArgoCd.project ArgoCd.repoURL
    AzureInternalAccess.networkResourceGroupName AzureInternalAccess.privateEndpointName AzureInternalAccess.subnetName
    AzureInternalAccess.vnetName AzureServiceOperatorProvision.namespace AzureServiceOperatorProvision.resourceGroup
    AzureServiceOperatorProvision.sku AzureStorage.accountName AzureStorage.cloudName AzureStorage.container
    BackingStore.name BucketClaimAcm.namespace BucketClaimExternalSecret.refreshInterval BucketClaimJob.image
    BucketClaimJob.namespace BucketClass.name BucketStorageClass.name CephfsStorage.claim CephfsStorage.size
    CephfsStorage.storageClassName CertificateSource.duration CertificateSource.renewBefore CloudFront.baseURL
    CloudFront.duration CloudFrontPrivateKey.name Cluster.baseDomain Cluster.cliImage Cluster.cliImages.* Cluster.cliImages.{}
    Cluster.ingressDomain Cluster.name
    Cluster.openshift ConfigConnectorProvision.namespace CrossplaneProvision.namespace CustomRoute.hostname
    CustomRoute.name ExternalSecretSource.refreshInterval GcsStorage.bucket IbmCosStorage.resourceKeyCRN
    IbmCosStorage.serviceInstanceCRN ImageConfig.externalRegistryHostnames.#
    ImageStream.name ImageStream.namespace ImageStreamTag.from ImportRegistry.domainName IssuerRef.name
    JobResources.limits.* JobResources.limits.{} JobResources.requests.* JobResources.requests.{}
    Metadata.annotations.{} Metadata.labels.* Metadata.labels.{} MetricsAccess.serviceAccounts.# Mirror.mirrors.#
    Mirror.source NoobaaStorage.bucketName NoobaaStorage.claim NoobaaStorage.claimNamespace NoobaaStorage.endpoint
    NoobaaStorage.generateBucketName NoobaaStorage.storageClassName RgwStorage.additionalConfig.*
    RgwStorage.additionalConfig.{} RgwStorage.bucketName RgwStorage.claim RgwStorage.claimNamespace RgwStorage.endpoint
    RgwStorage.generateBucketName RgwStorage.storageClassName OssStorage.bucket ProjectAccess.project ProjectAccess.serviceAccounts.# ProxySettings.http
    ProxySettings.https Pruner.keepYoungerThanDuration Pruner.nodeSelector.* Pruner.nodeSelector.{} Pruner.schedule
    PvcStorage.claim PvcStorage.size PvcStorage.storageClassName Registry.nodeSelector.* Registry.nodeSelector.{}
    RegistryCA.pemFile RegistryCAs.configMap RegistryCAs.{} RegistrySources.allowedRegistries.# RegistrySources.blockedRegistries.#
    RegistrySources.containerRuntimeSearchRegistries.# RegistrySources.insecureRegistries.#
    RequestLimits.maxWaitInQueue Resources.limits.* Resources.limits.{} Resources.requests.* Resources.requests.{}
    RoleAccess.project RoleAccess.serviceAccounts.# RouteTls.secretName S3Storage.bucket S3Storage.region
    S3Storage.regionEndpoint StorageClassSpec.name SwiftStorage.authURL
    SwiftStorage.authVersion TakeOver.fields.# ThirdPartyRegistry.namespaces.# ThirdPartyRegistry.secretName
    ThirdPartyRegistry.server TrustedCA.configMap TrustedCA.pemFile Volume.name`,
  line: `
    Acceptance.until Acknowledgement.change BucketQuota.maxObjects BucketQuota.maxSize BucketStorageClass.parameters.{}
    Cluster.profiles.# CsiVolume.volumeAttributes.{} CsiVolume.volumeHandle
    ExternalSecretSource.key ExternalSecretSource.properties.* ExternalSecretSource.version Fleet.clusterFiles.#
    Fleet.profiles.{} IbmCosStorage.resourceGroupName ImageStreamTag.name MetricsAccess.groups.# MetricsAccess.user
    MetricsAccess.users.# NoobaaStorage.additionalConfig.{} NoobaaStorage.region RgwStorage.region
    PlainSecretSource.env.* PlainSecretSource.files.*
    ProjectAccess.groups.# ProjectAccess.users.# ProxySettings.noProxy RoleAccess.groups.# RoleAccess.users.#
    StorageClassSpec.mountOptions.# StorageClassSpec.parameters.{} SwiftStorage.container SwiftStorage.domain
    SwiftStorage.domainID SwiftStorage.regionName SwiftStorage.tenant SwiftStorage.tenantID Volume.mountOptions.#`,
  text: `
    Acceptance.reason Acknowledgement.reason BucketStorageClass.parameters.* CsiVolume.volumeAttributes.*
    Metadata.annotations.* NoobaaStorage.additionalConfig.* RegistryCA.pem SealedSecretSource.encryptedData.*
    StorageClassSpec.parameters.* TrustedCA.pem`,
};

/** The kind of each field. */
export const TEXT_FIELDS: ReadonlyMap<string, TextKind> = new Map(
  (Object.entries(FIELDS) as [TextKind, string][]).flatMap(([kind, fields]) =>
    fields
      .trim()
      .split(/\s+/)
      .map(field => [field, kind] as const),
  ),
);

/**
 * Fields that are made for what may look like a credential.
 *
 * - `certificates`: PEM, in which only what is not a certificate is examined;
 * - `ciphertext`: random by its look; a rule of its own checks that it is some;
 * - `commit`: hexadecimal digits;
 * - `subject`: some identity providers put a colon before the at sign of a name.
 */
export type Purpose = 'certificates' | 'ciphertext' | 'commit' | 'subject';

/** What these fields are made for. */
export const MADE_FOR: ReadonlyMap<string, Purpose> = new Map([
  ['RegistryCA.pem', 'certificates'],
  ['TrustedCA.pem', 'certificates'],
  ['SealedSecretSource.encryptedData.*', 'ciphertext'],
  ['ArgoCd.targetRevision', 'commit'],
  ...['ProjectAccess', 'RoleAccess', 'MetricsAccess']
    .flatMap(type => [`${type}.users.#`, `${type}.groups.#`])
    .map((field): [string, Purpose] => [field, 'subject']),
  ['MetricsAccess.user', 'subject'],
]);

/** Fields that name where a credential is: text of its look is the credential itself. */
export const NAMES_OF_CREDENTIALS: readonly string[] = [
  'ExternalSecretSource.key',
  'ExternalSecretSource.properties.*',
  'ExternalSecretSource.version',
  'PlainSecretSource.env.*',
  'PlainSecretSource.files.*',
];
