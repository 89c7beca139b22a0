/** VALUE_SYNTAX and TEXT_INVISIBLE: what the API takes passes, what it refuses does not. */

import { TEXT_SYNTAX_RULES } from '../../../src/rules/text/syntax';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(TEXT_SYNTAX_RULES);

/** Settings of a cluster with a value at a place. */
type Place = (value: string) => object;

const registry: Place = value => ({ platform: 'aws', registry: JSON.parse(value) });
const requirement =
  (key: 'key' | 'value'): Place =>
  text => {
    const expression = {
      key: 'zone',
      operator: 'In',
      values: ['a'],
      ...(key === 'key' ? { key: text } : { values: [text] }),
    };
    const nodeSelectorTerms = [{ matchExpressions: [expression] }];
    return registry(
      JSON.stringify({
        affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } } },
      }),
    );
  };
const toleration =
  (key: 'key' | 'value'): Place =>
  text =>
    registry(JSON.stringify({ tolerations: [{ key: 'a', operator: 'Equal', value: 'b', [key]: text }] }));
const storage =
  (settings: (value: string) => object, platform = 'baremetal'): Place =>
  value => ({ platform, storage: settings(value) });
const volume = (source: (value: string) => object): Place =>
  storage(value => ({ pvc: { accessModes: ['ReadWriteMany'], volume: source(value) } }));
const iscsi = (more: (value: string) => object): Place =>
  volume(value => ({
    iscsi: { targetPortal: '192.0.2.10:3260', iqn: 'iqn.2001-04.com.example:x', lun: 0, ...more(value) },
  }));
const provisioner: Place = storage(value => ({
  pvc: { accessModes: ['ReadWriteMany'], storageClass: { name: 'files', provisioner: value } },
}));
const external =
  (key: 'store' | 'property'): Place =>
  value => ({
    platform: 'aws',
    storage: { s3: { bucket: 'acme-registry', region: 'eu-west-1' } },
    credentials: {
      externalSecret: {
        store: { name: key === 'store' ? value : 'vault' },
        key: 'registry',
        ...(key === 'property' ? { properties: { [value]: 'id' } } : {}),
      },
    },
  });
const cloudFront = (key: 'keypairID' | 'key'): Place =>
  storage(value => {
    const privateKey = { name: 'cdn', key: key === 'key' ? value : 'private.pem' };
    const keypairID = key === 'keypairID' ? value : 'K2JCJMDEHXQW5F';
    const cdn = { baseURL: 'https://cdn.example.com', keypairID, privateKey };
    return { s3: { bucket: 'acme-registry', region: 'eu-west-1', cloudFront: cdn } };
  }, 'aws');
const gcs = (key: 'region' | 'projectID' | 'keyID'): Place =>
  storage(
    value => ({ gcs: { bucket: 'acme-registry', region: 'europe-west1', projectID: 'acme', [key]: value } }),
    'gcp',
  );
const swift = (key: string): Place =>
  storage(value => ({ swift: { container: 'registry', [key]: value } }), 'openstack');
const access: Place = value => ({ platform: 'aws', access: { viewers: [{ project: 'team-a', users: [value] }] } });
const role: Place = value => ({
  platform: 'aws',
  access: { bindings: [{ role: value, project: 'team-a', users: ['ann'] }] },
});
const clusterSet: Place = value => ({
  platform: 'baremetal',
  storage: { odf: { noobaa: { bucketName: 'registry' } } },
  credentials: { bucketClaim: { acm: { namespace: 'policies', placement: { clusterSets: [value] } } } },
});
const annotation: Place = value => ({ platform: 'aws', metadata: { annotations: { note: value } } });

const LONG = 'a'.repeat(64);

/** What the API, the operator or the cloud takes; each is either documented by it or passes its own check. */
const TAKEN: readonly (readonly [string, Place, readonly string[]])[] = [
  ['a key of a label', requirement('key'), ['zone', 'topology.kubernetes.io/zone', 'A_b.c-d', 'a'.repeat(63)]],
  ['a compared value', requirement('value'), ['', 'eu-west-1a', 'A_b.c', '5', '-1', 'node.example.com']],
  ['a key of a taint', toleration('key'), ['node-role.kubernetes.io/infra', 'dedicated']],
  ['a value of a taint', toleration('value'), ['', 'registry', 'A_b.c-1']],
  ['an NFS path', volume(path => ({ nfs: { server: 'nfs', path } })), ['/', '/exports/registry', '/a b', '/../x']],
  [
    'an NFS server',
    volume(server => ({ nfs: { server, path: '/x' } })),
    ['nfs.example.com', '192.0.2.7', 'fd00::7', '[fd00::7]', 'NFS_1'],
  ],
  ['a path of a node', volume(path => ({ local: { path } })), ['/mnt/registry', '/dev/disk/by-id/wwn-0x5', '/a..b']],
  [
    'a CSI driver',
    volume(driver => ({ csi: { driver, volumeHandle: 'h' } })),
    ['csi.vsphere.vmware.com', 'Driver.Example.com', 'driver_1'],
  ],
  [
    'an IQN',
    iscsi(iqn => ({ iqn })),
    ['iqn.2001-04.com.example:storage.disk2', 'eui.02004567A425678D', 'naa.52004567BA64678D52004567BA64678D'],
  ],
  ['an initiator', iscsi(initiatorName => ({ initiatorName })), ['', 'iqn.1994-05.com.redhat:worker-0']],
  ['a portal', iscsi(portal => ({ portals: [portal] })), ['192.0.2.11:3260', '[fd00::1]:3260', 'san.example.com']],
  [
    'a provisioner',
    provisioner,
    ['kubernetes.io/no-provisioner', 'Files.Example.com', 'openshift-storage.cephfs.csi.ceph.com', 'example.com/nfs_1'],
  ],
  ['a store', external('store'), ['vault', 'team-a.vault']],
  ['a key of a Secret', external('property'), ['REGISTRY_STORAGE_S3_ACCESSKEY', '.hidden', 'a-b.c_d']],
  ['a key pair', cloudFront('keypairID'), ['K2JCJMDEHXQW5F', 'APKAEIBAERJR2EXAMPLE']],
  ['a key of the private key', cloudFront('key'), ['private.pem', 'tls.key', 'PRIVATE_KEY']],
  ['a region of Google', gcs('region'), ['europe-west1', 'EU', 'us', 'EUR4', 'NAM-EUR-ASIA1']],
  ['a project of Google', gcs('projectID'), ['acme-prod', 'example.com:acme', '123456789012']],
  ['a key of Google', gcs('keyID'), ['projects/p/locations/l/keyRings/r/cryptoKeys/k']],
  ['a domain of Keystone', swift('domain'), ['Default', 'Team A', 'Überregional']],
  ['an id of Keystone', swift('tenantID'), ['default', '6b2f3c4d5e6f708192a3b4c5d6e7f809', '0'.repeat(64)]],
  [
    'a user',
    access,
    ['ann', 'Ann Example', 'ann@example.com', 'cn=ann,dc=example', 'アン', 'b\u00f6b', 'نام\u200cخانوادگی'],
  ],
  ['a role', role, ['registry-viewer', 'system:image-puller', 'My Role']],
  ['a set of clusters', clusterSet, ['global', 'team-a.prod']],
  ['an annotation', annotation, ['', 'a\nb', '\u001b[2J', '\u202e', '{"a": [1]}', 'x'.repeat(5000)]],
];

/** What they refuse, or what can name nothing there. */
const REFUSED: readonly (readonly [string, Place, readonly string[]])[] = [
  ['a key of a label', requirement('key'), ['', 'bad key!', '-a', 'a/b/c', LONG]],
  ['a compared value', requirement('value'), ['bad value!', 'a b', 'Ä']],
  ['a key of a taint', toleration('key'), ['a b', 'a/b/c']],
  ['a value of a taint', toleration('value'), ['a b', LONG]],
  ['an NFS path', volume(path => ({ nfs: { server: 'nfs', path } })), ['', 'a/b', './x', 'nfs:/x']],
  ['an NFS server', volume(server => ({ nfs: { server, path: '/x' } })), ['', 'a b']],
  ['a path of a node', volume(path => ({ local: { path } })), ['', '/mnt/../etc', '..']],
  ['a CSI driver', volume(driver => ({ csi: { driver, volumeHandle: 'h' } })), ['', 'a b', '-a', LONG]],
  ['an IQN', iscsi(iqn => ({ iqn })), ['', 'a', 'iqn.2001.com:x', 'iqn.2001-04.com.example', 'eui.1', 'naa.52']],
  ['an initiator', iscsi(initiatorName => ({ initiatorName })), ['a', 'iqn.x']],
  ['a portal', iscsi(portal => ({ portals: [portal] })), ['a b']],
  ['a provisioner', provisioner, ['', 'not valid!', 'a/b/c', '-a']],
  ['a store', external('store'), ['', '1Gi', 'Vault', 'a b']],
  ['a key of a Secret', external('property'), ['registry/prod', 'a b', '..', LONG.repeat(4)]],
  ['a key pair', cloudFront('keypairID'), ['a b', 'https://x', 'a/b']],
  ['a key of the private key', cloudFront('key'), ['registry/prod', '-----BEGIN RSA PRIVATE KEY-----']],
  ['a region of Google', gcs('region'), ['a b', 'europe/west1']],
  ['a project of Google', gcs('projectID'), ['a b', 'projects/acme']],
  ['a key of Google', gcs('keyID'), ['a b']],
  ['a role', role, ['a/b', '..', '50%']],
  ['a set of clusters', clusterSet, ['', 'a b', 'Team']],
];

const rowsOf = (table: typeof TAKEN): readonly (readonly [string, string, Place])[] =>
  table.flatMap(([name, place, values]) => values.map(value => [name, value, place] as const));

test.each(rowsOf(TAKEN))('%s %j is taken', (_, value, place) =>
  expect(codes(JSON.stringify(place(value)))).toEqual([]),
);

test.each(rowsOf(REFUSED))('%s %j is refused', (_, value, place) =>
  expect(codes(JSON.stringify(place(value)))).toEqual(['VALUE_SYNTAX']),
);

test.each(
  TAKEN.filter(([name]) => name !== 'an annotation').flatMap(([name, place]) =>
    ['a\nb', 'a\u001b[2Jb', 'a\u0000', 'a\u0085b', 'a\u202eb', 'a\u2066b', '\u200fa', 'a\ud83d'].map(
      value => [name, value, place] as const,
    ),
  ),
)('%s %j has a character that cannot be seen', (_, value, place) =>
  expect(codes(JSON.stringify(place(value)))).toEqual(['TEXT_INVISIBLE']),
);

test('half a character is refused in free text too', () =>
  expect(codes(JSON.stringify(annotation('a\ud83d')))).toEqual(['TEXT_INVISIBLE']));

test.each<[number, boolean]>([
  [0, true],
  [255, true],
  [-1, false],
  [256, false],
])('LUN %s', (lun, taken) => {
  const all = codesOf([...TEXT_SYNTAX_RULES]);
  const of = (kind: object): readonly string[] => all(JSON.stringify(volume(() => kind)('')));
  const shape = codesWithShape(volume(() => ({ fc: { targetWWNs: ['50060e801049cfd1'], lun } }))(''));
  expect(of({ iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:x', lun } })).toEqual([]);
  expect(shape.includes('OUT_OF_RANGE')).toBe(!taken);
});

function codesWithShape(settings: object): readonly string[] {
  return runCluster(JSON.stringify(settings)).findings.map(({ code }) => code);
}
