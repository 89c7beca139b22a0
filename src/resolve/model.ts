/** A cluster with everything decided: what rules judge and constructs build. Made by `resolve`, never by hand. */

import type { Cluster } from '../config/shape/cluster';
import type { ExternalSecretSource, SealedSecretSource } from '../config/shape/credentials';
import type { Affinity, Metadata, Toleration, TopologySpreadConstraint } from '../config/shape/kubernetes';
import type { BackingStore, Bridge, BucketClass } from '../config/shape/odf';
import type { AccessMode, StorageClassSpec, Volume } from '../config/shape/pvc';
import type { LogLevel, ProxySettings, Requests } from '../config/shape/registry';
import type { StorageManagementState } from '../config/shape/storage';
import type { ObjectStore } from '../facts/odf';
import type { BackendName } from '../facts/platforms';
import type { CredentialKeys } from '../facts/secret-keys';
import type { ConfigPath } from '../findings/finding';
import type { Secret } from './secret';

/** Resources with every quantity in its canonical form. */
export interface CanonicalResources {
  readonly limits?: Readonly<Record<string, string>>;
  readonly requests?: Readonly<Record<string, string>>;
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

/** One route of the registry's spec. */
export interface RouteSpec {
  readonly name: string;
  readonly hostname: string;
  readonly secretName?: string;
}

/**
 * The registry's spec as the operator itself stores it: canonical values, no zero values, no storage.
 *
 * @see openshift/api imageregistry/v1 ImageRegistrySpec
 */
export interface RegistrySpec {
  readonly managementState: 'Managed' | 'Unmanaged' | 'Removed';
  readonly replicas: number;
  readonly rolloutStrategy?: 'RollingUpdate' | 'Recreate';
  readonly logging?: number;
  readonly logLevel?: LogLevel;
  readonly operatorLogLevel?: LogLevel;
  readonly readOnly?: true;
  readonly disableRedirect?: true;
  readonly defaultRoute?: true;
  readonly routes?: readonly RouteSpec[];
  readonly proxy?: ProxySettings;
  readonly requests?: Requests;
  readonly resources?: CanonicalResources;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: Affinity;
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
}

/** A claim of ours, or one that someone else makes. */
export interface ClaimModel {
  readonly name: string;
  readonly existing: boolean;
  readonly size: string;
  readonly accessModes: readonly AccessMode[];
  readonly volumeMode: 'Filesystem' | 'Block';
  readonly storageClassName?: string;
  readonly storageClass?: StorageClassModel;
  readonly volume?: VolumeModel;
  readonly metadata: Metadata;
}

/** A StorageClass of ours, nothing left open. */
export type StorageClassModel = Required<
  Pick<StorageClassSpec, 'name' | 'provisioner' | 'reclaimPolicy' | 'volumeBindingMode'>
> &
  Pick<StorageClassSpec, 'parameters' | 'allowVolumeExpansion' | 'mountOptions'>;

/** A static volume, nothing left open. */
export type VolumeModel = Volume & Required<Pick<Volume, 'name' | 'reclaimPolicy'>>;

/** An ObjectBucketClaim and what belongs to it. */
export interface BucketClaimModel {
  readonly store: ObjectStore;
  readonly name: string;
  readonly namespace: string;
  readonly bucketName?: string;
  readonly generateBucketName?: string;
  readonly storageClassName: string;
  readonly storageClass?: StorageClassModel;
  readonly additionalConfig: Readonly<Record<string, string>>;
  readonly backingStore?: BackingStore;
  readonly bucketClass?: BucketClass;
  readonly bridge?: Bridge;
  readonly metadata: Metadata;
}

/** The CA of the storage endpoint: a ConfigMap in openshift-config, and who fills it. */
export interface TrustedCaModel {
  readonly configMap: string;
  readonly source: 'pem' | 'configMap' | 'injected' | 'ingressCA' | 'serviceCA';
  /** Certificates, with source `pem`; absent where the file could not be read. */
  readonly pem?: string;
  /** Where `pem` was read from. */
  readonly pemFile?: string;
}

/** Where images live, told in the words of the registry's spec. */
export interface StorageModel {
  /** Key in the registry's `spec.storage`. */
  readonly backend: BackendName;
  /** Where in the configuration the backend is written, for example `['storage', 'odf', 'rgw']`. */
  readonly path: ConfigPath;
  /** Absent on versions that do not know it. */
  readonly managementState?: StorageManagementState;
  /** The value under the backend's key, in canonical form. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Which bucket, container or claim this is; compared from run to run. */
  readonly identity: Readonly<Record<string, string>>;
  readonly claim?: ClaimModel;
  readonly bucketClaim?: BucketClaimModel;
  readonly trustedCA?: TrustedCaModel;
}

/** How one Secret comes about. */
export type SecretModel = {
  readonly name: string;
  readonly namespace: string;
  readonly type?: string;
  readonly keys: CredentialKeys;
} & (
  | { readonly mode: 'externalSecret'; readonly source: ExternalSecretSource }
  | { readonly mode: 'sealedSecret'; readonly source: SealedSecretSource }
  | { readonly mode: 'existingSecret' }
  | { readonly mode: 'secret'; readonly values: Readonly<Record<string, Secret>>; readonly allowPlaintext: boolean }
);

/** The pruner's spec in canonical form. */
export interface PrunerSpec {
  readonly schedule?: string;
  readonly suspend: boolean;
  readonly keepTagRevisions?: number;
  readonly keepYoungerThan?: number;
  readonly keepYoungerThanDuration?: string;
  readonly ignoreInvalidImageReferences?: boolean;
  readonly resources?: CanonicalResources;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  readonly affinity?: Affinity;
  readonly successfulJobsHistoryLimit?: number;
  readonly failedJobsHistoryLimit?: number;
  readonly logLevel?: LogLevel;
}

/** One cluster, everything decided. */
export interface RegistryModel {
  readonly name: string;
  readonly platform: Cluster['platform'];
  readonly openshift: string;
  /** The configuration as the user wrote it, merged. */
  readonly config: Cluster;
  readonly metadata: Metadata;
  /** Domain of the cluster's routes, where it is known. */
  readonly ingressDomain?: string;
  /** Absent on platforms whose registry is managed by others. */
  readonly registry?: RegistrySpec;
  /** Absent where the operator keeps the storage it chose. */
  readonly storage?: StorageModel;
  /** The storage credentials; absent where the cluster's own serve or none are needed. */
  readonly credentials?: SecretModel;
  readonly pruner?: PrunerSpec;
}
