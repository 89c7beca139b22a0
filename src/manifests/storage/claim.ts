/** The claim of the registry, and the class and static volume of ours behind it. */

import type { FcVolume } from '../../config/shape/volume-sources';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import type { ClaimModel, StorageClassModel, VolumeModel } from '../../model/storage-model';
import { type Definition, define } from '../common/definition';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import { quantities } from '../common/resources';
import type { WithMetadata } from '../common/shared-part';

/** The objects behind a claim; a claim that someone else makes is not among them. */
export interface ClaimObjects {
  readonly claim?: Definition;
  readonly volume?: Definition;
  readonly storageClass?: Definition;
}

/** What the objects depend on. */
interface ClaimPart {
  readonly claim: ClaimModel;
  /** Whether a Job takes the Config over. */
  readonly isTakenOver: boolean;
}

/** Defines what the configuration asks for. */
export function defineClaim(model: WithMetadata, part: ClaimPart): ClaimObjects {
  const { claim } = part;
  return {
    storageClass: claim.storageClass && defineStorageClass(model, claim.storageClass),
    volume: claim.volume && defineVolume(model, claim, claim.volume),
    claim: claim.existing ? undefined : definePersistentVolumeClaim(model, part),
  };
}

function definePersistentVolumeClaim(model: WithMetadata, { claim, isTakenOver }: ClaimPart): Definition {
  return define(k8s.KubePersistentVolumeClaim, 'Claim', {
    metadata: objectMetadata(model, {
      role: isTakenOver ? 'claimBesideTakeover' : 'claim',
      name: claim.name,
      namespace: REGISTRY_NAMESPACE,
      metadata: claim.metadata,
    }),
    spec: {
      accessModes: [...claim.accessModes],
      resources: { requests: { storage: quantity(claim.size) } },
      volumeMode: claim.volumeMode,
      storageClassName: claim.storageClassName,
      volumeName: claim.volume?.name,
    },
  });
}

const quantity = quantities(k8s.Quantity.fromString);

/** Defines a StorageClass; for volumes and for buckets. */
export function defineStorageClass(model: WithMetadata, storageClass: StorageClassModel): Definition {
  const { name, provisioner, parameters, reclaimPolicy, volumeBindingMode, allowVolumeExpansion, mountOptions } =
    storageClass;
  return define(k8s.KubeStorageClass, 'StorageClass', {
    metadata: objectMetadata(model, { role: 'storageClass', name }),
    provisioner,
    reclaimPolicy,
    volumeBindingMode,
    parameters: parameters && Object.keys(parameters).length > 0 ? { ...parameters } : undefined,
    allowVolumeExpansion,
    mountOptions: mountOptions && mountOptions.length > 0 ? [...mountOptions] : undefined,
  });
}

/** The volume names its claim and the claim names its volume, so that neither can be bound to another. */
function defineVolume(model: WithMetadata, claim: ClaimModel, volume: VolumeModel): Definition {
  const { name, reclaimPolicy, nfs, local, csi, iscsi, fc, nodeAffinity, mountOptions } = volume;
  const source = { nfs, local, csi, iscsi, fc: fc && fibreChannel(fc) };
  return define(k8s.KubePersistentVolume, 'Volume', {
    metadata: objectMetadata(model, { role: 'volume', name }),
    spec: {
      accessModes: [...claim.accessModes],
      capacity: { storage: quantity(claim.size) },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name: claim.name,
        namespace: REGISTRY_NAMESPACE,
      },
      persistentVolumeReclaimPolicy: reclaimPolicy,
      volumeMode: claim.volumeMode,
      storageClassName: claim.storageClassName || undefined,
      mountOptions: mountOptions && mountOptions.length > 0 ? [...mountOptions] : undefined,
      nodeAffinity: nodeAffinity as k8s.VolumeNodeAffinity | undefined,
      ...(source as object),
    },
  });
}

/** The generated class writes an abbreviation its own way. */
const fibreChannel = ({ targetWWNs, ...same }: FcVolume): k8s.FcVolumeSource => ({
  ...same,
  targetWwNs: [...targetWWNs],
});
