import { ISCSI_RULES } from '../../../../src/rules/storage/pvc/iscsi';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf(ISCSI_RULES);
const SECRET = 'secretRef: {name: chap, namespace: storage}';

test.each<[string, string, readonly string[]]>([
  ['no login', 'readOnly: false', []],
  ['a Secret that is not used', SECRET, []],
  ['a login of the session', 'chapAuthSession: true', ['VOLUME_CHAP_SECRET']],
  ['a login of the discovery', 'chapAuthDiscovery: true', ['VOLUME_CHAP_SECRET']],
  ['both, with a Secret', `chapAuthSession: true, chapAuthDiscovery: true, ${SECRET}`, []],
])('%s', (_, more, expected) => {
  const iscsi = `{targetPortal: 192.0.2.10, iqn: "iqn.2001-04.com.example:x", lun: 0, ${more}}`;
  expect(
    codes(`{platform: baremetal, storage: {pvc: {accessModes: [ReadWriteOnce], volume: {iscsi: ${iscsi}}}}}`),
  ).toEqual(expected);
});
