/** What the objects of each row say: the whole spec of the Config, and of the others what the row is about. */

import { ROOT_PEM } from '../support/certificates';
import { CONFIG, USER_SECRET } from './row';

/** Fields by object; a row whose Config is not here leaves it as it is by default. */
export type Expected = Readonly<Record<string, object>>;

const MANAGED = { managementState: 'Managed', replicas: 2, rolloutStrategy: 'RollingUpdate' };
const ONE_POD = { replicas: 1, rolloutStrategy: 'Recreate' };
const RBAC = 'rbac.authorization.k8s.io';

/** The Config of a row that says nothing of it. */
export const DEFAULT_CONFIG = { spec: MANAGED };

const config = (more: object): Expected => ({ [CONFIG]: { spec: { ...MANAGED, ...more } } });
const stored = (storage: object, more: object = {}): Expected =>
  config({ ...more, storage: { managementState: 'Unmanaged', ...storage } });
const BUCKET = { region: 'eu-west-1', virtualHostedStyle: false, trustedCA: { name: '' }, bucket: 'acme-registry' };
const s3 = (fields: object, more: object = {}): Expected => stored({ s3: { ...BUCKET, ...fields } }, more);
const keys = (...names: string[]): Expected => ({
  [USER_SECRET]: {
    spec: {
      target: { name: 'image-registry-private-configuration-user', deletionPolicy: 'Retain' },
      data: names.map(name => ({ secretKey: name, remoteRef: { key: 'registry/a', property: name } })),
    },
  },
});
const S3_KEYS = keys('REGISTRY_STORAGE_S3_ACCESSKEY', 'REGISTRY_STORAGE_S3_SECRETKEY');
const AZURE_KEY = keys('REGISTRY_STORAGE_AZURE_ACCOUNTKEY');
const SWIFT_KEYS = keys('REGISTRY_STORAGE_SWIFT_USERNAME', 'REGISTRY_STORAGE_SWIFT_PASSWORD');
const pull = (place: string, key: string, creationPolicy: string): Expected => ({
  [`ExternalSecret ${place}`]: {
    spec: {
      data: [{ secretKey: '.dockerconfigjson', remoteRef: { key } }],
      target: { name: place.split('/')[1], creationPolicy },
    },
  },
});
const RED_HAT = pull('openshift/redhat-registry-credentials', 'registries/redhat', 'Owner');
const NODES = pull('openshift-config/pull-secret', 'pull-secret', 'Merge');
const trusts = (key: string): Expected => ({
  'ConfigMap openshift-config/image-registry-trusted-cas': { data: { [key]: ROOT_PEM } },
  'Image cluster': { spec: { additionalTrustedCA: { name: 'image-registry-trusted-cas' } } },
});
const claim = (accessMode: string, storageClassName: string, name = 'image-registry-storage'): Expected => ({
  ...stored({ pvc: { claim: name } }, accessMode === 'ReadWriteOnce' ? ONE_POD : {}),
  [`PersistentVolumeClaim openshift-image-registry/${name}`]: {
    spec: { accessModes: [accessMode], storageClassName, resources: { requests: { storage: '100Gi' } } },
  },
});
const binding = (name: string, role: string, subject: object): Expected => ({
  [`RoleBinding team-a/${name}`]: { roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role }, subjects: [subject] },
});
const pruner = (spec: object): Expected => ({ 'ImagePruner cluster': { spec: { suspend: false, ...spec } } });

const ANN = { apiGroup: RBAC, kind: 'User', name: 'ann' };
const GCS = { bucket: 'acme-registry', region: 'europe-west1', projectID: 'acme' };
const GCS_KEY = 'projects/acme/locations/europe-west1/keyRings/r/cryptoKeys/k';
const AZURE = { accountName: 'acmeregistry', cloudName: 'AzurePublicCloud', container: 'images' };
const SWIFT = { container: 'registry', authURL: 'https://keystone.example.com:13000/v3', domain: 'Default' };
const DIRECT = { disableRedirect: true };
const RGW = 'rook-ceph-rgw-ocs-storagecluster-cephobjectstore.openshift-storage.svc';
/** A claim in ODF's namespace whose bucket gets its name there: a Job brings the name, the keys and the CA. */
const generated = (claim: string, route: string, storageClassName: string): Expected => ({
  ...stored({
    s3: {
      region: 'us-east-1',
      regionEndpoint: `https://${route}-openshift-storage.apps.example.com`,
      virtualHostedStyle: false,
      trustedCA: { name: 'image-registry-s3-bundle' },
    },
  }),
  [`ObjectBucketClaim openshift-storage/${claim}`]: { spec: { generateBucketName: claim, storageClassName } },
});
const gcsBucket = (more: object = {}): Expected => ({
  'StorageBucket openshift-image-registry/acme-registry': {
    spec: {
      publicAccessPrevention: 'enforced',
      lifecycleRule: [{ action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 1 } }],
      ...more,
    },
  },
});

const OPERATOR: Readonly<Record<string, Expected>> = {
  P01: pull('team-a/quay-io-pull', 'registries/quay', 'Owner'),
  P03: {
    'ImageStream team-a/ruby': {
      spec: {
        tags: [
          {
            name: '3.1',
            from: { kind: 'DockerImage', name: 'quay.io/lib/ruby:3.1' },
            importPolicy: { scheduled: true },
          },
        ],
      },
    },
  },
  P04: { ...pull('team-a/quay-example-com-pull', 'registries/quay', 'Owner'), ...trusts('quay.example.com') },
  P05: RED_HAT,
  P06: { ...RED_HAT, ...NODES, ...config({ logging: 2 }) },
  P07: NODES,
  P08: {},
  P09: claim('ReadWriteMany', 'nfs'),
  P10: config({ managementState: 'Unmanaged' }),
  P11: s3({}, { managementState: 'Removed' }),
  P11b: config({ managementState: 'Removed' }),
  P12: s3({}),
  P12b: stored({ managementState: 'Managed', s3: BUCKET }),
  P13: config({ logLevel: 'Debug' }),
  P14: config({ operatorLogLevel: 'Trace' }),
  P16: config({ proxy: { https: 'http://proxy.example.com:3128', noProxy: '.example.com' } }),
  P17: config({ readOnly: true }),
  P18: config({ requests: { read: { maxRunning: 10, maxInQueue: 20, maxWaitInQueue: '1m0s' } } }),
  P19: config({ replicas: 3 }),
  P20: config({ rolloutStrategy: 'Recreate' }),
  P21: config(DIRECT),
  P22: config({
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: { 'docker-registry': 'default' } },
      },
    ],
  }),
  P23: trusts('registry.example.com..5000'),
  P23b: { 'Image cluster': { spec: { additionalTrustedCA: { name: 'registry-config' } } } },
  P24: { ...s3({}), ...S3_KEYS },
};

const STORAGE: Readonly<Record<string, Expected>> = {
  P25: { ...s3({}), ...S3_KEYS },
  P26: s3({}),
  P27: {
    ...s3({}),
    'Bucket openshift-image-registry/acme-registry': {
      spec: {
        publicAccessBlock: {
          blockPublicACLs: true,
          blockPublicPolicy: true,
          ignorePublicACLs: true,
          restrictPublicBuckets: true,
        },
        lifecycle: { rules: [{ status: 'Enabled', abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } }] },
      },
    },
  },
  P28: { ...s3({ regionEndpoint: 'https://minio.example.com' }), ...S3_KEYS },
  P29: { ...s3({ region: 'us-east-1', regionEndpoint: `http://${RGW}.cluster.local` }, DIRECT), ...S3_KEYS },
  P30: {
    ...s3({ region: 'us-iso-east-1', regionEndpoint: 'https://s3.hidden.example.com', virtualHostedStyle: true }),
    ...S3_KEYS,
  },
  P31b: config({ storage: { managementState: 'Managed', s3: { encrypt: true, keyID: 'alias/registry' } } }),
  P31: { ...s3({ encrypt: true, keyID: 'alias/registry' }), ...S3_KEYS },
  P32: {
    ...s3({
      cloudFront: {
        baseURL: 'https://d1.cloudfront.net/',
        keypairID: 'K2X',
        duration: '20m0s',
        privateKey: { name: 'cloudfront-key', key: 'private.pem' },
      },
    }),
    ...S3_KEYS,
  },
  P33: {
    ...s3({ regionEndpoint: 'https://minio.example.com', trustedCA: { name: 'image-registry-s3-bundle' } }),
    ...S3_KEYS,
    'ConfigMap openshift-config/image-registry-s3-bundle': { data: { 'ca-bundle.crt': ROOT_PEM } },
  },
  P34: {
    ...stored({ gcs: GCS }),
    [USER_SECRET]: {
      spec: { data: [{ secretKey: 'REGISTRY_STORAGE_GCS_KEYFILE', remoteRef: { key: 'registry/a' } }] },
    },
  },
  P35: stored({ gcs: GCS }),
  P36: { ...stored({ gcs: GCS }), ...gcsBucket() },
  P37: {
    ...stored({ gcs: { ...GCS, keyID: GCS_KEY } }),
    ...gcsBucket({ encryption: { kmsKeyRef: { external: GCS_KEY } } }),
  },
  P38: stored({ swift: { container: 'registry' } }, DIRECT),
  P39: { ...stored({ swift: SWIFT }, DIRECT), ...SWIFT_KEYS },
  P40: stored({ swift: { container: 'registry' } }, DIRECT),
  P41: {
    ...stored({ swift: { ...SWIFT, authVersion: '3', tenant: 'acme', regionName: 'RegionOne' } }, DIRECT),
    ...SWIFT_KEYS,
  },
  P42: { ...stored({ azure: AZURE }), ...AZURE_KEY },
  P43: {
    ...stored({ azure: AZURE }),
    ...AZURE_KEY,
    'StorageAccount openshift-image-registry/acmeregistry': {
      spec: {
        azureName: 'acmeregistry',
        owner: { name: 'registry' },
        location: 'westeurope',
        allowBlobPublicAccess: false,
      },
    },
    'StorageAccountsBlobService openshift-image-registry/acmeregistry': { spec: { owner: { name: 'acmeregistry' } } },
    'StorageAccountsBlobServicesContainer openshift-image-registry/images': {
      spec: { azureName: 'images', owner: { name: 'acmeregistry' }, publicAccess: 'None' },
    },
  },
  P44: { ...stored({ azure: { ...AZURE, cloudName: 'AzureUSGovernmentCloud' } }), ...AZURE_KEY },
  P45: {
    ...claim('ReadWriteOnce', 'custom-csi-storageclass', 'csi-pvc-imageregistry'),
    'StorageClass custom-csi-storageclass': {
      provisioner: 'cinder.csi.openstack.org',
      parameters: { availability: 'az1' },
      volumeBindingMode: 'WaitForFirstConsumer',
    },
  },
  P46: claim('ReadWriteMany', 'nfs-csi'),
  P47: stored({ emptyDir: {} }, { replicas: 1 }),
  P48: claim('ReadWriteOnce', 'lvms-vg1'),
  P49: claim('ReadWriteMany', 'vsan-file'),
  P50: claim('ReadWriteOnce', 'thin-csi'),
  P51: generated('rgwbucket', 'ocs-storagecluster-cephobjectstore', 'ocs-storagecluster-ceph-rgw'),
  P52: generated('noobaatest', 's3', 'openshift-storage.noobaa.io'),
  P53: claim('ReadWriteMany', 'ocs-storagecluster-cephfs', 'registry-storage-pvc'),
  P54: claim('ReadWriteMany', 'nutanix-files'),
  P55: claim('ReadWriteOnce', 'nutanix-volume'),
};

const ACCESS: Readonly<Record<string, Expected>> = {
  P56: binding('image-registry-viewers', 'registry-viewer', ANN),
  P57: binding('image-registry-editors', 'registry-editor', { apiGroup: RBAC, kind: 'Group', name: 'devs' }),
  P58: binding('image-registry-image-builders', 'system:image-builder', {
    kind: 'ServiceAccount',
    name: 'builder',
    namespace: 'ci',
  }),
  P59: binding('image-registry-system-registry', 'system:registry', ANN),
  P62: {
    'ClusterRole image-registry-metrics-reader': {
      rules: [{ apiGroups: ['image.openshift.io'], resources: ['registry/metrics'], verbs: ['get'] }],
    },
    'ClusterRoleBinding image-registry-metrics-reader': {
      roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'image-registry-metrics-reader' },
      subjects: [{ ...ANN, name: 'prometheus' }],
    },
  },
  P63: config({ defaultRoute: true }),
  P65: config({ routes: [{ name: 'public', hostname: 'registry.example.com' }] }),
  P66: {
    ...config({ routes: [{ name: 'public', hostname: 'registry.example.com', secretName: 'public-tls' }] }),
    'Certificate openshift-image-registry/public-tls': {
      spec: { secretName: 'public-tls', dnsNames: ['registry.example.com'], issuerRef: { name: 'company' } },
    },
  },
  P67: pruner({ schedule: '0 2 * * *', keepTagRevisions: 5, keepYoungerThanDuration: '168h0m0s' }),
  P68: pruner({
    resources: { requests: { cpu: '100m', memory: '256Mi' } },
    nodeSelector: { 'node-role.kubernetes.io/infra': '' },
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 3,
  }),
  P69: pruner({ suspend: true }),
  P70b: {
    [CONFIG]: {
      spec: {
        defaultRoute: true,
        storage: { managementState: 'Managed', s3: { encrypt: true, keyID: 'alias/registry' } },
      },
    },
  },
  P70: { ...pruner({ schedule: '0 2 * * *' }), ...binding('image-registry-viewers', 'registry-viewer', ANN) },
};

/** By row. */
export const EXPECTED: Readonly<Record<string, Expected>> = { ...OPERATOR, ...STORAGE, ...ACCESS };

/** Rows that configure nothing, as `verify` prints them: settings of a cluster, and commands among its text. */
export const VERIFIED: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  P02: [
    '{platform: aws, thirdParty: [{server: quay.io, namespaces: [a], credentials: {externalSecret: {store: {name: v}, key: k}}}]}',
    ['podman login quay.io', 'podman pull quay.io/REPOSITORY'],
  ],
  P60: [
    '{platform: aws, baseDomain: a.example.com, access: {editors: [{project: team-a, users: [ann]}]}}',
    [
      'oc debug nodes/NODE',
      'oc login -u USER https://api-int.a.example.com:6443',
      'podman push image-registry.openshift-image-registry.svc:5000/team-a/IMAGE',
    ],
  ],
  P61: [
    '{platform: aws}',
    ['oc get pods -n openshift-image-registry', 'oc logs deployments/image-registry -n openshift-image-registry'],
  ],
  P64: ['{platform: aws, routes: {default: true}}', ['sudo update-ca-trust enable', 'oc whoami -t | podman login']],
};
