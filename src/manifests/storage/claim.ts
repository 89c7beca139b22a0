/** The claim of the registry, and the class and static volume of ours behind it. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { FcVolume } from '../../config/shape/volume-sources';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import type { RegistryModel } from '../../model/model';
import type { ClaimModel, StorageClassModel, VolumeModel } from '../../model/storage-model';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';

/** The objects behind a claim; a claim that someone else makes is not among them. */
export interface ClaimObjects {
  readonly claim?: ApiObject;
  readonly volume?: ApiObject;
  readonly storageClass?: ApiObject;
}

/** Defines what the configuration asks for. */
export function defineClaim(scope: Construct, model: RegistryModel, claim: ClaimModel): ClaimObjects {
  return {
    storageClass: claim.storageClass && defineStorageClass(scope, model, claim.storageClass),
    volume: claim.volume && defineVolume(scope, model, claim, claim.volume),
    claim: claim.existing ? undefined : definePersistentVolumeClaim(scope, model, claim),
  };
}

function definePersistentVolumeClaim(scope: Construct, model: RegistryModel, claim: ClaimModel): ApiObject {
  return new k8s.KubePersistentVolumeClaim(scope, 'Claim', {
    metadata: objectMetadata(model, {
      role: model.takeover?.by === 'job' ? 'claimBesideTakeover' : 'claim',
      name: claim.name,
      namespace: REGISTRY_NAMESPACE,
      metadata: claim.metadata,
    }),
    spec: {
      accessModes: [...claim.accessModes],
      resources: { requests: { storage: k8s.Quantity.fromString(claim.size) } },
      volumeMode: claim.volumeMode,
      storageClassName: claim.storageClassName,
      volumeName: claim.volume?.name,
    },
  });
}

/** Defines a StorageClass; for volumes and for buckets. */
export function defineStorageClass(scope: Construct, model: RegistryModel, storageClass: StorageClassModel): ApiObject {
  const { name, provisioner, parameters, reclaimPolicy, volumeBindingMode, allowVolumeExpansion, mountOptions } =
    storageClass;
  return new k8s.KubeStorageClass(scope, 'StorageClass', {
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
function defineVolume(scope: Construct, model: RegistryModel, claim: ClaimModel, volume: VolumeModel): ApiObject {
  const { name, reclaimPolicy, nfs, local, csi, iscsi, fc, nodeAffinity, mountOptions } = volume;
  const source = { nfs, local, csi, iscsi, fc: fc && fibreChannel(fc) };
  return new k8s.KubePersistentVolume(scope, 'Volume', {
    metadata: objectMetadata(model, { role: 'volume', name }),
    spec: {
      accessModes: [...claim.accessModes],
      capacity: { storage: k8s.Quantity.fromString(claim.size) },
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
