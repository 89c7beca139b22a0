/** Claims, volumes and storage classes. */

import { parseQuantity } from '../../values/quantity';
import { valueAt } from '../compare/paths';
import { type FieldChange, KUBERNETES, type RuleTable } from './rule';

const CLAIM = ['PersistentVolumeClaim'];
const VOLUME = ['PersistentVolume'];
const CLASS = ['StorageClass'];
const CLAIM_UPDATE = `${KUBERNETES}:pkg/apis/core/validation ValidatePersistentVolumeClaimUpdate`;
const VOLUME_UPDATE = `${KUBERNETES}:pkg/apis/core/validation ValidatePersistentVolumeUpdate`;
const CLASS_UPDATE = `${KUBERNETES}:pkg/apis/storage/validation ValidateStorageClassUpdate`;

const amount = (value: unknown): bigint =>
  typeof value === 'string' || typeof value === 'number' ? (parseQuantity(value)?.nano ?? 0n) : 0n;
const grows = ({ before, after }: FieldChange): boolean => amount(after) > amount(before);

/** Whether, by git, the claim has no class, or one that cannot expand volumes. */
function cannotGrow({ now, cluster }: FieldChange): boolean {
  const name = valueAt(now?.value, 'spec', 'storageClassName');
  if (name === '') return true;
  const found = cluster.after.ofKind('StorageClass').find(candidate => candidate.name === name);
  return found !== undefined && valueAt(found.value, 'allowVolumeExpansion') !== true;
}

const deletes = ({ after }: FieldChange): boolean => after !== 'Retain';

export const CLAIMS: RuleTable = {
  fields: [
    {
      ...{ code: 'claim-grows', risk: 'safe', kinds: CLAIM, paths: ['spec.resources.requests.storage'] },
      when: change => grows(change) && !cannotGrow(change),
      why: 'the volume grows if its class allows it (allowVolumeExpansion)',
      source: CLAIM_UPDATE,
    },
    {
      ...{ code: 'claim-cannot-grow', risk: 'immutable', kinds: CLAIM, paths: ['spec.resources.requests.storage'] },
      when: change => grows(change) && cannotGrow(change),
      why: 'the claim has no class, or one that does not allow volumes to grow: the API server refuses it, and the sync of the cluster fails',
      source: `${KUBERNETES}:plugin/pkg/admission/storage/persistentvolume/resize`,
    },
    {
      ...{ code: 'claim-shrinks', risk: 'immutable', kinds: CLAIM, paths: ['spec.resources.requests.storage'] },
      when: change => !grows(change),
      why: 'a claim cannot shrink: the API server refuses it, and the sync of the cluster fails',
      source: CLAIM_UPDATE,
    },
    {
      ...{ code: 'claim-looks-owned', risk: 'exposure', kinds: CLAIM },
      paths: [['metadata', 'annotations', 'imageregistry.openshift.io']],
      why: 'with this annotation the operator treats the claim as its own if the Config names no claim',
      source: 'openshift/cluster-image-registry-operator:pkg/storage/pvc/pvc.go',
    },
    {
      ...{ code: 'volume-deleted-with-claim', risk: 'data-loss', kinds: VOLUME },
      paths: ['spec.persistentVolumeReclaimPolicy'],
      when: deletes,
      why: 'when the claim is deleted, the volume is deleted with every image',
      source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
    },
    {
      ...{ code: 'volume-kept', risk: 'safe', kinds: VOLUME, paths: ['spec.persistentVolumeReclaimPolicy'] },
      when: change => !deletes(change),
      why: 'the volume outlives its claim',
      source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
    },
    {
      ...{ code: 'volume-bookkeeping', risk: 'safe', kinds: VOLUME, paths: ['spec.capacity.*'] },
      why: 'only the size that the volume states changes, not the disk',
      source: VOLUME_UPDATE,
    },
    {
      ...{ code: 'volume-mounts', risk: 'rollout', kinds: VOLUME, paths: ['spec.mountOptions.**'] },
      why: 'the volume stays, and the next pod mounts it with other options: if one is wrong, the pod does not start',
      source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#mount-options',
    },
    {
      ...{ code: 'class-deletes-volumes', risk: 'data-loss', kinds: CLASS, paths: ['reclaimPolicy'], when: deletes },
      why: 'the API server refuses to change an existing class; if it is recreated, every new volume or bucket of it is deleted with its claim',
      source: CLASS_UPDATE,
    },
    {
      ...{ code: 'class-immutable', risk: 'immutable', kinds: CLASS },
      paths: ['provisioner', 'parameters.**', 'reclaimPolicy', 'volumeBindingMode'],
      why: 'this field of a class cannot be changed: the API server refuses it, and the sync of the cluster fails',
      source: CLASS_UPDATE,
    },
    {
      ...{ code: 'class-future', risk: 'safe', kinds: CLASS, paths: ['allowVolumeExpansion'] },
      when: ({ after }) => after === true,
      why: 'claims of the class may grow from now on',
      source: CLASS_UPDATE,
    },
    {
      ...{ code: 'class-cannot-grow', risk: 'exposure', kinds: CLASS, paths: ['allowVolumeExpansion'] },
      when: ({ after }) => after !== true,
      why: 'claims of the class can no longer grow: a full registry refuses pushes until it moves',
      source: CLASS_UPDATE,
    },
    {
      ...{ code: 'default-class', risk: 'exposure', kinds: CLASS },
      paths: [['metadata', 'annotations', 'storageclass.kubernetes.io/is-default-class']],
      why: 'new claims on the whole cluster without a class get a different one',
      source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass',
    },
  ],
  otherwise: [
    {
      ...{ code: 'claim-immutable', risk: 'immutable', kinds: CLAIM, paths: ['spec.**'] },
      why: 'the spec of a claim cannot be changed: the API server refuses it, and the sync of the cluster fails',
      source: CLAIM_UPDATE,
    },
    {
      ...{ code: 'volume-moved', risk: 'orphan', kinds: VOLUME, paths: ['spec.**'] },
      why: 'the source of a volume cannot be changed; if the volume is recreated, it points to another place, and the images stay in the old one',
      source: VOLUME_UPDATE,
    },
    {
      ...{ code: 'class-unknown', risk: 'immutable', kinds: CLASS, paths: ['allowedTopologies.**', 'mountOptions.**'] },
      why: 'it applies only to new volumes',
      source: CLASS_UPDATE,
    },
  ],
  whole: [
    {
      ...{ code: 'claim-gone', risk: 'data-loss', kinds: CLAIM, action: 'removed' },
      why: 'nothing protects the claim from a sync: deleting it can delete the volume and every image',
      source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
    },
    {
      ...{ code: 'volume-gone', risk: 'orphan', kinds: VOLUME, action: 'removed' },
      why: 'nothing protects the volume from a sync: its claim is lost, and the images stay where no claim points',
      source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding',
    },
    {
      ...{ code: 'class-gone', risk: 'stuck', kinds: CLASS, action: 'removed' },
      why: 'without its class a claim is not provisioned and cannot grow; existing volumes stay',
      source: 'https://kubernetes.io/docs/concepts/storage/storage-classes/',
    },
  ],
};
