import { CLAIM_SETTING_RULES } from '../../../../src/rules/storage/pvc/settings';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf(CLAIM_SETTING_RULES);
const pvc = (change: object, cluster: object = {}): readonly string[] =>
  codes(
    JSON.stringify({
      platform: 'baremetal',
      storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'files', ...change } },
      ...cluster,
    }),
  );
const RWO = { accessModes: ['ReadWriteOnce'] };

test.each<[string, object, object, string[]]>([
  ['a claim in order', {}, {}, []],
  ['less than 100Gi', { size: '99Gi' }, {}, ['PVC_SIZE_MIN']],
  ['100G is less than 100Gi', { size: '100G' }, {}, ['PVC_SIZE_MIN']],
  ['100Gi', { size: '102400Mi' }, {}, []],
  ['less, outside production', { size: '10Gi' }, { environment: 'non-production' }, []],
  ['a raw device', { volumeMode: 'Block' }, {}, ['PVC_VOLUME_MODE']],
  ['a file system', { volumeMode: 'Filesystem' }, {}, []],
  ['no class', { storageClassName: undefined }, {}, ['PVC_CLASS_UNNAMED']],
  ['no class, for one writer', { storageClassName: undefined, ...RWO }, { topology: 'single-node' }, []],
  ['one writer', RWO, {}, ['BLOCK_NOT_HA']],
  ['one writer on a single node', RWO, { topology: 'single-node' }, []],
  ['one writer, outside production', RWO, { environment: 'non-production' }, []],
  [
    'an export',
    { storageClassName: undefined, volume: { nfs: { server: 'nfs', path: '/r' } } },
    {},
    ['SHARED_STORAGE_ACCESS'],
  ],
  ['the claim of someone else', { existing: true, storageClassName: undefined }, {}, []],
  ['and its class', { existing: true }, {}, ['PVC_EXISTING_IGNORED']],
  ['and its size', { existing: true, storageClassName: undefined, size: '5Gi' }, {}, ['PVC_EXISTING_IGNORED']],
  [
    'and its size and mode',
    { existing: true, storageClassName: undefined, size: '5Gi', volumeMode: 'Filesystem' },
    {},
    ['PVC_EXISTING_IGNORED', 'PVC_EXISTING_IGNORED'],
  ],
  ['the name of the installer', {}, { platform: 'ovirt' }, ['PVC_NAME_TAKEN']],
  ['the same on OpenStack', { claim: 'image-registry-storage' }, { platform: 'openstack' }, ['PVC_NAME_TAKEN']],
  ['another name', { claim: 'registry' }, { platform: 'ovirt' }, []],
  ['the claim of the installer itself', { existing: true, storageClassName: undefined }, { platform: 'ovirt' }, []],
])('%s', (_, change, cluster, expected) => expect(pvc(change, cluster)).toEqual(expected));

test('a claim of OpenShift Data Foundation is one too', () => {
  const storage = { odf: { cephfs: { size: '1Gi' } } };
  expect(codes(JSON.stringify({ platform: 'vsphere', storage }))).toEqual(['PVC_SIZE_MIN']);
});
