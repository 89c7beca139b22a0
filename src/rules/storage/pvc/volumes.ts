/** Static volumes that are emitted behind a claim, and their classes. */

import { hitIf, type Rule, type RuleInput } from '../../rule';
import { type ClaimPart, claimPart } from './settings';

/** The claim, if a static volume is emitted for it. */
function volumePart(
  input: RuleInput,
): (ClaimPart & { readonly volume: NonNullable<ClaimPart['pvc']['volume']> }) | undefined {
  const part = claimPart(input);
  const volume = part?.pvc.volume;
  return part === undefined || volume === undefined ? undefined : { ...part, volume };
}

const SOURCES = ['nfs', 'local', 'csi', 'iscsi', 'fc'] as const;

const source: Rule = {
  code: 'VOLUME_SOURCE',
  severity: 'error',
  acceptable: false,
  title: 'a static volume must have exactly one source',
  why: 'the API server refuses the PersistentVolume',
  fix: `keep exactly one of ${SOURCES.join(', ')}`,
  source: 'kubernetes pkg/apis/core/validation ValidatePersistentVolume',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], volume: {name: registry}}}`,
  good: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: {server: nfs.example.com, path: /registry}}}}`,
  check: input => {
    const part = volumePart(input);
    if (part === undefined) return [];
    const said = SOURCES.filter(key => part.volume[key] !== undefined);
    const what = `the volume must have exactly one source, not ${said.join(' and ') || 'none'}`;
    return hitIf(said.length !== 1, () => ({ path: [...part.path, 'volume'], what }));
  },
};

const localNode: Rule = {
  code: 'VOLUME_LOCAL_NODE',
  severity: 'error',
  acceptable: false,
  title: 'a local volume has no nodeAffinity',
  why: 'the API server refuses a local PersistentVolume without nodeAffinity',
  fix: 'add nodeAffinity with the host name of the node',
  source: 'kubernetes pkg/apis/core/validation ValidatePersistentVolume',
  bad: `
    platform: none
    storage: {pvc: {accessModes: [ReadWriteOnce], volume: {local: {path: /mnt/registry}}}}`,
  good: `
    platform: none
    storage:
      pvc:
        accessModes: [ReadWriteOnce]
        volume:
          local: {path: /mnt/registry}
          nodeAffinity:
            required:
              nodeSelectorTerms:
                - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [worker-0]}]`,
  check: input => {
    const part = volumePart(input);
    if (part?.volume.local === undefined || part.volume.nodeAffinity !== undefined) return [];
    const what = `local volume ${part.volume.local.path} has no nodeAffinity`;
    return [{ path: [...part.path, 'volume', 'local'], what }];
  },
};

const notShared: Rule = {
  code: 'VOLUME_NOT_SHARED',
  severity: 'error',
  title: 'a disk cannot be ReadWriteMany',
  why: 'two nodes that write to an ordinary file system on a LUN destroy it; a local path exists on one node only, and a second replica may run on another',
  fix: 'set accessModes: [ReadWriteOnce], or use a shared file system such as CephFS; for a local path, registry.replicas: 1 is enough',
  source: 'Kubernetes documentation, access modes of persistent volumes',
  bad: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        volume: {iscsi: {targetPortal: "192.0.2.10:3260", iqn: "iqn.2001-04.com.example:registry", lun: 0}}`,
  good: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteOnce]
        volume: {iscsi: {targetPortal: "192.0.2.10:3260", iqn: "iqn.2001-04.com.example:registry", lun: 0}}`,
  check: input => {
    const part = volumePart(input);
    const disk = (['local', 'iscsi', 'fc'] as const).find(key => part?.volume[key] !== undefined);
    if (part === undefined || disk === undefined || !part.claim.accessModes.includes('ReadWriteMany')) return [];
    const replicas = input.model.registry?.replicas ?? 1;
    if (disk === 'local' && replicas <= 1) return [];
    const many = disk === 'local' ? ` with ${replicas} replicas` : '';
    const path = [...part.path, 'accessModes'];
    return [{ path, what: `accessModes cannot be ReadWriteMany on a volume of kind ${disk}${many}` }];
  },
};

const volumeProvisioner: Rule = {
  code: 'VOLUME_CLASS_PROVISIONER',
  severity: 'warning',
  title: 'the StorageClass of a static volume would also create volumes',
  why: 'claim and volume name each other, so the registry does not need the provisioner; any other claim of this class would get a new volume that you did not plan',
  fix: 'remove storageClass, or set its provisioner to kubernetes.io/no-provisioner',
  source: 'Kubernetes documentation, persistent volumes',
  bad: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClass: {name: registry-files, provisioner: files.example.com}
        volume: {nfs: {server: nfs.example.com, path: /registry}}`,
  good: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClass: {name: registry-files, provisioner: kubernetes.io/no-provisioner}
        volume: {nfs: {server: nfs.example.com, path: /registry}}`,
  check: input => {
    const part = volumePart(input);
    const { storageClass } = part?.pvc ?? {};
    if (part === undefined || storageClass === undefined) return [];
    const makes = storageClass.provisioner !== 'kubernetes.io/no-provisioner';
    const path = [...part.path, 'storageClass', 'provisioner'];
    return hitIf(makes, () => ({
      path,
      what: `a static volume needs no provisioner, but the class has ${storageClass.provisioner}`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const CLAIM_VOLUME_RULES: readonly Rule[] = [source, localNode, notShared, volumeProvisioner];
