/** StorageClasses behind a claim, and what their names reveal. */

import { type OneNode, oneNodeByClass, oneNodeByDriver } from '../../../facts/block-classes';
import { DEFAULT_CLAIM } from '../../../facts/names';
import { PLATFORMS } from '../../../facts/platforms';
import type { Hit, Rule } from '../../rule';
import { valuesAtAny } from '../../walk';
import { type ClaimPart, claimPart } from './settings';

const classTwice: Rule = {
  code: 'PVC_CLASS_TWICE',
  severity: 'error',
  title: 'both storageClassName and storageClass are set',
  why: 'a claim has one StorageClass: the other would have no effect',
  fix: 'keep storageClassName to use an existing class, or storageClass to create one',
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
      const what = `storageClassName "${storageClassName}" and storageClass "${storageClass.name}" cannot both be set`;
      return [{ path: [...path, 'storageClassName'], what }];
    }),
};

const reclaimDelete: Rule = {
  code: 'RECLAIM_DELETE',
  severity: 'warning',
  title: 'deleting the claim would delete the volume with all images',
  why: 'if the claim is deleted by mistake, every image is deleted with it',
  fix: 'remove reclaimPolicy, which is then Retain',
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
      .map(key => ({
        path: [...part.path, key, 'reclaimPolicy'],
        what: `deleting claim "${part.claim.name}" would delete its volume: reclaimPolicy of ${key} is Delete`,
      }));
  },
};

const nfsOnRhel: Rule = {
  code: 'NFS_ON_RHEL',
  severity: 'warning',
  title: 'the registry is on NFS',
  why: "Red Hat's testing found problems with the RHEL NFS server as storage for core services such as the registry; other NFS implementations may work",
  fix: 'use object storage, or confirm vendor support and accept this',
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
    if (part.pvc.volume?.nfs)
      return [
        {
          path: [...part.path, 'volume', 'nfs'],
          what: `the volume is on NFS, which may not work for the registry: ${part.pvc.volume.nfs.server}:${part.pvc.volume.nfs.path}`,
        },
      ];
    const names = [part.pvc.storageClassName, part.pvc.storageClass?.name, part.pvc.storageClass?.provisioner];
    const nfs = names.find(name => name !== undefined && /nfs/i.test(name));
    if (nfs === undefined || input.model.platform !== 'vsphere') return [];
    const key = part.pvc.storageClassName === undefined ? 'storageClass' : 'storageClassName';
    return [
      {
        path: [...part.path, key],
        what: `storage class "${nfs}" appears to be NFS, which may not work for the registry`,
      },
    ];
  },
};

const cinderZone: Rule = {
  code: 'CINDER_ZONE_UNCHECKED',
  severity: 'warning',
  title: 'the availability zone of the volume is not checked',
  why: 'if the zone does not exist, the claim stays Pending and the registry is down',
  fix: 'compare the name with "openstack availability zone list --volume", then accept this',
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
    return [
      {
        path: [...part.path, 'storageClass', 'parameters', 'availability'],
        what: `availability zone "${zone}" is not checked and may not exist`,
      },
    ];
  },
};

const blockClass: Rule = {
  code: 'PVC_CLASS_BLOCK',
  severity: 'error',
  title: 'the StorageClass has block volumes, which cannot be ReadWriteMany',
  why: 'no volume can be created: the claim stays Pending and the registry is down, while the operator only reports that the claim exists',
  fix: 'set storageClassName to a class with shared files (CephFS, Azure Files, EFS, Manila), or set accessModes: [ReadWriteOnce]; accept this if the class supports ReadWriteMany',
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
      const what = `the claim is ReadWriteMany, but ${storageClass.provisioner} ${VOLUMES}`;
      return oneNodeHit([...part.path, 'storageClass', 'provisioner'], what, oneNodeByDriver(storageClass.provisioner));
    }
    if (storageClassName === undefined) return [];
    const sure = oneNodeByClass(storageClassName, input.model.platform);
    const volumes = sure === 'certain' ? VOLUMES : `usually ${VOLUMES}`;
    const what = `the claim is ReadWriteMany, but class "${storageClassName}" ${volumes}`;
    return oneNodeHit([...part.path, 'storageClassName'], what, sure);
  },
};

const VOLUMES = 'creates volumes that only one node can mount';

const oneNodeHit = (path: Hit['path'], what: string, sure: OneNode): readonly Hit[] =>
  sure === undefined ? [] : [{ path, what, ...(sure === 'certain' ? {} : { severity: 'warning' }) }];

const oldClaim: Rule = {
  code: 'OLD_CLAIM_LEFT',
  severity: 'info',
  title: 'an old claim may be left over',
  why: 'images are not copied to the new claim, and the old claim and its volume are never deleted',
  fix: `nothing to do on a new cluster; otherwise copy the images you need, then run "oc delete pvc ${DEFAULT_CLAIM} -n openshift-image-registry"`,
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
    const what = `the registry uses claim "${part.claim.name}", and claim "${DEFAULT_CLAIM}" of the installer may be left over`;
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
