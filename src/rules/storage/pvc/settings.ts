/** What a claim asks for: size, class, mode, and whose it is. */

import type { PvcStorage } from '../../../config/shape/pvc';
import { DEFAULT_CLAIM } from '../../../facts/names';
import type { ConfigPath } from '../../../findings/finding';
import { isOneWriter } from '../../../model/registry';
import type { ClaimModel } from '../../../model/storage-model';
import { parseQuantity } from '../../../values/quantity';
import { type Hit, hitIf, type Rule, type RuleInput } from '../../rule';

/** A claim as it is written, where, and what became of it. */
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

/** Whether throw-away and small storage are refused. */
export const isProduction = ({ model }: RuleInput): boolean => model.environment === 'production';

const LEAST_SIZE = 100n * 1024n ** 3n * 1_000_000_000n;

const sizeMin: Rule = {
  code: 'PVC_SIZE_MIN',
  severity: 'warning',
  title: 'the volume of a production cluster is smaller than 100Gi',
  why: 'a full volume stops every push and build; the documentation asks for 100Gi at least, and the operator checks nothing',
  fix: 'set size to 100Gi or more; accept this where the images are known to fit, or where the size means nothing, as on NFS',
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
    const small = nano > 0n && nano < LEAST_SIZE;
    return hitIf(small, () => ({ path: [...part.path, 'size'], what: `size is ${part.claim.size}` }));
  },
};

const volumeMode: Rule = {
  code: 'PVC_VOLUME_MODE',
  severity: 'error',
  title: 'the claim asks for a raw block device',
  why: 'the registry writes files: its pods cannot mount a volume without a file system',
  fix: 'leave volumeMode out, or set it to Filesystem; "block storage" in the documentation means ReadWriteOnce',
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
    return [{ path: [...part.path, 'volumeMode'], what: 'volumeMode is Block' }];
  },
};

const classUnnamed: Rule = {
  code: 'PVC_CLASS_UNNAMED',
  severity: 'warning',
  title: 'a shared volume is asked of whatever class is the default',
  why: 'many default classes give ReadWriteOnce volumes only: the claim stays Pending, the pods with it, and the operator says that the claim exists',
  fix: 'name a class with ReadWriteMany under storageClassName',
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
    const what = `claim "${part.claim.name}" is ReadWriteMany and names no class`;
    return hitIf(open, () => ({ path: part.path, what }));
  },
};

const blockNotHa: Rule = {
  code: 'BLOCK_NOT_HA',
  severity: 'warning',
  title: 'one registry pod on a ReadWriteOnce volume serves a production cluster',
  why: 'while the pod is replaced, by an upgrade or after a node is lost, nothing can be pulled or pushed',
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
    return hitIf(alone, () => ({ path, what: `claim "${name}" is ${accessModes.join(', ')}` }));
  },
};

const sharedAccess: Rule = {
  code: 'SHARED_STORAGE_ACCESS',
  severity: 'info',
  title: 'images are on a share that others may reach too',
  why: 'who can write to the export can change images behind the registry: nothing in the cluster guards it',
  fix: 'limit the export to the nodes of the cluster',
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
    return [{ path: [...part.path, 'volume', 'nfs'], what: `images are on the export ${nfs.server}:${nfs.path}` }];
  },
};

const EXISTING_IGNORES = ['size', 'storageClassName', 'storageClass', 'volume', 'volumeMode', 'metadata'] as const;

const existingIgnored: Rule = {
  code: 'PVC_EXISTING_IGNORED',
  severity: 'warning',
  title: 'settings of a claim that someone else makes',
  why: 'the claim is not emitted: what is said of it here has no effect on it',
  fix: 'remove the setting, or remove existing',
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
      (key): Hit => ({ path: [...part.path, key], what: `${key} is said of claim "${part.claim.name}", which exists` }),
    );
  },
};

const nameTaken: Rule = {
  code: 'PVC_NAME_TAKEN',
  severity: 'warning',
  title: 'our claim has the name of the one the installer may have made',
  why: 'where the operator made a claim of that name, its class and access modes cannot be changed: the API server refuses ours and the sync fails',
  fix: 'give the claim another name, or set existing to true to use the one that is there',
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
    return [{ path: [...part.path, 'claim'], what: `the claim is called ${DEFAULT_CLAIM}` }];
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
