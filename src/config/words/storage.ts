/** Words for storage: products, protocols and the classes of clouds. */

import type { CommonWord, Words } from './common-word';

const claim = (is: string, accessMode: string, storageClass: string): CommonWord => ({
  is,
  write: `storage: {pvc: {accessModes: [${accessMode}], storageClassName: ${storageClass}}}`,
});

const CEPHFS: CommonWord = {
  is: 'the file system of OpenShift Data Foundation',
  write: 'storage: {odf: {cephfs: {}}}',
};
const RGW: CommonWord = {
  is: 'the Ceph object gateway of OpenShift Data Foundation',
  write: 'storage: {odf: {rgw: {bucketName: BUCKET}}}',
};
const NOOBAA: CommonWord = {
  is: 'the Multicloud Object Gateway of OpenShift Data Foundation',
  write: 'storage: {odf: {noobaa: {bucketName: BUCKET}}}',
};

/** Keys below `storage.odf`. */
export const ODF_WORDS: Words = [
  ['ceph', CEPHFS],
  ['rook radosgw rados cephobject cephrgw objectgateway', RGW],
  ['mcg multicloudgateway objectbucketclaim obc', NOOBAA],
];

/** Keys below `storage`. */
export const STORAGE_WORDS: Words = [
  ...ODF_WORDS,
  ['cephfs', CEPHFS],
  ['rgw', RGW],
  ['noobaa', NOOBAA],
  [
    'ocs datafoundation openshiftdatafoundation fusion',
    { is: 'OpenShift Data Foundation', write: 'storage: {odf: {cephfs: {}}}' },
  ],
  [
    'nfs nfsserver',
    {
      is: 'a static volume behind a claim',
      write: 'storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: {server: SERVER, path: /PATH}}}}',
    },
  ],
  [
    'hostpath local localpath',
    {
      is: 'a path of one node, a static volume behind a claim',
      write:
        'storage: {pvc: {accessModes: [ReadWriteOnce], volume: {local: {path: /PATH}, nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [NODE]}]}]}}}}}',
    },
  ],
  [
    'minio objectstorage objectstore garage seaweedfs swiftstack netapps3 scality ecs flashblade wasabi r2',
    {
      is: 'a store that speaks S3',
      write: 'storage: {s3: {bucket: BUCKET, region: us-east-1, regionEndpoint: "https://HOST"}}',
    },
  ],
  ['bucket buckets aws awss3 amazons3', { is: 'S3', write: 'storage: {s3: {bucket: BUCKET, region: REGION}}' }],
  [
    'google googlecloud googlecloudstorage gcp cloudstorage',
    { is: 'Google Cloud Storage', write: 'storage: {gcs: {bucket: BUCKET, region: REGION}}' },
  ],
  [
    'blob azureblob blobstorage azurestorage storageaccount container',
    {
      is: 'a container of an Azure storage account',
      write: 'storage: {azure: {accountName: ACCOUNT, container: NAME}}',
    },
  ],
  ['cos ibm objectstorageibm', { is: 'IBM Cloud Object Storage', write: 'storage: {ibmcos: {bucket: BUCKET}}' }],
  [
    'alibaba alioss aliyun',
    { is: 'the object storage of Alibaba Cloud', write: 'storage: {oss: {bucket: BUCKET, region: REGION}}' },
  ],
  ['ebs gp2 gp3 awsebs', claim('a block volume', 'ReadWriteOnce', 'gp3-csi')],
  ['efs awsefs', claim('a shared file system', 'ReadWriteMany', 'CLASS')],
  ['azuredisk manageddisk manageddisks', claim('a block volume', 'ReadWriteOnce', 'managed-csi')],
  ['azurefile azurefiles', claim('a shared file system', 'ReadWriteMany', 'azurefile-csi')],
  ['filestore', claim('a shared file system', 'ReadWriteMany', 'CLASS')],
  ['cinder cindervolume', claim('a block volume', 'ReadWriteOnce', 'standard-csi')],
  ['manila', claim('a shared file system', 'ReadWriteMany', 'CLASS')],
  ['vsan vspherevolume vmdk', claim('a volume of vSphere', 'ReadWriteOnce', 'thin-csi')],
  ['lvm lvms topolvm', claim('a block volume of one node', 'ReadWriteOnce', 'lvms-vg1')],
  ['rbd cephrbd', claim('a block volume', 'ReadWriteOnce', 'ocs-storagecluster-ceph-rbd')],
  ['longhorn portworx trident netapp gpfs spectrumscale', claim('a class behind a claim', 'ReadWriteMany', 'CLASS')],
  [
    'persistentvolumeclaim persistentvolume persistent filesystem file volume block claimname',
    claim('a claim', 'ReadWriteMany', 'CLASS'),
  ],
  ['ephemeral temporary tmp memory', { is: 'emptyDir', write: 'storage: {emptyDir: {}}' }],
  [
    'type backend driver kind provider',
    {
      is: 'the key of the backend itself',
      fix: 'name the backend by its key: s3, gcs, azure, swift, ibmcos, oss, pvc, odf or emptyDir',
    },
  ],
];
