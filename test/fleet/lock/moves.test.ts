/** Every way to change where images live, or what cannot change: from, to, and what is said. */

import { azure, bare, cephfs, gcs, nfs, odf, ownClass, pvc, Repository, s3, store, swift } from './scenarios';

const MOVED = ['STORAGE_MOVED error'];
const FIXED = ['IMMUTABLE_CHANGED error'];
const NONE: readonly string[] = [];
const aws = { platform: 'aws' };
const openstack = (bootstrapStorage?: string): object => ({ platform: 'openstack', bootstrapStorage });
const CSI = { driver: 'csi.example.com', volumeHandle: 'a' };
const ISCSI = { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:a', lun: 1 };
const csi = (more: object): object => bare({ volume: { csi: { ...CSI, ...more } } });
const iscsi = (more: object): object =>
  bare({ accessModes: ['ReadWriteOnce'], volume: { iscsi: { ...ISCSI, ...more } } });
const fc = (more: object): object =>
  bare({ accessModes: ['ReadWriteOnce'], volume: { fc: { targetWWNs: ['50060e801049cfd1'], lun: 0, ...more } } });
const on = (node: string): object => ({
  required: {
    nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] }],
  },
});
const local = (path: string, node = 'n1'): object =>
  bare({ accessModes: ['ReadWriteOnce'], volume: { local: { path }, nodeAffinity: on(node) } });

type Scenario = readonly [string, object, object, readonly string[]];

const OBJECT_STORES: readonly Scenario[] = [
  ['the same once more', s3(), s3(), NONE],
  ['another bucket', s3(), s3({ bucket: 'acme-2' }), MOVED],
  ['another region of one partition', s3(), s3({ region: 'us-east-1' }), NONE],
  ['to the regions of the US government', s3(), s3({ region: 'us-gov-west-1' }), MOVED],
  ['to the regions of China', s3(), s3({ region: 'cn-north-1' }), MOVED],
  ['from China to the usual regions', s3({ region: 'cn-north-1' }), s3(), MOVED],
  ["AWS's own endpoint, written out", s3(), s3({ regionEndpoint: 'https://s3.eu-west-1.amazonaws.com' }), NONE],
  ['an endpoint of another store', s3(), s3({ regionEndpoint: 'https://s3.example.com' }), MOVED],
  [
    'another region of a store of another maker',
    store('https://s3.example.com'),
    store('https://s3.example.com', { region: 'cn-north-1' }),
    NONE,
  ],
  ['another host', store('https://one.example.com'), store('https://two.example.com'), MOVED],
  ['another port', store('https://s3.example.com:9000'), store('https://s3.example.com:9001'), MOVED],
  ['another path', store('https://s3.example.com/a'), store('https://s3.example.com/b'), MOVED],
  ['capitals in the host', store('https://s3.example.com'), store('https://S3.Example.com'), NONE],
  ['a slash at the end', store('https://s3.example.com'), store('https://s3.example.com/'), NONE],
  ['the usual port', store('https://s3.example.com'), store('https://s3.example.com:443'), NONE],
  ['http to https', store('http://s3.example.com'), store('https://s3.example.com'), NONE],
  ['http to https, with the usual ports', store('http://s3.example.com:80'), store('https://s3.example.com:443'), NONE],
  ['encryption', s3(), s3({ encrypt: true }), NONE],
  ['another bucket of Google', gcs(), gcs({ bucket: 'acme-2' }), MOVED],
  ['another project of Google', gcs(), gcs({ projectID: 'acme-2' }), NONE],
  ['another account of Azure', azure(), azure({ accountName: 'acme2' }), MOVED],
  ['another container of Azure', azure(), azure({ container: 'other' }), MOVED],
  ['another cloud of Azure', azure(), azure({ cloudName: 'AzureUSGovernmentCloud' }), MOVED],
  ['the usual cloud of Azure, written out', azure(), azure({ cloudName: 'AzurePublicCloud' }), NONE],
  ['another container of Swift', swift(), swift({ container: 'other' }), MOVED],
  ['another Keystone', swift(), swift({ authURL: 'https://other.example.com:5000/v3' }), MOVED],
  ['Keystone, spelled otherwise', swift(), swift({ authURL: 'https://Keystone.example.com:5000/v3/' }), NONE],
  ['another domain', swift(), swift({ domain: 'd2' }), MOVED],
  [
    'another id of the domain',
    swift({ domain: undefined, domainID: 'a' }),
    swift({ domain: undefined, domainID: 'b' }),
    MOVED,
  ],
  [
    'the id of the domain that was its name',
    swift({ domain: 'd1' }),
    swift({ domain: undefined, domainID: 'd1' }),
    MOVED,
  ],
  ['another tenant', swift(), swift({ tenant: 't2' }), MOVED],
  ['the id of the tenant that was its name', swift(), swift({ tenant: undefined, tenantID: 't1' }), MOVED],
  ['another region of Swift', swift({ regionName: 'one' }), swift({ regionName: 'two' }), MOVED],
];

const OWN_STORAGE: readonly Scenario[] = [
  ['to a bucket of the user', aws, s3(), MOVED],
  ['back to the operator', s3(), aws, MOVED],
  ['AWS to Google', aws, { platform: 'gcp' }, MOVED],
  ['AWS to AWS under another name', aws, { platform: 'rosa', pruner: {} }, NONE],
  ['Swift to a claim on OpenStack', openstack('swift'), openstack('pvc'), MOVED],
  ['Swift to what nobody says on OpenStack', openstack('swift'), openstack(), NONE],
  [
    'a registry without storage gets some',
    { platform: 'vsphere', registry: { managementState: 'Removed' } },
    { ...pvc(), platform: 'vsphere' },
    NONE,
  ],
  [
    'storage of a registry that is taken away',
    pvc(),
    { platform: 'baremetal', registry: { managementState: 'Removed' } },
    MOVED,
  ],
];

const CLAIMS: readonly Scenario[] = [
  ['another claim', pvc(), pvc({ claim: 'images' }), MOVED],
  ['another class', pvc(), pvc({ storageClassName: 'fast' }), MOVED],
  ['no class any more', pvc(), bare(), MOVED],
  ['the class that was the default', bare(), pvc(), ['IMMUTABLE_CHANGED warning']],
  ['CephFS under the same name of a claim', pvc({ storageClassName: 'nfs' }), cephfs(), MOVED],
  ['CephFS, said in two ways', pvc({ storageClassName: 'ocs-storagecluster-cephfs' }), cephfs(), NONE],
  ['more', pvc(), pvc({ size: '1Ti' }), NONE],
  ['the same in other units', pvc({ size: '1Ti' }), pvc({ size: '1024Gi' }), NONE],
  ['less', pvc(), pvc({ size: '200Gi' }), FIXED],
  ['more of a static volume', nfs(), nfs({}, { size: '1Ti' }), FIXED],
  [
    'more of a class that does not let it',
    ownClass({ allowVolumeExpansion: false }),
    ownClass({ allowVolumeExpansion: false }, { size: '1Ti' }),
    FIXED,
  ],
  ['more, and the class lets it now', ownClass({ allowVolumeExpansion: false }), ownClass({}, { size: '1Ti' }), NONE],
  ['one node instead of many', pvc(), pvc({ accessModes: ['ReadWriteOnce'] }), FIXED],
  [
    'modes in another order',
    pvc({ accessModes: ['ReadWriteMany', 'ReadWriteOnce'] }),
    pvc({ accessModes: ['ReadWriteOnce', 'ReadWriteMany'] }),
    NONE,
  ],
  ['a claim that others make now', pvc(), bare({ existing: true }), NONE],
  ['a claim that others made', bare({ existing: true }), pvc(), NONE],
  ['another claim that others make', bare({ existing: true }), bare({ existing: true, claim: 'other' }), MOVED],
  ['parameters of the class', ownClass(), ownClass({ parameters: { zone: 'az2' } }), FIXED],
  ['one more parameter', ownClass(), ownClass({ parameters: { zone: 'az1', tier: 'gold' } }), FIXED],
  ['one parameter less', ownClass(), ownClass({ parameters: {} }), FIXED],
  ['the provisioner', ownClass(), ownClass({ provisioner: 'other.example.com' }), FIXED],
  ['the reclaim policy of the class', ownClass(), ownClass({ reclaimPolicy: 'Delete' }), FIXED],
  ['the binding mode', ownClass(), ownClass({ volumeBindingMode: 'Immediate' }), FIXED],
  ['mount options of the class', ownClass(), ownClass({ mountOptions: ['nconnect=4'] }), NONE],
  ['another class of ours', ownClass(), ownClass({ name: 'images-2' }), MOVED],
  [
    'parameters of the class, and a new claim',
    ownClass(),
    ownClass({ parameters: { zone: 'az2' } }, { claim: 'images-2' }),
    [...MOVED, ...FIXED].sort(),
  ],
];

const VOLUMES: readonly Scenario[] = [
  ['another server', nfs(), nfs({ nfs: { server: 'other.example.com', path: '/registry' } }), MOVED],
  ['another path', nfs(), nfs({ nfs: { server: 'files.example.com', path: '/other' } }), MOVED],
  [
    'another server, under another claim that takes the same volume',
    nfs({ name: 'pv' }),
    nfs({ name: 'pv', nfs: { server: 'other.example.com', path: '/registry' } }, { claim: 'c2' }),
    [...FIXED, ...MOVED],
  ],
  ['read only', nfs(), nfs({ nfs: { server: 'files.example.com', path: '/registry', readOnly: true } }), FIXED],
  ['another name of the volume', nfs(), nfs({ name: 'other' }), FIXED],
  ['mount options of the volume', nfs(), nfs({ mountOptions: ['nfsvers=4.1'] }), NONE],
  ['the reclaim policy of the volume', nfs(), nfs({ reclaimPolicy: 'Delete' }), NONE],
  ['a volume of a class instead', nfs(), pvc(), MOVED],
  ['a static volume instead of a class', pvc(), nfs(), MOVED],
  ['a static volume instead of the default class', bare(), nfs(), MOVED],
  ['another handle', csi({}), csi({ volumeHandle: 'b' }), MOVED],
  ['another driver', csi({}), csi({ driver: 'other.example.com' }), MOVED],
  ['attributes of the volume', csi({}), csi({ volumeAttributes: { share: 'a' } }), FIXED],
  ['another portal', iscsi({}), iscsi({ targetPortal: '10.0.0.2:3260' }), MOVED],
  ['another target', iscsi({}), iscsi({ iqn: 'iqn.2001-04.com.example:b' }), MOVED],
  ['another LUN', iscsi({}), iscsi({ lun: 2 }), MOVED],
  ['another LUN over Fibre Channel', fc({}), fc({ lun: 1 }), MOVED],
  ['another folder of the node', local('/mnt/a'), local('/mnt/b'), MOVED],
  ['another node', local('/mnt/a'), local('/mnt/a', 'n2'), FIXED],
  ['nodes for a volume that had none', nfs(), nfs({ nodeAffinity: on('n1') }), NONE],
];

const DATA_FOUNDATION: readonly Scenario[] = [
  ['another bucket', odf('noobaa'), odf('noobaa', { bucketName: 'other' }), MOVED],
  ['another claim', odf('noobaa'), odf('noobaa', { claim: 'other' }), MOVED],
  ['another namespace of the claim', odf('noobaa'), odf('noobaa', { claimNamespace: 'openshift-storage' }), MOVED],
  ['the other object store', odf('noobaa'), odf('rgw'), MOVED],
  [
    'another endpoint',
    odf('rgw', { endpoint: 'https://rgw.one.example.com' }),
    odf('rgw', { endpoint: 'https://rgw.two.example.com' }),
    MOVED,
  ],
  ['another endpoint than the route', odf('rgw'), odf('rgw', { endpoint: 'https://rgw.two.example.com' }), MOVED],
  [
    'the endpoint, spelled otherwise',
    odf('rgw', { endpoint: 'https://rgw.one.example.com' }),
    odf('rgw', { endpoint: 'https://RGW.one.example.com/' }),
    NONE,
  ],
  ['the Service instead of the route', odf('rgw'), odf('rgw', { endpoint: 'service' }), NONE],
  ['another class', odf('noobaa'), odf('noobaa', { storageClassName: 'other' }), MOVED],
  [
    'the usual class, written out',
    odf('noobaa'),
    odf('noobaa', { storageClassName: 'openshift-storage.noobaa.io' }),
    NONE,
  ],
  ['another bucket class', odf('noobaa'), odf('noobaa', { additionalConfig: { bucketclass: 'gold' } }), MOVED],
  [
    'another backing store',
    odf('noobaa'),
    odf('noobaa', {
      backingStore: {
        name: 'disks',
        pvPool: { numVolumes: 3, storageClass: 'x', resources: { requests: { storage: '100Gi' } } },
      },
    }),
    MOVED,
  ],
  [
    'parameters of the class of ours',
    odf('rgw', { storageClass: { name: 'keep' } }),
    odf('rgw', { storageClass: { name: 'keep', parameters: { objectStoreName: 'other' } } }),
    FIXED,
  ],
  [
    'the reclaim policy of the class of ours',
    odf('rgw', { storageClass: { name: 'keep' } }),
    odf('rgw', { storageClass: { name: 'keep', reclaimPolicy: 'Delete' } }),
    FIXED,
  ],
];

describe.each([
  ['object stores', OBJECT_STORES],
  ["the operator's own storage", OWN_STORAGE],
  ['claims and classes', CLAIMS],
  ['static volumes', VOLUMES],
  ['OpenShift Data Foundation', DATA_FOUNDATION],
])('%s', (_, scenarios) => {
  test.each(scenarios)('%s', (_name, from, to, expected) => {
    const repository = new Repository();
    const start = repository.run({ plant: from });
    expect(start.errors).toEqual([]);
    const { lock } = repository;
    const { said, asked } = repository.run({ plant: to });
    expect([...said].sort()).toEqual([...expected].sort());
    if (!expected.some(line => line.endsWith('error'))) return;
    expect(repository.lock).toBe(lock);
    // What is asked for is what helps, and it helps once.
    expect(repository.run({ plant: to }, asked).said).toEqual([]);
  });
});

test('there are enough scenarios', () => {
  const all = [OBJECT_STORES, OWN_STORAGE, CLAIMS, VOLUMES, DATA_FOUNDATION].flat();
  expect(all.length).toBeGreaterThan(90);
});
