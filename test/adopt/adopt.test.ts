import { parse } from 'yaml';
import { adoptText, dumpOf, liveConfig, liveObject, liveSite, OPERATOR, ownedBy } from '../support/live-cluster';

type Plain = Record<string, unknown>;

const NAMESPACE = 'openshift-image-registry';
const S3 = {
  bucket: 'plant-image-registry-x',
  region: 'eu-west-1',
  encrypt: true,
  trustedCA: { name: '' },
  virtualHostedStyle: false,
};

/** A registry as the operator starts it, with these fields instead. */
const spec = (more: Plain): Plain => ({
  managementState: 'Managed',
  replicas: 2,
  rolloutStrategy: 'RollingUpdate',
  logLevel: 'Normal',
  operatorLogLevel: 'Normal',
  proxy: {},
  requests: { read: { maxWaitInQueue: '0s' }, write: { maxWaitInQueue: '0s' } },
  observedConfig: null,
  unsupportedConfigOverrides: null,
  ...more,
});

/** The operator's own, and what a person set on it. */
const config = (own: Plain, byHand: Plain = {}, more: Plain = {}): Plain =>
  liveConfig({ ...spec(own), ...byHand }, [ownedBy(OPERATOR, spec(own)), ownedBy('kubectl-patch', byHand)], more);

const claim = (more: Plain = {}, annotations: Plain = {}): Plain =>
  liveObject(
    'v1',
    'PersistentVolumeClaim',
    { name: 'images', namespace: NAMESPACE, annotations },
    {
      spec: {
        accessModes: ['ReadWriteMany'],
        resources: { requests: { storage: '200Gi' } },
        storageClassName: 'files',
        volumeMode: 'Filesystem',
        volumeName: 'pv-1',
        ...more,
      },
    },
  );
const PROVISIONED = { 'volume.kubernetes.io/storage-provisioner': 'files.example.com' };
const PVC = { storage: { managementState: 'Unmanaged', pvc: { claim: 'images' } } };
const byHand = config({}, PVC);

const volume = (more: Plain = {}): Plain =>
  liveObject(
    'v1',
    'PersistentVolume',
    { name: 'pv-1' },
    {
      spec: {
        accessModes: ['ReadWriteMany'],
        capacity: { storage: '200Gi' },
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'images', namespace: NAMESPACE, uid: 'x' },
        nfs: { server: 'nfs.example.com', path: '/images' },
        persistentVolumeReclaimPolicy: 'Retain',
        volumeMode: 'Filesystem',
        storageClassName: '',
        ...more,
      },
    },
  );

const pruner = (more: Plain): Plain =>
  liveObject(
    'imageregistry.operator.openshift.io/v1',
    'ImagePruner',
    { name: 'cluster' },
    {
      spec: {
        failedJobsHistoryLimit: 3,
        successfulJobsHistoryLimit: 3,
        ignoreInvalidImageReferences: true,
        keepTagRevisions: 3,
        logLevel: 'Normal',
        schedule: '',
        suspend: false,
        ...more,
      },
    },
  );
const image = (imageSpec: Plain, managers: readonly Plain[] = []): Plain =>
  liveObject('config.openshift.io/v1', 'Image', { name: 'cluster', managedFields: managers }, { spec: imageSpec });

const on = (platform: string, ...objects: readonly Plain[]): readonly Plain[] => [...objects, ...liveSite(platform)];
const TAKEN = { takeOver: { by: 'hand', fields: ['storage'] } };
const VMS = { name: 'plant', platform: 'vsphere', openshift: '4.14', baseDomain: 'plant.example.com' };
const AWS = { ...VMS, platform: 'aws' };
const FILES = { claim: 'images', accessModes: ['ReadWriteMany'], size: '200Gi', storageClassName: 'files' };

/** What is live, the entry it becomes, and the codes of findings of adopt itself. */
const CASES: readonly [string, readonly Plain[], Plain, (readonly string[])?][] = [
  [
    'storage the operator made is left to it',
    on('AWS', config({ storage: { managementState: 'Managed', s3: S3 } })),
    AWS,
  ],
  ['before it has made it too', on('AWS', config({ storage: {} })), AWS],
  [
    'on OpenStack the choice of the installer is said',
    on('OpenStack', config({ storage: { managementState: 'Managed', swift: { container: 'c' } } })),
    { ...VMS, platform: 'openstack', bootstrapStorage: 'swift' },
  ],
  [
    'a claim of the installer on OpenStack',
    on(
      'OpenStack',
      config({
        replicas: 1,
        rolloutStrategy: 'Recreate',
        storage: { managementState: 'Unmanaged', pvc: { claim: 'image-registry-storage' } },
      }),
    ),
    { ...VMS, platform: 'openstack', bootstrapStorage: 'pvc' },
  ],
  [
    'a removed registry',
    on('VSphere', config({ managementState: 'Removed', replicas: 1, storage: {} })),
    { ...VMS, registry: { managementState: 'Removed', replicas: 1 } },
  ],
  ['a provisioned claim', on('VSphere', byHand, claim({}, PROVISIONED)), { ...VMS, storage: { pvc: FILES }, ...TAKEN }],
  [
    'a static volume of no class',
    on('BareMetal', byHand, claim({ storageClassName: '' }), volume({ mountOptions: ['nfsvers=4.1'] })),
    {
      ...VMS,
      platform: 'baremetal',
      storage: {
        pvc: {
          ...FILES,
          storageClassName: undefined,
          volume: { name: 'pv-1', nfs: { server: 'nfs.example.com', path: '/images' }, mountOptions: ['nfsvers=4.1'] },
        },
      },
      ...TAKEN,
    },
  ],
  [
    'a claim that another tool applies stays with it',
    on('VSphere', byHand, {
      ...claim(),
      metadata: { name: 'images', namespace: NAMESPACE, uid: 'x', managedFields: [ownedBy('flux', {}, 'Apply')] },
    }),
    { ...VMS, storage: { pvc: { claim: 'images', existing: true, accessModes: ['ReadWriteMany'] } }, ...TAKEN },
  ],
  [
    'Managed on a claim becomes Unmanaged, and one pod that nobody chose is told',
    on(
      'VSphere',
      config(
        { replicas: 1, storage: { managementState: 'Managed' } },
        { storage: { managementState: 'Managed', pvc: { claim: 'images' } } },
      ),
      claim({}, PROVISIONED),
    ),
    { ...VMS, registry: { replicas: 1 }, storage: { pvc: FILES }, ...TAKEN },
    ['ADOPT_ONE_POD'],
  ],
  [
    'a bucket by hand on AWS, with its Secret',
    on(
      'AWS',
      config(
        { storage: { s3: { encrypt: true, trustedCA: { name: '' }, virtualHostedStyle: false } } },
        {
          storage: {
            managementState: 'Unmanaged',
            s3: {
              ...S3,
              bucket: 'acme',
              cloudFront: {
                baseURL: 'https://cdn.example.com',
                duration: '300s',
                keypairID: 'K1',
                privateKey: { key: 'private.pem', name: 'cdn' },
              },
            },
          },
        },
      ),
    ),
    {
      ...AWS,
      storage: {
        s3: {
          bucket: 'acme',
          region: 'eu-west-1',
          encrypt: true,
          cloudFront: {
            baseURL: 'https://cdn.example.com',
            duration: '300s',
            keypairID: 'K1',
            privateKey: { key: 'private.pem', name: 'cdn' },
          },
        },
      },
      ...TAKEN,
    },
  ],
  [
    'emptyDir',
    on('None', config({ replicas: 1 }, { storage: { managementState: 'Managed', emptyDir: {} } })),
    { ...VMS, platform: 'none', environment: 'non-production', storage: { emptyDir: {} }, ...TAKEN },
    ['ADOPT_EMPTY_DIR'],
  ],
  [
    'Swift without disableRedirect, which a fleet would set',
    on(
      'BareMetal',
      config(
        {},
        {
          storage: {
            managementState: 'Unmanaged',
            swift: { container: 'c', authURL: 'https://keystone.example.com/v3', domain: 'Default', tenant: 't' },
          },
        },
      ),
    ),
    {
      ...VMS,
      platform: 'baremetal',
      registry: { disableRedirect: false },
      storage: {
        swift: { container: 'c', authURL: 'https://keystone.example.com/v3', domain: 'Default', tenant: 't' },
      },
      credentials: { existingSecret: {} },
      ...TAKEN,
    },
  ],
  [
    'a claim on AWS that git has taken over is not taken over again',
    on(
      'AWS',
      liveConfig(spec(PVC), [ownedBy(OPERATOR, spec({})), ownedBy('argocd-controller', PVC, 'Apply')]),
      claim({}, PROVISIONED),
    ),
    { ...AWS, storage: { pvc: FILES }, takeOver: { by: 'none' } },
  ],
  [
    'placement, requests, a proxy and routes by hand',
    on(
      'AWS',
      config(
        { storage: { managementState: 'Managed', s3: S3 } },
        {
          nodeSelector: { 'node-role.kubernetes.io/infra': '' },
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: 'kubernetes.io/hostname',
              whenUnsatisfiable: 'DoNotSchedule',
              labelSelector: {},
            },
          ],
          requests: { read: { maxRunning: 10, maxWaitInQueue: '1m0s' }, write: { maxWaitInQueue: '0s' } },
          proxy: { https: 'http://proxy.example.com:3128' },
          defaultRoute: true,
          routes: [{ name: 'public', hostname: 'registry.example.com', secretName: '' }],
          logLevel: 'Debug',
        },
      ),
    ),
    {
      ...AWS,
      registry: {
        nodeSelector: { 'node-role.kubernetes.io/infra': '' },
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} },
        ],
        requests: { read: { maxRunning: 10, maxWaitInQueue: '1m0s' } },
        proxy: { https: 'http://proxy.example.com:3128' },
        logLevel: 'Debug',
      },
      routes: { default: true, custom: [{ name: 'public', hostname: 'registry.example.com' }] },
      takeOver: {
        by: 'hand',
        fields: ['defaultRoute', 'nodeSelector', 'proxy', 'requests', 'routes', 'topologySpreadConstraints'],
      },
    },
  ],
  [
    'what people set on the pruner, and a zero that keeps nothing',
    on(
      'AWS',
      config({ storage: { managementState: 'Managed', s3: S3 } }),
      pruner({ keepTagRevisions: 0, ignoreInvalidImageReferences: false, keepYoungerThan: 3_600_000_000_000 }),
    ),
    { ...AWS, pruner: { ignoreInvalidImageReferences: false, keepTagRevisions: 0, keepYoungerThanDuration: '3600s' } },
  ],
  ['an untouched pruner', on('AWS', config({ storage: { managementState: 'Managed', s3: S3 } }), pruner({})), AWS],
  [
    'image settings',
    on(
      'AWS',
      config({ storage: { managementState: 'Managed', s3: S3 } }),
      image({
        additionalTrustedCA: { name: 'cas' },
        registrySources: { blockedRegistries: ['bad.example.com'], insecureRegistries: [] },
      }),
    ),
    {
      ...AWS,
      image: { additionalTrustedCA: { configMap: 'cas' }, registrySources: { blockedRegistries: ['bad.example.com'] } },
    },
  ],
  [
    'image settings that another tool applies',
    on(
      'AWS',
      config({ storage: { managementState: 'Managed', s3: S3 } }),
      image({ additionalTrustedCA: { name: 'cas' } }, [
        ownedBy('flux', { additionalTrustedCA: { name: 'cas' } }, 'Apply'),
      ]),
    ),
    AWS,
  ],
  [
    'without managedFields storage.managementState decides',
    on('AWS', liveConfig(spec({ storage: { managementState: 'Managed', s3: S3 } }), [])),
    AWS,
    ['ADOPT_OWNERS_UNKNOWN'],
  ],
  [
    'a single node',
    [
      config({ replicas: 1, storage: { managementState: 'Managed', s3: S3 } }),
      ...liveSite('AWS', '4.14.38', { infrastructureTopology: 'SingleReplica' }),
    ],
    { ...AWS, topology: 'single-node' },
  ],
  [
    'a setting that a fleet has no word for is told',
    on(
      'AWS',
      config(
        { unsupportedConfigOverrides: { x: 1 }, storage: { managementState: 'Managed', s3: S3 } },
        { shiny: true },
      ),
    ),
    AWS,
    ['ADOPT_LEFT_OUT', 'ADOPT_LEFT_OUT'],
  ],
  [
    'what the operator reports is wrong',
    on(
      'AWS',
      config(
        { storage: { managementState: 'Managed', s3: S3 } },
        {},
        {
          status: {
            observedGeneration: 2,
            conditions: [
              { type: 'Degraded', status: 'True', reason: 'Bad' },
              { type: 'Available', status: 'True' },
            ],
          },
        },
      ),
    ),
    AWS,
    ['ADOPT_UNHEALTHY', 'ADOPT_UNSETTLED'],
  ],
];

const own = (findings: readonly { readonly code: string }[]): readonly string[] =>
  findings.map(({ code }) => code).filter(code => code.startsWith('ADOPT'));

test.each(CASES)('%s', (_, objects, expected, codes = []) => {
  const { entry, text, findings } = adoptText(dumpOf(objects));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(own(findings)).toEqual(codes);
  expect(entry).toEqual(JSON.parse(JSON.stringify(expected)));
  expect(parse(text ?? '')).toEqual(entry);
});

const managed = config({ storage: { managementState: 'Managed', s3: S3 } });

/** What is live, and why it is refused. */
const REFUSED: readonly (readonly [string, readonly Plain[], string, RegExp])[] = [
  [
    'two backends',
    on('AWS', config({ storage: { managementState: 'Managed', s3: S3, pvc: { claim: 'images' } } })),
    'ADOPT_TWO_BACKENDS',
    /s3 plant-image-registry-x and pvc images/,
  ],
  ['no Config', on('AWS'), 'ADOPT_INCOMPLETE', /no Config/],
  ['no ClusterVersion', [managed, ...liveSite('AWS').slice(0, 1)], 'ADOPT_INCOMPLETE', /ClusterVersion/],
  ['no Infrastructure', [managed, ...liveSite('AWS').slice(1)], 'ADOPT_INCOMPLETE', /Infrastructure/],
  ['a claim that is not in the dump', on('VSphere', byHand), 'ADOPT_INCOMPLETE', /PersistentVolumeClaim "images"/],
  ['a volume that is not in the dump', on('VSphere', byHand, claim()), 'ADOPT_INCOMPLETE', /PersistentVolume "pv-1"/],
  ['a platform nobody knows', on('Libvirt', managed), 'ADOPT_OUT_OF_REACH', /"Libvirt"/],
  ['a version nobody knows', [managed, ...liveSite('AWS', '3.11.2')], 'ADOPT_OUT_OF_REACH', /"3.11.2"/],
  [
    'a hosted control plane',
    [managed, ...liveSite('AWS', '4.14.1', { controlPlaneTopology: 'External' })],
    'ADOPT_OUT_OF_REACH',
    /hosted/,
  ],
  [
    'a Config that is being deleted',
    on('AWS', { ...managed, metadata: { ...(managed.metadata as Plain), deletionTimestamp: '2026-01-01T00:00:00Z' } }),
    'ADOPT_DELETED',
    /being deleted/,
  ],
  [
    'two clusters in one dump',
    [...on('AWS', managed), ...on('AWS', config({ replicas: 3 }))],
    'ADOPT_MANY_CLUSTERS',
    /Config cluster is in the dumps twice/,
  ],
  [
    "another Config than the registry's",
    on('AWS', { apiVersion: 'v1', kind: 'Config', metadata: { name: 'cluster' }, clusters: [] }),
    'ADOPT_INCOMPLETE',
    /no Config/,
  ],
  [
    'values of a shape that no API server gives',
    on('AWS', config({ replicas: 'two', storage: { managementState: 'Managed', s3: S3 } })),
    'WRONG_TYPE',
    /replicas/,
  ],
  [
    'what a rule refuses',
    on('VSphere', byHand, claim({ accessModes: ['ReadWriteOnce'] }, PROVISIONED)),
    'PVC_RWO_REPLICAS',
    /ReadWriteOnce/,
  ],
];

test.each(REFUSED)('%s: refused with the reason', (_, objects, code, what) => {
  const { text, findings } = adoptText(dumpOf(objects));
  expect(text).toBeUndefined();
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.find(finding => finding.code === code)?.what).toMatch(what);
});

test("the name is what is asked for, what our label says, or the infrastructure's", () => {
  const labelled = {
    ...managed,
    metadata: {
      ...(managed.metadata as Plain),
      labels: { 'registry-gitops/cluster': 'b', 'app.kubernetes.io/managed-by': 'cdk8s-openshift-registry', team: 'x' },
    },
  };
  expect(adoptText(dumpOf(on('AWS', managed))).entry?.name).toBe('plant');
  expect(adoptText(dumpOf(on('AWS', labelled))).entry).toMatchObject({
    name: 'b',
    metadata: { labels: { team: 'x' } },
  });
  expect(adoptText(dumpOf(on('AWS', labelled)), 'c').entry?.name).toBe('c');
});

test('the version is the one that runs, not the one that is wanted', () => {
  const site = liveSite('AWS').map(object =>
    object.kind === 'ClusterVersion'
      ? {
          ...object,
          status: {
            desired: { version: '4.15.2' },
            history: [
              { state: 'Partial', version: '4.15.2' },
              { state: 'Completed', version: '4.14.9' },
            ],
          },
        }
      : object,
  );
  const { text, entry } = adoptText(dumpOf([managed, ...site]));
  expect(entry?.openshift).toBe('4.14');
  expect(text).toContain('# 4.14.9; an upgrade to 4.15.2 is under way\nopenshift: "4.14"');
});

test('credentials are needed where the Secret is there, or where nothing else serves', () => {
  const bucket = config({}, { storage: { managementState: 'Unmanaged', s3: { ...S3, bucket: 'acme' } } });
  const dump = (platform: string, secrets: readonly string[]): unknown =>
    adoptText(dumpOf(on(platform, bucket), secrets)).entry?.credentials;
  const user = 'image-registry-private-configuration-user';
  expect([dump('AWS', [user]), dump('AWS', ['other']), dump('None', [])]).toEqual([
    { existingSecret: {} },
    undefined,
    { existingSecret: {} },
  ]);
});

test('the domain of the ingress, where it is another one', () => {
  const ingress = liveObject(
    'config.openshift.io/v1',
    'Ingress',
    { name: 'cluster' },
    { spec: { domain: 'apps.elsewhere.example.com' } },
  );
  expect(adoptText(dumpOf([...on('AWS', managed), ingress])).entry?.ingressDomain).toBe('apps.elsewhere.example.com');
});

test('the same entry from one file, from many, and from a list', () => {
  const objects = on('VSphere', byHand, claim({}, PROVISIONED));
  const list = dumpOf([{ apiVersion: 'v1', kind: 'List', items: objects }]);
  expect(adoptText(list).text).toBe(adoptText(dumpOf(objects)).text);
});
