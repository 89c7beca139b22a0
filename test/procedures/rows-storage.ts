/** P25 to P55: storage. */

import { BUCKET_KEYS, CONFIG, CREDENTIALS, type ProcedureRow, TAKE_OVER, USER_SECRET } from './row';

const CLAIM = 'PersistentVolumeClaim openshift-image-registry/';
const STANDARD_CLAIM = `${CLAIM}image-registry-storage`;

/** Platforms where the operator may have chosen another backend than that of these rows. */
const OTHER_STORAGE = ['openstack'];

const objectStore = (id: string, what: string, platform: string, storage: string, more = ''): ProcedureRow => ({
  id,
  what,
  config: `{platform: ${platform}, ${more}storage: {${storage}}, ${CREDENTIALS}}`,
  objects: [CONFIG, USER_SECRET, ...(OTHER_STORAGE.includes(platform) ? [TAKE_OVER] : [])],
});
const claim = (id: string, what: string, platform: string, pvc: string): ProcedureRow => ({
  id,
  what,
  config: `{platform: ${platform}, storage: {pvc: {${pvc}}}}`,
  objects: [CONFIG, STANDARD_CLAIM],
});

const S3 = 'bucket: acme-registry, region: eu-west-1';
const GCS = 'bucket: acme-registry, region: europe-west1, projectID: acme';
const AZURE = 'accountName: acmeregistry, container: images';
const SWIFT = 'container: registry, authURL: "https://keystone.example.com:13000/v3", domain: Default';
const RWX = 'accessModes: [ReadWriteMany], storageClassName: ';
const RWO = 'accessModes: [ReadWriteOnce], storageClassName: ';

/** As the documentation does it by hand: the claim beside ODF, a bucket whose name ODF completes, the router's CA. */
/** Classes that Data Foundation creates: the documentation uses them as they are. */
const CLASSES = { rgw: 'ocs-storagecluster-ceph-rgw', noobaa: 'openshift-storage.noobaa.io' } as const;
const odf = (id: string, what: string, platform: string, store: keyof typeof CLASSES, name: string): ProcedureRow => ({
  id,
  what,
  config: `{platform: ${platform}, baseDomain: example.com, storage: {odf: {${store}: {claim: ${name}, claimNamespace: openshift-storage, generateBucketName: ${name}, storageClassName: ${CLASSES[store]}, trustedCA: {ingressCA: true}}}}, credentials: {bucketClaim: {job: {}}}}`,
  objects: [CONFIG, `ObjectBucketClaim openshift-storage/${name}`, BUCKET_KEYS],
});

const AWS: readonly ProcedureRow[] = [
  objectStore('P25', 'give the operator an access key for S3', 'aws', `s3: {${S3}}`),
  {
    id: 'P26',
    what: 'use a bucket of your own',
    config: `{platform: aws, storage: {s3: {${S3}}}}`,
    objects: [CONFIG],
  },
  {
    id: 'P27',
    what: 'block public access to the bucket, and end incomplete uploads after a day',
    config: `{platform: aws, storage: {s3: {${S3}, provision: {ack: {}}}}}`,
    objects: ['Bucket openshift-image-registry/acme-registry', CONFIG],
  },
  objectStore(
    'P28',
    'use a store that speaks S3',
    'baremetal',
    `s3: {${S3}, regionEndpoint: "https://minio.example.com"}`,
  ),
  objectStore(
    'P29',
    'use a Rados Gateway inside the cluster',
    'baremetal',
    's3: {bucket: acme-registry, region: us-east-1, regionEndpoint: "http://rook-ceph-rgw-ocs-storagecluster-cephobjectstore.openshift-storage.svc.cluster.local"}',
  ),
  objectStore(
    'P30',
    'put the bucket into the host name',
    'aws',
    's3: {bucket: acme-registry, region: us-iso-east-1, regionEndpoint: "https://s3.hidden.example.com", virtualHostedStyle: true}',
  ),
  objectStore('P31', 'encrypt with a key of KMS', 'aws', `s3: {${S3}, encrypt: true, keyID: alias/registry}`),
  {
    id: 'P31b',
    what: 'encrypt the bucket of the operator with a key of KMS',
    config: '{platform: aws, storage: {managementState: Managed, s3: {encrypt: true, keyID: alias/registry}}}',
    objects: [CONFIG],
  },
  objectStore(
    'P32',
    'put CloudFront in front of the bucket',
    'aws',
    `s3: {${S3}, cloudFront: {baseURL: "https://d1.cloudfront.net/", keypairID: K2X, duration: 20m, privateKey: {name: cloudfront-key, key: private.pem}}}`,
  ),
  {
    id: 'P33',
    what: 'trust the CA of the storage endpoint',
    config: `{platform: baremetal, storage: {s3: {${S3}, regionEndpoint: "https://minio.example.com", trustedCA: {pemFile: ca.pem}}}, ${CREDENTIALS}}`,
    objects: [CONFIG, 'ConfigMap openshift-config/image-registry-s3-bundle', USER_SECRET],
  },
];

const OTHER_CLOUDS: readonly ProcedureRow[] = [
  objectStore('P34', 'give the operator a service account file of Google Cloud', 'gcp', `gcs: {${GCS}}`),
  {
    id: 'P35',
    what: 'use a bucket of your own',
    config: `{platform: gcp, storage: {gcs: {${GCS}}}}`,
    objects: [CONFIG],
  },
  {
    id: 'P36',
    what: 'prevent public access to the bucket, and end incomplete uploads after a day',
    config: `{platform: gcp, storage: {gcs: {${GCS}, provision: {configConnector: {}}}}}`,
    objects: [CONFIG, 'StorageBucket openshift-image-registry/acme-registry'],
  },
  {
    id: 'P37',
    what: 'encrypt with a key of your own',
    config: `{platform: gcp, storage: {gcs: {${GCS}, keyID: projects/acme/locations/europe-west1/keyRings/r/cryptoKeys/k, provision: {configConnector: {}}}}}`,
    objects: [CONFIG, 'StorageBucket openshift-image-registry/acme-registry'],
  },
  {
    id: 'P38',
    what: 'have only the registry talk to Swift',
    config: '{platform: openstack, storage: {swift: {container: registry}}}',
    objects: [CONFIG, TAKE_OVER],
  },
  objectStore('P39', 'give the operator an OpenStack login', 'openstack', `swift: {${SWIFT}}`),
  {
    id: 'P40',
    what: 'use a container of your own',
    config: '{platform: openstack, storage: {swift: {container: registry}}}',
    objects: [CONFIG, TAKE_OVER],
  },
  objectStore(
    'P41',
    'say where to log in, as whom, and where the container is',
    'openstack',
    `swift: {${SWIFT}, authVersion: "3", tenant: acme, regionName: RegionOne}`,
  ),
  objectStore('P42', 'give the operator the key of the storage account', 'azure', `azure: {${AZURE}}`),
  {
    id: 'P43',
    what: 'use an account and a private container of your own',
    config: `{platform: azure, storage: {azure: {${AZURE}, provision: {azureServiceOperator: {resourceGroup: registry, location: westeurope}}}}, ${CREDENTIALS}}`,
    objects: [
      CONFIG,
      USER_SECRET,
      'StorageAccount openshift-image-registry/acmeregistry',
      'StorageAccountsBlobService openshift-image-registry/acmeregistry',
      'StorageAccountsBlobServicesContainer openshift-image-registry/images',
    ],
  },
  {
    id: 'P44',
    what: 'use another cloud of Azure',
    config: `{platform: azure, storage: {azure: {${AZURE}, cloudName: AzureUSGovernmentCloud}}, ${CREDENTIALS}}`,
    objects: [CONFIG, USER_SECRET],
  },
];

const VOLUMES: readonly ProcedureRow[] = [
  {
    id: 'P45',
    what: 'use a Cinder volume in a chosen availability zone',
    config:
      '{platform: openstack, storage: {pvc: {claim: csi-pvc-imageregistry, accessModes: [ReadWriteOnce], storageClass: {name: custom-csi-storageclass, provisioner: cinder.csi.openstack.org, parameters: {availability: az1}}, metadata: {annotations: {imageregistry.openshift.io: "true"}}}}}',
    objects: [CONFIG, TAKE_OVER, `${CLAIM}csi-pvc-imageregistry`, 'StorageClass custom-csi-storageclass'],
  },
  claim('P46', 'use a shared volume on bare metal', 'baremetal', `${RWX}nfs-csi`),
  {
    id: 'P47',
    what: 'use storage that is lost with the pod',
    config: '{platform: none, environment: non-production, storage: {emptyDir: {}}}',
    objects: [CONFIG],
  },
  claim('P48', 'use a block volume: one pod, Recreate', 'baremetal', `${RWO}lvms-vg1`),
  claim('P49', 'use a shared volume on vSphere', 'vsphere', `${RWX}vsan-file`),
  claim('P50', 'use a VMDK', 'vsphere', `${RWO}thin-csi`),
  odf('P51', 'use a bucket of the Ceph RADOS gateway', 'baremetal', 'rgw', 'rgwbucket'),
  odf('P52', 'use a bucket of the Multicloud Object Gateway', 'vsphere', 'noobaa', 'noobaatest'),
  {
    id: 'P53',
    what: 'use a shared volume of CephFS',
    config: '{platform: nutanix, storage: {odf: {cephfs: {claim: registry-storage-pvc}}}}',
    objects: [CONFIG, `${CLAIM}registry-storage-pvc`],
  },
  claim('P54', 'use a shared volume on Nutanix', 'nutanix', `${RWX}nutanix-files`),
  claim('P55', 'use a Nutanix volume', 'nutanix', `${RWO}nutanix-volume`),
];

export const STORAGE_ROWS: readonly ProcedureRow[] = [...AWS, ...OTHER_CLOUDS, ...VOLUMES];
