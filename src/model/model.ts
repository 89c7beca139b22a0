/** A cluster with everything decided: what rules judge and constructs build. Made by `resolve`, never by hand. */

import type { Cluster } from '../config/shape/cluster';
import type { SwiftAuth } from '../config/shape/credentials';
import type { Metadata } from '../config/shape/kubernetes';
import type { AccessModel } from './access';
import type { BucketKeysModel } from './bucket-keys';
import type { ImageModel } from './image';
import type { ProvisionModel } from './provision';
import type { PrunerSpec } from './pruner';
import type { RegistrySpec } from './registry';
import type { CertificateModel } from './route-secrets';
import type { SecretModel } from './secret';
import type { StorageModel } from './storage-model';
import type { TakeoverModel } from './takeover';
import type { ImageStreamModel } from './third-party';

/** One cluster, everything decided. */
export interface RegistryModel {
  /** When this was decided; for certificates that run out. */
  readonly checkedAt: Date;
  readonly name: string;
  readonly platform: Cluster['platform'];
  readonly openshift: string;
  readonly environment: NonNullable<Cluster['environment']>;
  readonly topology: NonNullable<Cluster['topology']>;
  /** How the registry logs in to Swift, where its storage is there. */
  readonly swiftAuth: SwiftAuth;
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
  /** What brings the keys of a bucket claim; absent where credentials do. */
  readonly bucketKeys?: BucketKeysModel;
  /** Absent where nothing in the live Config can be in git's way. */
  readonly takeover?: TakeoverModel;
  /** CloudFront's private key; absent where someone else makes it. */
  readonly cloudFrontKey?: SecretModel;
  /** Key pairs of routes that come from a Secret mode. */
  readonly routeSecrets?: readonly SecretModel[];
  /** Key pairs of routes that come from cert-manager. */
  readonly certificates?: readonly CertificateModel[];
  /** Pull credentials of external registries, one for each of their namespaces. */
  readonly pullSecrets?: readonly SecretModel[];
  /** The pull secret of the whole cluster. */
  readonly pullSecret?: SecretModel;
  readonly imageStreams?: readonly ImageStreamModel[];
  readonly pruner?: PrunerSpec;
  /** Absent where nothing is set. */
  readonly access?: AccessModel;
  /** Absent where no image setting is ours. */
  readonly image?: ImageModel;
  /** Absent where the storage exists already. */
  readonly provision?: ProvisionModel;
}
