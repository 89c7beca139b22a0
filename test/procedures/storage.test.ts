/**
 * What the product documentation has people do by hand for each kind of storage, done by configuration:
 * every object and field the procedure asks for is there, with its value.
 */

import { type AnyManifest, objectOf, objectsOf } from '../support/fleet';
import { ownErrors } from '../support/own-schema';

/** A cluster, and the objects its procedure leads to: kind (and name) to the part that matters. */
interface Procedure {
  readonly cluster: string;
  readonly openshift?: string;
  readonly objects: Readonly<Record<string, object>>;
  /** Kinds that must not be there. */
  readonly without?: readonly string[];
}

const USER = 'image-registry-private-configuration-user';
const NS = 'openshift-image-registry';
const VAULT = 'credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registry/a}}';

const s3 = (fields: object): object => ({ virtualHostedStyle: false, trustedCA: { name: '' }, ...fields });
const config = (storage: object, spec: object = {}): object => ({
  metadata: {
    name: 'cluster',
    annotations: { 'argocd.argoproj.io/sync-options': 'ServerSideApply=true,Prune=false,Delete=false' },
  },
  spec: {
    managementState: 'Managed',
    replicas: 2,
    rolloutStrategy: 'RollingUpdate',
    storage: { managementState: 'Unmanaged', ...storage },
    ...spec,
  },
});
const oneReplica = { replicas: 1, rolloutStrategy: 'Recreate' };
const claim = (name: string, mode: string, spec: object = {}): object => ({
  metadata: { name, namespace: NS },
  spec: {
    accessModes: [mode],
    resources: { requests: { storage: '100Gi' } },
    volumeMode: 'Filesystem',
    ...spec,
  },
});
const secretKeys = (...keys: string[]): object => ({
  metadata: { name: USER, namespace: NS },
  spec: {
    secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
    target: { name: USER, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
    data: keys.map(secretKey => ({ secretKey, remoteRef: { key: 'registry/a', property: secretKey } })),
  },
});
/** What the Job that copies is told: the claim, the CA of the router, the name of the bucket. */
const copying = (name: string): unknown =>
  expect.arrayContaining([
    { name: 'CLAIM_NAMESPACE', value: 'openshift-storage' },
    { name: 'CLAIM', value: name },
    { name: 'CA', value: 'ingressCA' },
    { name: 'BUCKET_NAME', value: 'claim' },
  ]);
const S3_KEYS = secretKeys('REGISTRY_STORAGE_S3_ACCESSKEY', 'REGISTRY_STORAGE_S3_SECRETKEY');

const PROCEDURES: Readonly<Record<string, Procedure>> = {
  'P08 storage the operator makes itself, on AWS': {
    cluster: 'platform: aws',
    objects: { Config: { spec: { managementState: 'Managed', replicas: 2, rolloutStrategy: 'RollingUpdate' } } },
    without: ['Secret', 'ExternalSecret'],
  },
  'P25 and P26 S3 keys and own bucket': {
    cluster: `{platform: aws, storage: {s3: {bucket: acme-registry, region: eu-west-1}}, ${VAULT}}`,
    objects: { Config: config({ s3: s3({ bucket: 'acme-registry', region: 'eu-west-1' }) }), ExternalSecret: S3_KEYS },
  },
  'P28 S3-compatible store': {
    cluster: `{platform: baremetal, storage: {s3: {bucket: reg, region: us-east-1, regionEndpoint: https://minio.example.com}}, ${VAULT}}`,
    objects: {
      Config: config({ s3: s3({ bucket: 'reg', region: 'us-east-1', regionEndpoint: 'https://minio.example.com' }) }),
      ExternalSecret: S3_KEYS,
    },
  },
  'P29 Rados Gateway endpoint inside the cluster': {
    cluster: `{platform: baremetal, credentials: {existingSecret: {}}, storage: {s3: {bucket: reg, region: us-east-1,
      regionEndpoint: http://rook-ceph-rgw-ocs-storagecluster-cephobjectstore.openshift-storage.svc.cluster.local}}}`,
    objects: {
      Config: config(
        {
          s3: s3({
            bucket: 'reg',
            region: 'us-east-1',
            regionEndpoint:
              'http://rook-ceph-rgw-ocs-storagecluster-cephobjectstore.openshift-storage.svc.cluster.local',
          }),
        },
        { disableRedirect: true },
      ),
    },
    without: ['ExternalSecret', 'Secret'],
  },
  'P30 bucket in the host name': {
    cluster: `{platform: aws, ${VAULT}, storage: {s3: {bucket: reg, region: us-iso-east-1, regionEndpoint: https://s3.hidden.example.com, virtualHostedStyle: true}}}`,
    objects: {
      Config: config({
        s3: s3({
          bucket: 'reg',
          region: 'us-iso-east-1',
          regionEndpoint: 'https://s3.hidden.example.com',
          virtualHostedStyle: true,
        }),
      }),
    },
  },
  'P31 encryption with a named key': {
    cluster:
      'platform: aws\nstorage: {s3: {bucket: reg, region: eu-west-1, encrypt: true, keyID: "arn:aws:kms:eu-west-1:1:key/k"}}',
    objects: {
      Config: config({
        s3: s3({ bucket: 'reg', region: 'eu-west-1', encrypt: true, keyID: 'arn:aws:kms:eu-west-1:1:key/k' }),
      }),
    },
  },
  'P32 CloudFront': {
    cluster: `{platform: aws, storage: {s3: {bucket: reg, region: eu-west-1, cloudFront:
      {baseURL: https://d1.cloudfront.net/, keypairID: K2X, duration: 20m, privateKey: {name: cloudfront-key, key: private.pem}}}}}`,
    objects: {
      Config: config({
        s3: s3({
          bucket: 'reg',
          region: 'eu-west-1',
          cloudFront: {
            baseURL: 'https://d1.cloudfront.net/',
            keypairID: 'K2X',
            duration: '20m0s',
            privateKey: { name: 'cloudfront-key', key: 'private.pem' },
          },
        }),
      }),
    },
  },
  'P33 a bundle for the endpoint, injected by OpenShift': {
    cluster: `{platform: baremetal, ${VAULT}, storage: {s3: {bucket: reg, region: us-east-1, regionEndpoint: https://minio.example.com, trustedCA: {injectTrustedBundle: true}}}}`,
    objects: {
      Config: config({
        s3: {
          bucket: 'reg',
          region: 'us-east-1',
          regionEndpoint: 'https://minio.example.com',
          virtualHostedStyle: false,
          trustedCA: { name: 'image-registry-s3-bundle' },
        },
      }),
      ConfigMap: {
        metadata: {
          name: 'image-registry-s3-bundle',
          namespace: 'openshift-config',
          labels: { 'config.openshift.io/inject-trusted-cabundle': 'true' },
        },
      },
    },
  },
  'P34 and P35 GCS key and own bucket': {
    cluster: `{platform: gcp, ${VAULT}, storage: {gcs: {bucket: acme-registry, region: europe-west1, projectID: acme-prod}}}`,
    objects: {
      Config: config({ gcs: { bucket: 'acme-registry', region: 'europe-west1', projectID: 'acme-prod' } }),
      ExternalSecret: {
        metadata: { name: USER, namespace: NS },
        spec: { data: [{ secretKey: 'REGISTRY_STORAGE_GCS_KEYFILE', remoteRef: { key: 'registry/a' } }] },
      },
    },
  },
  'P37 GCS key of the customer': {
    cluster:
      'platform: gcp\nstorage: {gcs: {bucket: reg, region: europe-west1, projectID: p, keyID: projects/p/locations/l/keyRings/r/cryptoKeys/k}}',
    objects: {
      Config: config({
        gcs: {
          bucket: 'reg',
          region: 'europe-west1',
          projectID: 'p',
          keyID: 'projects/p/locations/l/keyRings/r/cryptoKeys/k',
        },
      }),
    },
  },
  'P38 and P40 Swift container, data through the registry': {
    cluster: 'platform: openstack\nstorage: {swift: {container: registry}}',
    objects: { Config: config({ swift: { container: 'registry' } }, { disableRedirect: true }) },
    without: ['ExternalSecret'],
  },
  'P39 and P41 Swift keys and parameters on 4.14': {
    cluster: `{platform: openstack, ${VAULT}, storage: {swift: {authURL: https://keystone.example.com:13000/v3, authVersion: "3", container: registry, domain: Default, tenant: t, tenantID: i, regionName: RegionOne}}}`,
    objects: {
      Config: config(
        {
          swift: {
            authURL: 'https://keystone.example.com:13000/v3',
            authVersion: '3',
            container: 'registry',
            domain: 'Default',
            tenant: 't',
            tenantID: 'i',
            regionName: 'RegionOne',
          },
        },
        { disableRedirect: true },
      ),
      ExternalSecret: {
        spec: {
          target: {
            template: {
              mergePolicy: 'Merge',
              data: {
                REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALID: '',
                REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALNAME: '',
                REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALSECRET: '',
              },
            },
          },
          data: ['REGISTRY_STORAGE_SWIFT_USERNAME', 'REGISTRY_STORAGE_SWIFT_PASSWORD'].map(secretKey => ({
            secretKey,
            remoteRef: { key: 'registry/a', property: secretKey },
          })),
        },
      },
    },
  },
  'P39 Swift application credential on 4.15': {
    openshift: '4.15',
    cluster: `{platform: openstack, openshift: "4.15", storage: {swift: {authURL: https://keystone.example.com:13000/v3, container: registry}},
      credentials: {swiftAuth: applicationCredential, externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registry/a}}}`,
    objects: {
      ExternalSecret: secretKeys(
        'REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALID',
        'REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALNAME',
        'REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALSECRET',
      ),
    },
  },
  'P42 and P43 Azure key and own container': {
    cluster: `{platform: azure, ${VAULT}, storage: {azure: {accountName: acmeregistry, container: image-registry}}}`,
    objects: {
      Config: config({
        azure: { accountName: 'acmeregistry', cloudName: 'AzurePublicCloud', container: 'image-registry' },
      }),
      ExternalSecret: secretKeys('REGISTRY_STORAGE_AZURE_ACCOUNTKEY'),
    },
  },
  'P44 Azure Government': {
    cluster: `{platform: azure, ${VAULT}, storage: {azure: {accountName: acmegov, container: registry, cloudName: AzureUSGovernmentCloud}}}`,
    objects: {
      Config: config({
        azure: { accountName: 'acmegov', container: 'registry', cloudName: 'AzureUSGovernmentCloud' },
      }),
    },
  },
  'P45 Cinder volume in an availability zone': {
    cluster: `{platform: openstack, storage: {pvc: {claim: csi-pvc-imageregistry, accessModes: [ReadWriteOnce], size: 100Gi,
      storageClass: {name: custom-csi-storageclass, provisioner: cinder.csi.openstack.org, volumeBindingMode: WaitForFirstConsumer,
      allowVolumeExpansion: true, parameters: {availability: az1}}}}}`,
    objects: {
      StorageClass: {
        metadata: { name: 'custom-csi-storageclass' },
        provisioner: 'cinder.csi.openstack.org',
        parameters: { availability: 'az1' },
        volumeBindingMode: 'WaitForFirstConsumer',
        allowVolumeExpansion: true,
        reclaimPolicy: 'Retain',
      },
      PersistentVolumeClaim: claim('csi-pvc-imageregistry', 'ReadWriteOnce', {
        storageClassName: 'custom-csi-storageclass',
      }),
      Config: config({ pvc: { claim: 'csi-pvc-imageregistry' } }, oneReplica),
    },
  },
  'P46 claim on bare metal': {
    cluster: 'platform: baremetal\nstorage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs-csi}}',
    objects: {
      PersistentVolumeClaim: claim('image-registry-storage', 'ReadWriteMany', { storageClassName: 'nfs-csi' }),
      Config: config({ pvc: { claim: 'image-registry-storage' } }),
    },
  },
  'P46 claim that someone else makes': {
    cluster: 'platform: none\nstorage: {pvc: {claim: mine, existing: true, accessModes: [ReadWriteMany]}}',
    objects: { Config: config({ pvc: { claim: 'mine' } }) },
    without: ['PersistentVolumeClaim'],
  },
  'P47 throw-away storage': {
    cluster: 'platform: baremetal\nenvironment: non-production\nstorage: {emptyDir: {}}',
    objects: { Config: config({ emptyDir: {} }, { replicas: 1 }) },
  },
  'P48 block storage': {
    cluster:
      'platform: baremetal\nstorage: {pvc: {claim: registry-block, accessModes: [ReadWriteOnce], storageClassName: lvms-vg1}}',
    objects: {
      PersistentVolumeClaim: claim('registry-block', 'ReadWriteOnce', { storageClassName: 'lvms-vg1' }),
      Config: config({ pvc: { claim: 'registry-block' } }, oneReplica),
    },
  },
  'P48 block storage on a static volume': {
    cluster: `{platform: baremetal, storage: {pvc: {claim: registry-block, accessModes: [ReadWriteOnce],
      volume: {csi: {driver: disk.csi.example.com, volumeHandle: vol-1, fsType: xfs}}}}}`,
    objects: {
      PersistentVolume: {
        metadata: { name: 'registry-block' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          capacity: { storage: '100Gi' },
          claimRef: { name: 'registry-block', namespace: NS },
          csi: { driver: 'disk.csi.example.com', volumeHandle: 'vol-1', fsType: 'xfs' },
          persistentVolumeReclaimPolicy: 'Retain',
          volumeMode: 'Filesystem',
        },
      },
      PersistentVolumeClaim: claim('registry-block', 'ReadWriteOnce', {
        storageClassName: '',
        volumeName: 'registry-block',
      }),
    },
  },
  'P49 claim on vSphere': {
    cluster: 'platform: vsphere\nstorage: {pvc: {accessModes: [ReadWriteMany], storageClassName: vsan-file}}',
    objects: {
      PersistentVolumeClaim: claim('image-registry-storage', 'ReadWriteMany', { storageClassName: 'vsan-file' }),
      Config: config({ pvc: { claim: 'image-registry-storage' } }),
    },
  },
  'P50 block registry storage on vSphere': {
    cluster: 'platform: vsphere\nstorage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: thin-csi}}',
    objects: {
      PersistentVolumeClaim: claim('image-registry-storage', 'ReadWriteOnce', { storageClassName: 'thin-csi' }),
      Config: config({ pvc: { claim: 'image-registry-storage' } }, oneReplica),
    },
  },
  'P51 Ceph RGW through its route': {
    cluster: `{platform: baremetal, baseDomain: prod.example.com, storage: {odf: {rgw: {claim: rgwbucket, storageClassName: ocs-storagecluster-ceph-rgw, bucketName: registry-prod-1,
      trustedCA: {configMap: image-registry-s3-bundle}}}}, credentials: {bucketClaim: {externalSecret: {}}}}`,
    objects: {
      ObjectBucketClaim: {
        metadata: { name: 'rgwbucket', namespace: NS },
        spec: { bucketName: 'registry-prod-1', storageClassName: 'ocs-storagecluster-ceph-rgw' },
      },
      Config: config({
        s3: {
          bucket: 'registry-prod-1',
          region: 'us-east-1',
          regionEndpoint: 'https://ocs-storagecluster-cephobjectstore-openshift-storage.apps.prod.example.com',
          virtualHostedStyle: false,
          trustedCA: { name: 'image-registry-s3-bundle' },
        },
      }),
      ExternalSecret: {
        metadata: { name: USER, namespace: NS },
        spec: {
          data: [
            {
              secretKey: 'REGISTRY_STORAGE_S3_ACCESSKEY',
              remoteRef: { key: 'rgwbucket', property: 'AWS_ACCESS_KEY_ID' },
            },
            {
              secretKey: 'REGISTRY_STORAGE_S3_SECRETKEY',
              remoteRef: { key: 'rgwbucket', property: 'AWS_SECRET_ACCESS_KEY' },
            },
          ],
        },
      },
    },
  },
  'P51 Ceph RGW inside the cluster, with keys that someone else provides': {
    cluster: `{platform: vsphere, storage: {odf: {rgw: {bucketName: registry-prod-1, endpoint: service,
      trustedCA: {configMap: service-ca-bundle}}}}, credentials: {existingSecret: {}}}`,
    objects: {
      Config: config(
        {
          s3: {
            bucket: 'registry-prod-1',
            region: 'us-east-1',
            regionEndpoint: 'https://rook-ceph-rgw-ocs-storagecluster-cephobjectstore.openshift-storage.svc',
            virtualHostedStyle: false,
            trustedCA: { name: 'service-ca-bundle' },
          },
        },
        { disableRedirect: true },
      ),
    },
    without: ['ExternalSecret', 'SecretStore', 'Job', 'ConfigurationPolicy'],
  },
  'P52 NooBaa inside the cluster': {
    cluster: `{platform: vsphere, storage: {odf: {noobaa: {claim: noobaatest, storageClassName: openshift-storage.noobaa.io, bucketName: registry-prod-1, endpoint: service,
      trustedCA: {configMap: service-ca-bundle}}}}, credentials: {bucketClaim: {externalSecret: {}}}}`,
    objects: {
      ObjectBucketClaim: {
        metadata: { name: 'noobaatest', namespace: NS },
        spec: { bucketName: 'registry-prod-1', storageClassName: 'openshift-storage.noobaa.io' },
      },
      Config: config(
        {
          s3: {
            bucket: 'registry-prod-1',
            region: 'us-east-1',
            regionEndpoint: 'https://s3.openshift-storage.svc',
            virtualHostedStyle: false,
            trustedCA: { name: 'service-ca-bundle' },
          },
        },
        { disableRedirect: true },
      ),
    },
  },
  'P51 as by hand: a bucket whose name ODF completes, its keys and the CA of the router copied': {
    cluster: `{platform: baremetal, baseDomain: prod.example.com, storage: {odf: {rgw: {claim: rgwbucket, storageClassName: ocs-storagecluster-ceph-rgw,
      claimNamespace: openshift-storage, generateBucketName: rgwbucket, trustedCA: {ingressCA: true}}}},
      credentials: {bucketClaim: {job: {}}}}`,
    objects: {
      ObjectBucketClaim: {
        metadata: { name: 'rgwbucket', namespace: 'openshift-storage' },
        spec: { generateBucketName: 'rgwbucket', storageClassName: 'ocs-storagecluster-ceph-rgw' },
      },
      Job: { spec: { template: { spec: { containers: [{ env: copying('rgwbucket') }] } } } },
      CronJob: {
        spec: { jobTemplate: { spec: { template: { spec: { containers: [{ env: copying('rgwbucket') }] } } } } },
      },
    },
    without: ['Secret', 'ExternalSecret', 'ConfigurationPolicy'],
  },
  'P52 as by hand, by a policy': {
    cluster: `{platform: nutanix, baseDomain: prod.example.com, storage: {odf: {noobaa: {claim: noobaatest, storageClassName: openshift-storage.noobaa.io,
      claimNamespace: openshift-storage, generateBucketName: noobaatest, trustedCA: {ingressCA: true}}}},
      credentials: {bucketClaim: {acm: {}}}}`,
    objects: {
      ObjectBucketClaim: {
        metadata: { name: 'noobaatest', namespace: 'openshift-storage' },
        spec: { generateBucketName: 'noobaatest', storageClassName: 'openshift-storage.noobaa.io' },
      },
      ConfigurationPolicy: {
        metadata: { name: 'registry-bucket-keys', namespace: 'example' },
        spec: {
          'object-templates-raw': expect.stringMatching(
            /fromSecret "openshift-storage" "noobaatest" "AWS_ACCESS_KEY_ID"[\s\S]*"default-ingress-cert"[\s\S]*fromConfigMap "openshift-storage" "noobaatest" "BUCKET_NAME"/,
          ),
        },
      },
    },
    without: ['Secret', 'ExternalSecret', 'Job'],
  },
  'P53 CephFS': {
    cluster: 'platform: nutanix\nstorage: {odf: {cephfs: {claim: registry-storage-pvc}}}',
    objects: {
      PersistentVolumeClaim: claim('registry-storage-pvc', 'ReadWriteMany', {
        storageClassName: 'ocs-storagecluster-cephfs',
      }),
      Config: config({ pvc: { claim: 'registry-storage-pvc' } }),
    },
  },
  'P54 claim on Nutanix': {
    cluster: 'platform: nutanix\nstorage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nutanix-files}}',
    objects: {
      PersistentVolumeClaim: claim('image-registry-storage', 'ReadWriteMany', { storageClassName: 'nutanix-files' }),
      Config: config({ pvc: { claim: 'image-registry-storage' } }),
    },
  },
  'P55 Nutanix volume': {
    cluster: 'platform: nutanix\nstorage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: nutanix-volume}}',
    objects: {
      PersistentVolumeClaim: claim('image-registry-storage', 'ReadWriteOnce', { storageClassName: 'nutanix-volume' }),
      Config: config({ pvc: { claim: 'image-registry-storage' } }, oneReplica),
    },
  },
};

describe.each(Object.entries(PROCEDURES))('%s', (_, { cluster, openshift = '4.14', objects, without = [] }) => {
  const built = objectsOf(cluster);

  test.each(Object.entries(objects))('%s is as the documentation wants it', (kind, expected) => {
    const object = objectOf(built, kind);
    expect(object).toMatchObject(expected);
    exact(object, expected);
  });

  test('everything is what the API of the version accepts', () => {
    for (const object of built) expect([object.kind, ownErrors(object, openshift)]).toEqual([object.kind, []]);
  });

  if (without.length > 0) {
    test(`there is no ${without.join(', no ')}`, () => {
      expect(built.map(({ kind }) => kind).filter(kind => without.includes(kind))).toEqual([]);
    });
  }
});

/** The storage of a Config must hold nothing that was not asked for. */
function exact(object: AnyManifest, expected: object): void {
  const wanted = (expected as { spec?: { storage?: object } }).spec?.storage;
  if (wanted !== undefined) expect(object.spec.storage).toEqual(wanted);
}
