import { CLAIM_CLASS_RULES } from '../../../../src/rules/storage/pvc/classes';
import { CLAIM_VOLUME_RULES } from '../../../../src/rules/storage/pvc/volumes';
import { runCluster } from '../../../support/fleet';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf([...CLAIM_VOLUME_RULES, ...CLAIM_CLASS_RULES]);
const pvc = (change: object, platform = 'baremetal'): readonly string[] =>
  codes(JSON.stringify({ platform, storage: { pvc: { accessModes: ['ReadWriteMany'], ...change } } }));
const CLASS = { name: 'registry', provisioner: 'files.example.com' };
const CSI = { csi: { driver: 'files.example.com', volumeHandle: 'v1' } };
const NODE = { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }] } };
const LOCAL = { local: { path: '/mnt' }, nodeAffinity: NODE };

test.each<[string, object, string[]]>([
  ['a class of ours', { storageClass: CLASS }, []],
  ['two classes', { storageClass: CLASS, storageClassName: 'registry' }, ['PVC_CLASS_TWICE']],
  ['a static volume', { volume: CSI }, []],
  ['a volume without source', { volume: {} }, ['VOLUME_SOURCE']],
  ['a volume with two', { volume: { ...CSI, nfs: { server: 's', path: '/' } } }, ['NFS_ON_RHEL', 'VOLUME_SOURCE']],
  ['a local volume', { accessModes: ['ReadWriteOnce'], volume: LOCAL }, []],
  [
    'a local volume of no node',
    { accessModes: ['ReadWriteOnce'], volume: { local: { path: '/mnt' } } },
    ['VOLUME_LOCAL_NODE'],
  ],
  ['a local volume for two pods', { volume: LOCAL }, ['VOLUME_NOT_SHARED']],
  ['a LUN for all', { volume: { fc: { targetWWNs: ['5'], lun: 0 } } }, ['VOLUME_NOT_SHARED']],
  ['a volume in a class that makes some', { storageClass: CLASS, volume: CSI }, ['VOLUME_CLASS_PROVISIONER']],
  [
    'a volume in a class that makes none',
    { storageClass: { ...CLASS, provisioner: 'kubernetes.io/no-provisioner' }, volume: CSI },
    [],
  ],
  ['Delete of the class', { storageClass: { ...CLASS, reclaimPolicy: 'Delete' } }, ['RECLAIM_DELETE']],
  ['Delete of the volume', { volume: { ...CSI, reclaimPolicy: 'Delete' } }, ['RECLAIM_DELETE']],
  ['Retain', { storageClass: { ...CLASS, reclaimPolicy: 'Retain' } }, []],
  ['an export', { volume: { nfs: { server: 's', path: '/' } } }, ['NFS_ON_RHEL']],
  ['a class called after NFS', { storageClassName: 'nfs-csi' }, []],
  ['a zone of another driver', { storageClass: { ...CLASS, parameters: { availability: 'az1' } } }, []],
  [
    'a zone of Cinder',
    { storageClass: { name: 'c', provisioner: 'cinder.csi.openstack.org', parameters: { availability: 'az1' } } },
    ['CINDER_ZONE_UNCHECKED', 'PVC_CLASS_BLOCK'],
  ],
  ['a class of block devices', { storageClassName: 'ocs-storagecluster-ceph-rbd' }, ['PVC_CLASS_BLOCK']],
  ['a class of shared files', { storageClassName: 'ocs-storagecluster-cephfs' }, []],
  ['block devices for one node', { storageClassName: 'gp3-csi', accessModes: ['ReadWriteOnce'] }, []],
  ['a claim that is there', { storageClassName: 'gp3-csi', existing: true }, []],
])('%s', (_, change, expected) => expect([...pvc(change)].sort()).toEqual(expected));

test.each<[string, object, string[]]>([
  ['by name', { storageClassName: 'NFS-files' }, ['NFS_ON_RHEL']],
  ['by provisioner', { storageClass: { name: 'files', provisioner: 'nfs.csi.k8s.io' } }, ['NFS_ON_RHEL']],
  ['not at all', { storageClassName: 'files' }, []],
])('NFS on vSphere is known %s', (_, change, expected) => expect(pvc(change, 'vsphere')).toEqual(expected));

test('two classes of a bucket claim', () => {
  const noobaa = { bucketName: 'registry', storageClassName: 'a', storageClass: { name: 'b' } };
  expect(codes(JSON.stringify({ platform: 'vsphere', storage: { odf: { noobaa } } }))).toEqual(['PVC_CLASS_TWICE']);
});

describe('a shared file system', () => {
  const verdict = (platform: string, claim: object): string => {
    const storage = { pvc: { accessModes: ['ReadWriteMany'], ...claim } };
    const { findings } = runCluster(JSON.stringify({ platform, openshift: '4.16', storage }));
    return findings.find(({ code }) => code === 'PVC_CLASS_BLOCK')?.severity ?? 'none';
  };

  test.each<[string, string, string]>([
    ['aws', 'gp3-csi', 'error'],
    ['aws', 'gp2-csi', 'error'],
    ['aws', 'gp2', 'error'],
    ['azure', 'managed-csi', 'error'],
    ['azure', 'managed-premium', 'error'],
    ['gcp', 'standard-csi', 'error'],
    ['openstack', 'standard-csi', 'error'],
    ['vsphere', 'thin', 'error'],
    ['ibmcloud', 'ibmc-vpc-block-10iops-tier', 'error'],
    ['vsphere', 'ocs-storagecluster-ceph-rbd', 'error'],
    ['baremetal', 'ocs-external-storagecluster-ceph-rbd', 'error'],
    ['none', 'lvms-vg1', 'error'],
    ['vsphere', 'thin-csi', 'warning'],
    ['vsphere', 'gp3-csi', 'warning'],
    ['baremetal', 'thin', 'warning'],
    ['nutanix', 'nutanix-volume', 'warning'],
    ['baremetal', 'rook-ceph-block', 'warning'],
    ['baremetal', 'topolvm-provisioner', 'warning'],
    ['ovirt', 'ovirt-csi-sc', 'warning'],
    ['ibmcloud', 'ibmc-block-gold', 'warning'],
    ['none', 'odf-lvm-vg1', 'warning'],
    ['baremetal', 'localblock', 'warning'],
    ['none', 'crc-csi-hostpath-provisioner', 'warning'],
    ['gcp', 'standard', 'warning'],
    ['baremetal', 'standard', 'none'],
    ['aws', 'efs-sc', 'none'],
    ['azure', 'azurefile-csi', 'none'],
    ['baremetal', 'ocs-storagecluster-cephfs', 'none'],
    ['baremetal', 'block', 'none'],
    ['nutanix', 'nutanix-files', 'none'],
  ])('on %s of class %s: %s', (platform, storageClassName, expected) =>
    expect(verdict(platform, { storageClassName })).toBe(expected),
  );

  test.each<[string, string]>([
    ['ebs.csi.aws.com', 'error'],
    ['csi.ovirt.org', 'error'],
    ['openshift-storage.rbd.csi.ceph.com', 'error'],
    ['kubevirt.io.hostpath-provisioner', 'warning'],
    ['csi.nutanix.com', 'none'],
    ['nfs.csi.k8s.io', 'none'],
  ])('of a class of ours with %s: %s', (provisioner, expected) =>
    expect(verdict('none', { storageClass: { name: 'files', provisioner } })).toBe(expected),
  );

  test('may be accepted where the class is known to be shared', () => {
    const storage = { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'thin' } };
    const accept = [{ code: 'PVC_CLASS_BLOCK', reason: 'thin is our own class of vSAN files' }];
    expect(codes(JSON.stringify({ platform: 'vsphere', storage, accept }))).toEqual([]);
  });
});
