import { runFleet } from '../../support/fleet';

const SHARED = ['STORAGE_SHARED', 'VOLUME_SHARED'];

/** Two clusters with these volumes; `CODE severity` of what they share. */
function shared(a: object, b: object = a, more: object = {}): readonly string[] {
  const cluster = (name: string, volume: object): object => ({
    ...{ name, openshift: '4.14', platform: 'baremetal' },
    storage: { pvc: { accessModes: ['ReadWriteMany'], volume } },
  });
  const clusters = [cluster('a', a), { ...cluster('b', b), ...more }];
  return runFleet(JSON.stringify({ clusters }))
    .findings.filter(({ code }) => SHARED.includes(code) || code.startsWith('ACCEPT'))
    .map(({ code, severity, clusters: names }) => `${code} ${severity} ${names?.join('+')}`);
}

const nfs = (server: string, path = '/registry'): object => ({ nfs: { server, path } });
const csi = (volumeHandle: string, driver = 'csi.example.com'): object => ({ csi: { driver, volumeHandle } });
const fc = (lun: number): object => ({ fc: { targetWWNs: ['50060e801049cfd1'], lun } });
const ERROR = ['STORAGE_SHARED error b'];
const WARNING = ['STORAGE_SHARED warning b'];

test.each<[string, object, object | undefined, readonly string[]]>([
  ['a public name', nfs('files.example.com'), undefined, ERROR],
  ['a public name, written in two ways', nfs('files.example.com'), nfs('Files.Example.com', '/registry/'), ERROR],
  ['a public address', nfs('198.51.100.7'), undefined, ERROR],
  ['a private address', nfs('192.168.1.10'), undefined, WARNING],
  ['a private address of IPv6', nfs('fd00::10'), undefined, WARNING],
  ['a name without a public domain', nfs('files.plant.local'), undefined, WARNING],
  ['a name without any domain', nfs('files'), undefined, WARNING],
  ['two paths', nfs('files.example.com', '/a'), nfs('files.example.com', '/b'), []],
  ['two servers', nfs('a.example.com'), nfs('b.example.com'), []],
  ['one handle', csi('fs-1'), undefined, ['VOLUME_SHARED error b']],
  ['one handle of two drivers', csi('fs-1'), csi('fs-1', 'other.example.com'), []],
  ['two handles', csi('fs-1'), csi('fs-2'), []],
  ['one LUN', fc(1), undefined, ['VOLUME_SHARED error b']],
  ['two LUNs', fc(1), fc(2), []],
  ['one folder of nodes', { local: { path: '/mnt' } }, undefined, []],
])('%s', (_, a, b, expected) => expect(shared(a, b)).toEqual(expected));

test('an export that one of the two has left is free', () => {
  expect(shared(nfs('files.example.com'), undefined, { registry: { managementState: 'Removed' } })).toEqual([]);
});

describe('acceptance on the cluster', () => {
  const accept = (code: string, reason = 'two arrays number their volumes alike'): object => ({
    accept: [{ code, reason }],
  });

  test('of a handle that is shared', () => expect(shared(csi('fs-1'), undefined, accept('VOLUME_SHARED'))).toEqual([]));
  test('with a reason that is none', () =>
    expect(shared(csi('fs-1'), undefined, accept('VOLUME_SHARED', 'todo'))).toEqual(['VOLUME_SHARED error b']));
  test('of a handle that is not shared is pointed out', () =>
    expect(shared(csi('a'), csi('b'), accept('VOLUME_SHARED'))).toEqual(['ACCEPT_UNUSED warning b']));
  test('of an export is refused', () =>
    expect(shared(nfs('files.example.com'), undefined, accept('STORAGE_SHARED'))).toEqual([
      'STORAGE_SHARED error b',
      'ACCEPT_REFUSED error b',
    ]));
});
