/** Hosts and paths of volumes: what VALUE_SYNTAX and TEXT_INVISIBLE say of them. */

import { runCluster } from '../../support/fleet';

const OURS = /^(VALUE_SYNTAX|TEXT_INVISIBLE) /;
const found = (settings: string): readonly string[] =>
  runCluster(`{platform: baremetal, ${settings}}`)
    .findings.map(({ code, path }) => `${code} ${path?.join('.')}`)
    .filter(text => OURS.test(text));

const nfs = (path: string): string =>
  `storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: {server: nfs.example.com, path: ${path}}}}}`;

test.each<[string, readonly string[]]>([
  [nfs('/exports/registry'), []],
  [nfs('exports/registry'), ['VALUE_SYNTAX storage.pvc.volume.nfs.path']],
  [nfs('"/exports\\u0007"'), ['TEXT_INVISIBLE storage.pvc.volume.nfs.path']],
  [nfs('"/exports\\u202e"'), ['TEXT_INVISIBLE storage.pvc.volume.nfs.path']],
])('%s', (settings, expected) => expect(found(settings)).toEqual(expected));

const volume = (source: object): string =>
  JSON.stringify({
    platform: 'baremetal',
    storage: { pvc: { accessModes: ['ReadWriteOnce'], storageClassName: '', volume: source } },
  });
const nfsVolume = (change: object): string => volume({ nfs: { server: 'nfs.example.com', path: '/r', ...change } });
const iscsi = (change: object): string =>
  volume({ iscsi: { targetPortal: '192.0.2.6:3260', iqn: 'iqn.2001-04.com.example:r', lun: 0, ...change } });

test.each<[string, string, string[]]>([
  ['a server', nfsVolume({}), []],
  ['an address', nfsVolume({ server: '192.0.2.5' }), []],
  ['an IPv6 address', nfsVolume({ server: 'fd00::5' }), []],
  [
    'a server with its path',
    nfsVolume({ server: 'nfs.example.com:/r' }),
    ['server "nfs.example.com:/r" is not a host or address, without scheme and path'],
  ],
  [
    'a server with a scheme',
    nfsVolume({ server: 'nfs://nfs.example.com' }),
    ['server "nfs://nfs.example.com" is not a host or address, without scheme and path'],
  ],
  ['a relative path', nfsVolume({ path: 'r' }), ['path "r" is not an absolute path']],
  ['a portal', iscsi({}), []],
  [
    'a portal with a scheme',
    iscsi({ targetPortal: 'iscsi://192.0.2.6' }),
    ['targetPortal "iscsi://192.0.2.6" is not a host or address, without scheme and path'],
  ],
])('%s', (_name, yaml, expected) => {
  const hits = runCluster(yaml).findings.filter(({ code }) => code === 'VALUE_SYNTAX');
  expect(hits.map(({ what }) => what)).toEqual(expected);
});
