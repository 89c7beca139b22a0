/** `storage.pvc` and `storage.odf.cephfs`: the claim, and the class and volume of ours behind it. */

import type { CephfsStorage, PvcStorage, StorageClassSpec } from '../../config/shape/pvc';
import type { Volume } from '../../config/shape/volume';
import { DEFAULT_CLAIM, DEFAULT_CLAIM_SIZE } from '../../facts/names';
import { CEPHFS_STORAGE_CLASS } from '../../facts/odf';
import { canonicalQuantity } from '../../values/quantity';
import type { ClaimModel, ResolvedBackend, StorageClassModel, VolumeModel } from '../storage-model';
import { claimIdentity } from './claim-identity';

/** `storage.pvc`. */
export function resolvePvc(pvc: PvcStorage): ResolvedBackend {
  const claim = claimOf(pvc);
  return { backend: 'pvc', fields: { claim: claim.name }, identity: claimIdentity(claim), claim };
}

/** `storage.odf.cephfs`: a shared claim on the file class, unless said otherwise. */
export function resolveCephfs(cephfs: CephfsStorage): ResolvedBackend {
  const ownClass = cephfs.storageClass !== undefined || cephfs.storageClassName !== undefined;
  return resolvePvc({
    ...cephfs,
    accessModes: cephfs.accessModes ?? ['ReadWriteMany'],
    ...(ownClass || cephfs.existing ? {} : { storageClassName: CEPHFS_STORAGE_CLASS }),
  });
}

/** `storage.emptyDir`. */
export const resolveEmptyDir = (): ResolvedBackend => ({ backend: 'emptyDir', fields: {} });

function claimOf(pvc: PvcStorage): ClaimModel {
  const name = pvc.claim || DEFAULT_CLAIM;
  const volume = pvc.volume && volumeOf(pvc.volume, name);
  return {
    name,
    existing: pvc.existing ?? false,
    size: canonicalQuantity(pvc.size ?? DEFAULT_CLAIM_SIZE),
    accessModes: [...new Set(pvc.accessModes)],
    volumeMode: pvc.volumeMode ?? 'Filesystem',
    storageClassName: classNameOf(pvc),
    storageClass: pvc.storageClass && storageClassOf(pvc.storageClass),
    volume,
    metadata: pvc.metadata ?? {},
  };
}

/** A static volume without a class must not be taken for one of the default class. */
function classNameOf({ storageClassName, storageClass, volume }: PvcStorage): string | undefined {
  return storageClassName ?? storageClass?.name ?? (volume === undefined ? undefined : '');
}

/** A class of ours keeps its volumes: images outlive the claim. */
export function storageClassOf(spec: StorageClassSpec): StorageClassModel {
  return {
    ...spec,
    reclaimPolicy: spec.reclaimPolicy ?? 'Retain',
    volumeBindingMode: spec.volumeBindingMode ?? 'WaitForFirstConsumer',
    allowVolumeExpansion: spec.allowVolumeExpansion ?? true,
  };
}

const volumeOf = (volume: Volume, claim: string): VolumeModel => ({
  ...volume,
  name: volume.name ?? claim,
  reclaimPolicy: volume.reclaimPolicy ?? 'Retain',
});
