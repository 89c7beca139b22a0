/** StorageClasses behind a claim, and what their names tell. */

import { type OneNode, oneNodeByClass, oneNodeByDriver } from '../../../facts/block-classes';
import { DEFAULT_CLAIM } from '../../../facts/names';
import { PLATFORMS } from '../../../facts/platforms';
import type { Hit, Rule } from '../../rule';
import { valuesAtAny } from '../../walk';
import { type ClaimPart, claimPart } from './settings';

const classTwice: Rule = {
  code: 'PVC_CLASS_TWICE',
  severity: 'error',
  title: 'storageClassName and storageClass are both said',
  why: 'a claim has one class: which of the two is meant cannot be known',
  fix: 'keep storageClassName for a class that exists, or storageClass for one to be made',
  source: 'src/model/storage/pvc.ts',
  bad: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClassName: shared-files
        storageClass: {name: registry-files, provisioner: files.example.com}`,
  good: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClass: {name: registry-files, provisioner: files.example.com}`,
  check: ({ config }) =>
    valuesAtAny(config, ['storage.pvc', 'storage.odf.*']).flatMap(({ path, value }): readonly Hit[] => {
      const { storageClassName, storageClass } = value as ClaimPart['pvc'];
      if (storageClassName === undefined || storageClass === undefined) return [];
      const what = `storageClassName is "${storageClassName}", and storageClass makes "${storageClass.name}"`;
      return [{ path: [...path, 'storageClassName'], what }];
    }),
};

const reclaimDelete: Rule = {
  code: 'RECLAIM_DELETE',
  severity: 'warning',
  title: 'the volume goes when the claim goes',
  why: 'a claim that is deleted by mistake takes every image with it',
  fix: 'leave reclaimPolicy out: then it is Retain',
  source: 'Kubernetes documentation, reclaim policy',
  bad: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClass: {name: registry-files, provisioner: files.example.com, reclaimPolicy: Delete}`,
  good: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClass: {name: registry-files, provisioner: files.example.com}`,
  check: input => {
    const part = claimPart(input);
    if (part === undefined) return [];
    return (['storageClass', 'volume'] as const)
      .filter(key => part.pvc[key]?.reclaimPolicy === 'Delete')
      .map(key => ({ path: [...part.path, key, 'reclaimPolicy'], what: `reclaimPolicy of ${key} is Delete` }));
  },
};

const nfsOnRhel: Rule = {
  code: 'NFS_ON_RHEL',
  severity: 'warning',
  title: 'the registry is on NFS',
  why: 'tests of the NFS server of RHEL under the core services of OpenShift found faults; NFS of other makers may be fine, ask them',
  fix: 'use object storage, or a file system the maker of which supports a registry on it',
  source: 'OpenShift documentation, optimizing storage, NFS',
  bad: `
    platform: vsphere
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs-csi}}`,
  good: `
    platform: vsphere
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  check: input => {
    const part = claimPart(input);
    if (part === undefined) return [];
    if (part.pvc.volume?.nfs) return [{ path: [...part.path, 'volume', 'nfs'], what: 'the volume is an NFS export' }];
    const names = [part.pvc.storageClassName, part.pvc.storageClass?.name, part.pvc.storageClass?.provisioner];
    const nfs = names.find(name => name !== undefined && /nfs/i.test(name));
    if (nfs === undefined || input.model.platform !== 'vsphere') return [];
    const key = part.pvc.storageClassName === undefined ? 'storageClass' : 'storageClassName';
    return [{ path: [...part.path, key], what: `"${nfs}" looks like NFS` }];
  },
};

const cinderZone: Rule = {
  code: 'CINDER_ZONE_UNCHECKED',
  severity: 'warning',
  title: 'a volume is asked for in a named availability zone',
  why: 'nobody checks that the zone exists: a misspelt one leaves the claim Pending and the registry down',
  fix: 'compare the name with "openstack availability zone list --volume"',
  source: 'OpenShift documentation, registry on Cinder',
  bad: `
    platform: openstack
    storage:
      pvc:
        claim: registry-cinder
        accessModes: [ReadWriteOnce]
        storageClass: {name: registry-cinder, provisioner: cinder.csi.openstack.org, parameters: {availability: az1}}`,
  good: `
    platform: openstack
    storage:
      pvc:
        claim: registry-cinder
        accessModes: [ReadWriteOnce]
        storageClass: {name: registry-cinder, provisioner: cinder.csi.openstack.org}`,
  check: input => {
    const part = claimPart(input);
    const { provisioner, parameters } = part?.pvc.storageClass ?? {};
    const zone = parameters?.availability;
    if (part === undefined || zone === undefined || !provisioner?.includes('cinder')) return [];
    return [{ path: [...part.path, 'storageClass', 'parameters', 'availability'], what: `the zone is "${zone}"` }];
  },
};

const blockClass: Rule = {
  code: 'PVC_CLASS_BLOCK',
  severity: 'error',
  title: 'a shared file system is asked of a class of block devices',
  why: 'no volume can be made: the claim stays Pending and the registry down, while the operator reports that the claim exists',
  fix: 'name a class of shared files (NFS, CephFS, Azure Files, EFS, Manila), or use ReadWriteOnce and one replica; accept this where a class of that name is shared',
  source: 'OpenShift documentation, access modes of persistent storage',
  bad: `
    platform: aws
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClass: {name: registry-files, provisioner: ebs.csi.aws.com}`,
  good: `
    platform: aws
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClass: {name: registry-files, provisioner: efs.csi.aws.com}`,
  check: input => {
    const part = claimPart(input);
    if (part === undefined || !part.claim.accessModes.includes('ReadWriteMany')) return [];
    const { storageClass, storageClassName } = part.pvc;
    if (part.claim.existing || part.pvc.volume !== undefined || part.claim.volumeMode !== 'Filesystem') return [];
    if (storageClass !== undefined) {
      const what = `the claim is ReadWriteMany, and ${storageClass.provisioner} gives ${VOLUMES}`;
      return oneNodeHit([...part.path, 'storageClass', 'provisioner'], what, oneNodeByDriver(storageClass.provisioner));
    }
    if (storageClassName === undefined) return [];
    const sure = oneNodeByClass(storageClassName, input.model.platform);
    const rule = sure === 'certain' ? '' : ', as a rule';
    const what = `the claim is ReadWriteMany, and class "${storageClassName}" gives ${VOLUMES}${rule}`;
    return oneNodeHit([...part.path, 'storageClassName'], what, sure);
  },
};

const VOLUMES = 'volumes that one node can mount';

const oneNodeHit = (path: Hit['path'], what: string, sure: OneNode): readonly Hit[] =>
  sure === undefined ? [] : [{ path, what, ...(sure === 'certain' ? {} : { severity: 'warning' }) }];

const oldClaim: Rule = {
  code: 'OLD_CLAIM_LEFT',
  severity: 'info',
  title: 'the claim that the installer may have made stays behind',
  why: 'nobody moves images from one claim to the other, and the first one, with its volume, is never deleted',
  fix: `nothing on a new cluster; else copy what is to be kept, then delete claim ${DEFAULT_CLAIM} by hand`,
  source: 'OpenShift documentation, registry on a Cinder volume in a named zone',
  bad: `
    platform: openstack
    storage: {pvc: {claim: registry-cinder, accessModes: [ReadWriteOnce], storageClassName: az1}}`,
  good: `
    platform: vsphere
    storage: {pvc: {claim: registry-block, accessModes: [ReadWriteOnce], storageClassName: thin-csi}}`,
  check: input => {
    const part = claimPart(input);
    const other = part !== undefined && part.claim.name !== DEFAULT_CLAIM;
    if (!other || !PLATFORMS[input.model.platform]?.bootstrap.includes('pvc')) return [];
    const what = `the registry moves to claim "${part.claim.name}", and ${DEFAULT_CLAIM} may be there already`;
    return [{ path: [...part.path, 'claim'], what }];
  },
};

/** In the order they are listed in the documentation. */
export const CLAIM_CLASS_RULES: readonly Rule[] = [
  classTwice,
  reclaimDelete,
  nfsOnRhel,
  cinderZone,
  blockClass,
  oldClaim,
];
