/** Objects the edits of the tables start from: small, and as a cluster of ours has them. */

const KEPT = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
const NS = 'openshift-image-registry';

const object = (apiVersion: string, kind: string, name: string, more: object, namespace?: string): object => ({
  ...{ apiVersion, kind },
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
  ...more,
});

const config = (storage: object, spec: object = {}): object =>
  object('imageregistry.operator.openshift.io/v1', 'Config', 'cluster', {
    spec: {
      ...{ managementState: 'Managed', replicas: 2, rolloutStrategy: 'RollingUpdate', ...spec },
      storage: { managementState: 'Unmanaged', ...storage },
    },
  });

const S3 = { bucket: 'images', region: 'eu-west-1', virtualHostedStyle: false, trustedCA: { name: '' } };

/** By the name the tables call them; most are called by their kind. */
export const BASES: Readonly<Record<string, object>> = {
  Config: config({ s3: S3 }),
  'Config with endpoint': config({
    s3: { ...S3, regionEndpoint: 'https://s3.openshift-storage.svc', trustedCA: { name: 'ca' } },
  }),
  'Config on Azure': config({ azure: { accountName: 'a', container: 'images' } }),
  'Config on Swift': config({ swift: { container: 'images', authURL: 'https://keystone.example.com/v3' } }),
  'Config on a claim': config({ pvc: { claim: 'images' } }),
  'Config on a block claim': config({ pvc: { claim: 'images' } }, { replicas: 1, rolloutStrategy: 'Recreate' }),
  'Config on emptyDir': config({ emptyDir: {} }, { replicas: 1 }),
  'Config without storage': object('imageregistry.operator.openshift.io/v1', 'Config', 'cluster', {
    spec: { managementState: 'Managed', replicas: 2 },
  }),
  ImagePruner: object('imageregistry.operator.openshift.io/v1', 'ImagePruner', 'cluster', {
    spec: { keepTagRevisions: 5, keepYoungerThanDuration: '168h0m0s', suspend: false, schedule: '0 2 * * *' },
  }),
  Image: object('config.openshift.io/v1', 'Image', 'cluster', { spec: { additionalTrustedCA: { name: 'ca' } } }),
  ImageDigestMirrorSet: object('config.openshift.io/v1', 'ImageDigestMirrorSet', 'mirrors', {
    spec: { imageDigestMirrors: [{ source: 'quay.io', mirrors: ['mirror.example.com'] }] },
  }),
  ImageTagMirrorSet: object('config.openshift.io/v1', 'ImageTagMirrorSet', 'mirrors', {
    spec: { imageTagMirrors: [{ source: 'quay.io', mirrors: ['mirror.example.com'] }] },
  }),
  PersistentVolumeClaim: object(
    ...(['v1', 'PersistentVolumeClaim', 'images'] as const),
    {
      spec: {
        accessModes: ['ReadWriteMany'],
        resources: { requests: { storage: '100Gi' } },
        storageClassName: 'files',
      },
    },
    NS,
  ),
  'block claim': object(
    ...(['v1', 'PersistentVolumeClaim', 'images'] as const),
    {
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '100Gi' } },
        storageClassName: 'disks',
      },
    },
    NS,
  ),
  PersistentVolume: object('v1', 'PersistentVolume', 'images', {
    spec: { capacity: { storage: '100Gi' }, persistentVolumeReclaimPolicy: 'Retain', nfs: { server: 'a', path: '/a' } },
  }),
  StorageClass: object('storage.k8s.io/v1', 'StorageClass', 'files', {
    ...{ provisioner: 'csi.example.com', reclaimPolicy: 'Retain', volumeBindingMode: 'Immediate' },
    parameters: { type: 'a' },
  }),
  'bucket class of storage': object('storage.k8s.io/v1', 'StorageClass', 'keeps', {
    ...{ provisioner: 'openshift-storage.noobaa.io/obc', reclaimPolicy: 'Retain' },
  }),
  ObjectBucketClaim: object(
    ...(['objectbucket.io/v1alpha1', 'ObjectBucketClaim', 'images'] as const),
    { spec: { bucketName: 'images', storageClassName: 'deletes', additionalConfig: { maxSize: '1Ti' } } },
    NS,
  ),
  'retained ObjectBucketClaim': object(
    ...(['objectbucket.io/v1alpha1', 'ObjectBucketClaim', 'images'] as const),
    { spec: { bucketName: 'images', storageClassName: 'keeps' } },
    NS,
  ),
  BackingStore: object(
    ...(['noobaa.io/v1alpha1', 'BackingStore', 'store'] as const),
    {
      spec: {
        type: 'pv-pool',
        pvPool: { numVolumes: 3, resources: { requests: { storage: '100Gi' }, limits: { cpu: '1' } } },
      },
    },
    'openshift-storage',
  ),
  BucketClass: object(
    ...(['noobaa.io/v1alpha1', 'BucketClass', 'class'] as const),
    { spec: { placementPolicy: { tiers: [{ backingStores: ['store'] }] } } },
    'openshift-storage',
  ),
  'ACK Bucket': {
    ...object('s3.services.k8s.aws/v1alpha1', 'Bucket', 'images', {
      spec: {
        name: 'images',
        publicAccessBlock: { blockPublicACLs: true },
        encryption: { rules: [] },
        lifecycle: {
          rules: [{ id: 'abort', status: 'Enabled', abortIncompleteMultipartUpload: { daysAfterInitiation: 1 } }],
        },
      },
    }),
    metadata: {
      ...{ name: 'images', namespace: NS },
      annotations: { 'services.k8s.aws/deletion-policy': 'retain', 'services.k8s.aws/region': 'eu-west-1' },
    },
  },
  'Crossplane Bucket': object('s3.aws.upbound.io/v1beta2', 'Bucket', 'images', {
    spec: { deletionPolicy: 'Orphan', forProvider: { region: 'eu-west-1', forceDestroy: false } },
  }),
  'namespaced Crossplane Bucket': object(
    ...(['s3.aws.m.upbound.io/v1beta1', 'Bucket', 'images'] as const),
    { spec: { managementPolicies: ['Observe', 'Create', 'Update'], forProvider: { region: 'eu-west-1' } } },
    NS,
  ),
  BucketPublicAccessBlock: object('s3.aws.upbound.io/v1beta1', 'BucketPublicAccessBlock', 'images', {
    spec: { forProvider: { blockPublicAcls: true } },
  }),
  BucketLifecycleConfiguration: object('s3.aws.upbound.io/v1beta2', 'BucketLifecycleConfiguration', 'images', {
    spec: { forProvider: { rule: [{ id: 'abort', abortIncompleteMultipartUpload: [{ daysAfterInitiation: 1 }] }] } },
  }),
  StorageBucket: {
    ...object('storage.cnrm.cloud.google.com/v1beta1', 'StorageBucket', 'images', {
      spec: { location: 'EUROPE-WEST1', publicAccessPrevention: 'enforced', lifecycleRule: [] },
    }),
    metadata: {
      ...{ name: 'images', namespace: 'config-connector' },
      annotations: {
        'cnrm.cloud.google.com/deletion-policy': 'abandon',
        'cnrm.cloud.google.com/force-destroy': 'false',
      },
    },
  },
  StorageAccount: {
    ...object('storage.azure.com/v1api20230101', 'StorageAccount', 'images', {
      spec: { azureName: 'images', allowSharedKeyAccess: true, allowBlobPublicAccess: false },
    }),
    metadata: {
      ...{ name: 'images', namespace: NS },
      annotations: { 'serviceoperator.azure.com/reconcile-policy': 'detach-on-delete' },
    },
  },
  StorageAccountsBlobService: object(
    ...(['storage.azure.com/v1api20230101', 'StorageAccountsBlobService', 'images'] as const),
    { spec: { owner: { name: 'images' }, deleteRetentionPolicy: { enabled: true, days: 7 } } },
    NS,
  ),
  ExternalSecret: object(
    ...(['external-secrets.io/v1', 'ExternalSecret', 'image-registry-private-configuration-user'] as const),
    {
      spec: {
        refreshInterval: '1h0m0s',
        secretStoreRef: { kind: 'ClusterSecretStore', name: 'vault' },
        data: [{ secretKey: 'KEY', remoteRef: { key: 'a' } }],
        target: { deletionPolicy: 'Retain' },
      },
    },
    NS,
  ),
  SecretStore: object(
    'external-secrets.io/v1',
    'SecretStore',
    'vault',
    { spec: { provider: { vault: { server: 'a' } } } },
    NS,
  ),
  SealedSecret: object(
    ...(['bitnami.com/v1alpha1', 'SealedSecret', 'tls'] as const),
    { spec: { encryptedData: { a: 'QQ==', b: 'QQ==' } } },
    NS,
  ),
  Secret: object('v1', 'Secret', 'tls', { type: 'Opaque', data: { a: 'QQ==', b: 'QQ==' } }, NS),
  Certificate: object(
    ...(['cert-manager.io/v1', 'Certificate', 'tls'] as const),
    { spec: { secretName: 'tls', dnsNames: ['a.example.com', 'b.example.com'], issuerRef: { name: 'a' } } },
    NS,
  ),
  RoleBinding: object(
    ...(['rbac.authorization.k8s.io/v1', 'RoleBinding', 'viewers'] as const),
    { roleRef: { kind: 'ClusterRole', name: 'registry-viewer' }, subjects: [{ kind: 'User', name: 'ann' }] },
    'team-a',
  ),
  'Role of a job': {
    ...object('rbac.authorization.k8s.io/v1', 'Role', 'job', {
      rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['get'] }],
    }),
    metadata: { name: 'job', namespace: NS, annotations: { 'argocd.argoproj.io/sync-wave': '-30' } },
  },
  'RoleBinding of a job': {
    ...object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'job', {
      roleRef: { kind: 'Role', name: 'job' },
      subjects: [{ kind: 'ServiceAccount', name: 'job', namespace: 'work' }],
    }),
    metadata: { name: 'job', namespace: NS, annotations: { 'argocd.argoproj.io/sync-wave': '-30' } },
  },
  ServiceAccount: object('v1', 'ServiceAccount', 'job', {}, 'work'),
  Job: object(
    ...(['batch/v1', 'Job', 'job'] as const),
    { spec: { backoffLimit: 1, template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } } },
    'work',
  ),
  'Job of a hook': {
    ...object('batch/v1', 'Job', 'job', {
      spec: { template: { spec: { containers: [{ name: 'a', image: 'a:1' }] } } },
    }),
    metadata: {
      ...{ name: 'job', namespace: 'work' },
      annotations: { 'argocd.argoproj.io/hook': 'Sync', 'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation' },
    },
  },
  'Job beside the registry': object('batch/v1', 'Job', 'job', { spec: {} }, NS),
  CronJob: object('batch/v1', 'CronJob', 'job', { spec: { schedule: '*/30 * * * *' } }, 'work'),
  script: object('v1', 'ConfigMap', 'script', { data: { 'run.sh': 'echo a\n' } }, 'work'),
  'ConfigMap of nodes': object('v1', 'ConfigMap', 'ca', { data: { 'a.example.com': 'A' } }, 'openshift-config'),
  ImageStream: object(
    ...(['image.openshift.io/v1', 'ImageStream', 'ruby'] as const),
    { spec: { tags: [{ name: '3.1', from: { kind: 'DockerImage', name: 'quay.io/ruby:3.1' } }] } },
    'team-a',
  ),
  Namespace: object('v1', 'Namespace', 'work', {}),
  'Namespace of the registry': object('v1', 'Namespace', NS, {}),
  ServiceMonitor: object('monitoring.coreos.com/v1', 'ServiceMonitor', 'registry', { spec: { endpoints: [] } }, NS),
  AppProject: object(
    ...(['argoproj.io/v1alpha1', 'AppProject', 'image-registry'] as const),
    {
      spec: {
        clusterResourceWhitelist: [{ group: 'imageregistry.operator.openshift.io', kind: 'Config' }],
        destinations: [{ name: 'c', namespace: NS }],
      },
    },
    'openshift-gitops',
  ),
  ApplicationSet: object(
    ...(['argoproj.io/v1alpha1', 'ApplicationSet', 'image-registry'] as const),
    {
      spec: {
        generators: [{ git: { revision: 'main' } }],
        syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
        template: {
          metadata: { name: 'x' },
          spec: {
            project: 'image-registry',
            syncPolicy: { automated: { prune: false, selfHeal: true }, syncOptions: ['FailOnSharedResource=true'] },
          },
        },
      },
    },
    'openshift-gitops',
  ),
  Application: object('argoproj.io/v1alpha1', 'Application', 'c', { spec: { project: 'p' } }, 'openshift-gitops'),
  Policy: object(
    ...(['policy.open-cluster-management.io/v1', 'Policy', 'keys'] as const),
    {
      spec: { disabled: false, 'policy-templates': [{ objectDefinition: { spec: { pruneObjectBehavior: 'None' } } }] },
    },
    'policies',
  ),
  Placement: object('cluster.open-cluster-management.io/v1beta1', 'Placement', 'keys', { spec: {} }, 'policies'),
  'protected Config': { ...config({ s3: S3 }), metadata: { name: 'cluster', annotations: KEPT } },
  'protected claim': {
    ...object('v1', 'PersistentVolumeClaim', 'images', { spec: { accessModes: ['ReadWriteMany'] } }),
    metadata: { name: 'images', namespace: NS, annotations: KEPT },
  },
  'protected binding': {
    ...object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'viewers', { roleRef: {} }),
    metadata: { name: 'viewers', namespace: 'team-a', annotations: KEPT },
  },
};
