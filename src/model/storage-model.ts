/** Where images live, everything decided. */

import type { Metadata } from '../config/shape/kubernetes';
import type { AccessMode, StorageClassSpec } from '../config/shape/pvc';
import type { StorageManagementState } from '../config/shape/storage';
import type { Volume } from '../config/shape/volume';
import type { BackendName } from '../facts/backends';
import type { ObjectStore } from '../facts/odf';
import type { ConfigPath } from '../findings/finding';
import type { BackingStoreModel, BucketClassModel } from './storage/backing-store';
import type { TrustedCaModel } from './trusted-ca';

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
  readonly backingStore?: BackingStoreModel;
  readonly bucketClass?: BucketClassModel;
  readonly metadata: Metadata;
}

/** Where images live, in the words of the registry's spec. */
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
  /** The storage that the operator makes by itself: `fields` are settings of it, and its name is not known. */
  readonly operatorMade?: true;
  readonly claim?: ClaimModel;
  readonly bucketClaim?: BucketClaimModel;
  readonly trustedCA?: TrustedCaModel;
}

/** What is decided by backend; the identity is read from the fields where it is not given. */
export type ResolvedBackend = Omit<StorageModel, 'path' | 'managementState' | 'identity'> &
  Partial<Pick<StorageModel, 'identity'>>;
