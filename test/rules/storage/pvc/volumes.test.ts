import { CLAIM_CLASS_RULES } from '../../../../src/rules/storage/pvc/classes';
import { CLAIM_VOLUME_RULES } from '../../../../src/rules/storage/pvc/volumes';
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
  ['a class of block devices', { storageClassName: 'ocs-storagecluster-ceph-rbd' }, ['PVC_CLASS_BLOCK warning']],
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
