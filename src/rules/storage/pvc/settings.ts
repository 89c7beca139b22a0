/** What a claim requests: size, class and mode, and who creates it. */

import type { PvcStorage } from '../../../config/shape/pvc';
import { DEFAULT_CLAIM } from '../../../facts/names';
import type { ConfigPath } from '../../../findings/finding';
import { isOneWriter } from '../../../model/registry';
import type { ClaimModel } from '../../../model/storage-model';
import { parseQuantity } from '../../../values/quantity';
import { MEBIBYTE } from '../../registry/sizes';
import { type Hit, hitIf, type Rule, type RuleInput } from '../../rule';

/** A claim as it is written, its path, and the claim that is emitted. */
export interface ClaimPart {
  readonly pvc: Partial<PvcStorage>;
  readonly path: ConfigPath;
  readonly claim: ClaimModel;
}

/** The claim of `storage.pvc` or `storage.odf.cephfs`, if that is the storage. */
export function claimPart({ config, model }: RuleInput): ClaimPart | undefined {
  const { storage } = model;
  if (storage?.claim === undefined) return undefined;
  const pvc = storage.path[1] === 'odf' ? config.storage?.odf?.cephfs : config.storage?.pvc;
  return pvc === undefined ? undefined : { pvc, path: storage.path, claim: storage.claim };
}

/** Whether emptyDir and small volumes are refused. */
export const isProduction = ({ model }: RuleInput): boolean => model.environment === 'production';

const LEAST_SIZE = 100n * 1024n ** 3n * 1_000_000_000n;

const sizeMin: Rule = {
  code: 'PVC_SIZE_MIN',
  severity: 'warning',
  title: 'the volume of a production cluster is smaller than 100Gi',
  why: 'a full volume stops every push and build; the OpenShift documentation requires 100Gi, and the operator does not check it',
  fix: 'set size to 100Gi or more; accept this if the images fit, or if the size has no effect, as on NFS',
  source: 'OpenShift documentation, registry storage for production',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs, size: 50Gi}}`,
  good: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs, size: 200Gi}}`,
  check: input => {
    const part = claimPart(input);
    if (part === undefined || part.claim.existing || !isProduction(input)) return [];
    const { nano } = parseQuantity(part.claim.size) ?? { nano: LEAST_SIZE };
    // A size in bytes is a forgotten unit, and reported as such.
    const small = nano >= MEBIBYTE && nano < LEAST_SIZE;
    return hitIf(small, () => ({
      path: [...part.path, 'size'],
      what: `volume size ${part.claim.size} is below the 100Gi minimum for production`,
    }));
  },
};

const volumeMode: Rule = {
  code: 'PVC_VOLUME_MODE',
  severity: 'error',
  title: 'the registry cannot use a raw block device',
  why: 'the registry writes files: its pods cannot mount a volume that has no file system',
  fix: 'remove volumeMode, or set it to Filesystem; "block storage" in the OpenShift documentation means ReadWriteOnce',
  source: 'OpenShift documentation, block registry storage',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: lvms-vg1, volumeMode: Block}}`,
  good: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: lvms-vg1}}`,
  check: input => {
    const part = claimPart(input);
    if (part?.claim.volumeMode !== 'Block') return [];
    return [
      {
        path: [...part.path, 'volumeMode'],
        what: 'volumeMode must be Filesystem: the registry cannot use a raw block device',
      },
    ];
  },
};

const classUnnamed: Rule = {
  code: 'PVC_CLASS_UNNAMED',
  severity: 'warning',
  title: 'a ReadWriteMany claim relies on the default StorageClass',
  why: 'many default classes have only ReadWriteOnce volumes: the claim and the pods stay Pending, while the operator only reports that the claim exists',
  fix: 'set storageClassName to a class that supports ReadWriteMany',
  source: 'OpenShift documentation, registry storage; operator pkg/storage/pvc/pvc.go',
  bad: `
    platform: vsphere
    storage: {pvc: {accessModes: [ReadWriteMany]}}`,
  good: `
    platform: vsphere
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  check: input => {
    const part = claimPart(input);
    if (part === undefined || part.claim.existing) return [];
    const open = part.claim.storageClassName === undefined && part.claim.accessModes.includes('ReadWriteMany');
    const what = `claim "${part.claim.name}" is ReadWriteMany, but storageClassName is not set`;
    return hitIf(open, () => ({ path: part.path, what }));
  },
};

const blockNotHa: Rule = {
  code: 'BLOCK_NOT_HA',
  severity: 'warning',
  title: 'the registry of a production cluster will be down during every rollout',
  why: 'while the pod is replaced, in an upgrade or after a node is lost, pulls and pushes fail',
  fix: 'use object storage or a ReadWriteMany class, or accept this with a reason',
  source: 'OpenShift documentation, block registry storage',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: lvms-vg1}}`,
  good: `
    platform: baremetal
    topology: single-node
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: lvms-vg1}}`,
  check: input => {
    const { model } = input;
    const alone = isOneWriter(model.storage) && isProduction(input) && model.topology !== 'single-node';
    const path = model.storage?.path ?? [];
    const { name, accessModes = [] } = model.storage?.claim ?? {};
    const what = `the registry will be down during every rollout: claim "${name}" is ${accessModes.join(', ')}, so only one pod can run`;
    return hitIf(alone, () => ({ path, what }));
  },
};

const sharedAccess: Rule = {
  code: 'SHARED_STORAGE_ACCESS',
  severity: 'info',
  title: 'images are on a share that others may also reach',
  why: 'anyone who can write to the export can change images without the registry noticing',
  fix: 'restrict the export to the nodes of the cluster',
  source: 'OpenShift documentation, registry storage',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: {server: nfs.example.com, path: /registry}}}}`,
  good: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  check: input => {
    const part = claimPart(input);
    const nfs = part?.pvc.volume?.nfs;
    if (part === undefined || nfs === undefined) return [];
    return [
      {
        path: [...part.path, 'volume', 'nfs'],
        what: `others may also be able to write to the NFS export ${nfs.server}:${nfs.path}`,
      },
    ];
  },
};

const EXISTING_IGNORES = ['size', 'storageClassName', 'storageClass', 'volume', 'volumeMode', 'metadata'] as const;

const existingIgnored: Rule = {
  code: 'PVC_EXISTING_IGNORED',
  severity: 'warning',
  title: 'a setting has no effect on an existing claim',
  why: 'the claim is not emitted, so nothing that is set here reaches it',
  fix: 'remove this setting, or remove existing: true',
  source: 'src/manifests/storage/claim.ts',
  bad: `
    platform: baremetal
    storage: {pvc: {claim: theirs, existing: true, accessModes: [ReadWriteMany], size: 200Gi}}`,
  good: `
    platform: baremetal
    storage: {pvc: {claim: theirs, existing: true, accessModes: [ReadWriteMany]}}`,
  check: input => {
    const part = claimPart(input);
    if (part?.claim.existing !== true) return [];
    return EXISTING_IGNORES.filter(key => part.pvc[key] !== undefined).map(
      (key): Hit => ({
        path: [...part.path, key],
        what: `${key} has no effect: claim "${part.claim.name}" already exists`,
      }),
    );
  },
};

const nameTaken: Rule = {
  code: 'PVC_NAME_TAKEN',
  severity: 'warning',
  title: 'the claim may already exist with other settings',
  why: 'on this platform the operator may have created a claim of that name: its class and access modes cannot be changed, and the sync fails',
  fix: 'set claim to another name, or set existing: true to use the claim that is there',
  source: 'operator pkg/storage/storage.go GetPlatformStorage',
  bad: `
    platform: ovirt
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  good: `
    platform: ovirt
    storage: {pvc: {claim: registry-files, accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  check: input => {
    const part = claimPart(input);
    const made = ['ovirt', 'openstack'].includes(input.model.platform);
    if (part === undefined || !made || part.claim.existing || part.claim.name !== DEFAULT_CLAIM) return [];
    return [{ path: [...part.path, 'claim'], what: `claim "${DEFAULT_CLAIM}" may already exist with other settings` }];
  },
};

/** In the order they are listed in the documentation. */
export const CLAIM_SETTING_RULES: readonly Rule[] = [
  sizeMin,
  volumeMode,
  classUnnamed,
  blockNotHa,
  sharedAccess,
  existingIgnored,
  nameTaken,
];
