/** What OpenShift Data Foundation brings: classes, provisioners, services and routes. */

/** The two object stores. */
export type ObjectStore = 'rgw' | 'noobaa';

/** Facts of one object store. */
export interface ObjectStoreFacts {
  readonly title: string;
  /** Its StorageClass for bucket claims; the bucket goes with the claim (reclaimPolicy Delete). */
  readonly storageClassName: string;
  /** Name of our class, which keeps the bucket, where the user names none. */
  readonly retainingClassName: string;
  readonly provisioner: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Host of the Service inside the cluster; its certificate is the service CA's. */
  readonly serviceHost: string;
  /** First label of the route's host; the router's CA signs its certificate. */
  readonly routeLabel: string;
}

/**
 * One row per object store.
 *
 * @see red-hat-storage/ocs-operator controllers/storagecluster/storageclasses.go, cephobjectstores.go
 * @see noobaa/noobaa-operator deploy/internal/service-s3.yaml, pkg/system
 */
export const OBJECT_STORES: Readonly<Record<ObjectStore, ObjectStoreFacts>> = {
  rgw: {
    title: 'Ceph RADOS gateway',
    storageClassName: 'ocs-storagecluster-ceph-rgw',
    retainingClassName: 'image-registry-rgw',
    provisioner: 'openshift-storage.ceph.rook.io/bucket',
    parameters: {
      objectStoreName: 'ocs-storagecluster-cephobjectstore',
      objectStoreNamespace: 'openshift-storage',
      region: 'us-east-1',
    },
    serviceHost: 'rook-ceph-rgw-ocs-storagecluster-cephobjectstore.openshift-storage.svc',
    routeLabel: 'ocs-storagecluster-cephobjectstore-openshift-storage',
  },
  noobaa: {
    title: 'Multicloud Object Gateway',
    storageClassName: 'openshift-storage.noobaa.io',
    retainingClassName: 'image-registry-noobaa',
    provisioner: 'openshift-storage.noobaa.io/obc',
    parameters: { bucketclass: 'noobaa-default-bucket-class' },
    serviceHost: 's3.openshift-storage.svc',
    routeLabel: 's3-openshift-storage',
  },
};

/** StorageClass of shared file volumes. */
export const CEPHFS_STORAGE_CLASS = 'ocs-storagecluster-cephfs';

/** Name of our bucket claim, unless the user names one. */
export const DEFAULT_BUCKET_CLAIM = 'image-registry-bucket';
