/** A persistent volume claim. */

import type { PvcStorage } from '../../config/shape/pvc';
import { type BackendOf, bootstrap } from './backend';

/**
 * The operator knows the claim's name alone; the other settings become the claim itself, its class and its volume.
 *
 * @see openshift/cluster-image-registry-operator pkg/storage/pvc/pvc.go
 * @see kubernetes/kubernetes pkg/apis/core/validation ValidatePersistentVolumeClaimUpdate, ValidatePersistentVolumeUpdate; pkg/apis/storage/validation ValidateStorageClassUpdate
 */
export const pvc: BackendOf<PvcStorage, 'claim'> = {
  title: 'a persistent volume claim',
  driver: { first: '4.3' },
  platforms: 'any',
  fields: { claim: bootstrap('images', { refilled: 'always' }) },
  secret: 'none',
  identity: { claim: 'claim' },
  shared: 'never',
  immutable: {
    size: 'grows',
    accessModes: 'fixed',
    volumeMode: 'fixed',
    storageClassName: 'fixed',
    'storageClass.name': 'fixed',
    'storageClass.provisioner': 'fixed',
    'storageClass.parameters': 'fixed',
    'storageClass.reclaimPolicy': 'fixed',
    'storageClass.volumeBindingMode': 'fixed',
    'volume.name': 'fixed',
    'volume.nfs': 'fixed',
    'volume.local': 'fixed',
    'volume.csi': 'fixed',
    'volume.iscsi': 'fixed',
    'volume.fc': 'fixed',
    'volume.nodeAffinity': 'fixed',
  },
  disableRedirect: false,
  ephemeral: false,
  settable: false,
  staysManaged: false,
  copy: { claim: 'claim' },
  example: { platform: 'baremetal', storage: { accessModes: ['ReadWriteMany'], storageClassName: 'files' } },
};
