import { STORAGE_CHOICE_RULES } from '../../../src/rules/storage/choice';
import { CLAIM_RULES } from '../../../src/rules/storage/pvc/claims';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(STORAGE_CHOICE_RULES);
const IBMCOS = 'storage: {ibmcos: {bucket: registry}}';

test.each<[string, string[]]>([
  [`platform: ibmcloud\n${IBMCOS}`, []],
  [`platform: powervs\n${IBMCOS}`, []],
  [`platform: aws\n${IBMCOS}`, ['BACKEND_PLATFORM']],
  [`platform: ibmcloud\nopenshift: "4.8"\n${IBMCOS}`, ['DRIVER_VERSION']],
  ['platform: aws\nbootstrapStorage: pvc', ['BOOTSTRAP_STORAGE_UNUSED']],
  ['platform: openstack\nbootstrapStorage: pvc', []],
  ['platform: openstack\nbootstrapStorage: swift\nstorage: {swift: {container: registry}}', []],
  ['platform: openstack', ['BOOTSTRAP_STORAGE_UNKNOWN']],
  ['platform: vsphere', ['STORAGE_REQUIRED']],
  ['platform: vsphere\nregistry: {managementState: Removed}', []],
  ['platform: aws\nstorage: {managementState: Unmanaged}', ['STORAGE_BACKENDS']],
  ['platform: aws\nstorage: {emptyDir: {}, pvc: {accessModes: [ReadWriteMany]}}', ['STORAGE_BACKENDS']],
])('%j', (yaml, expected) => expect(codes(yaml)).toEqual(expected));

const claims = codesOf(CLAIM_RULES);
const EMPTY = 'platform: none\nstorage: {emptyDir: {}}';
const pvc = (modes: string, registry = '{}'): string =>
  `platform: baremetal\nstorage: {pvc: {accessModes: [${modes}], storageClassName: f}}\nregistry: ${registry}`;
test.each<[string, string[]]>([
  [EMPTY, ['EMPTYDIR_PRODUCTION']],
  [`${EMPTY}\nenvironment: non-production`, ['EMPTYDIR_LOSES_IMAGES']],
  [`${EMPTY}\nenvironment: non-production\nregistry: {replicas: 2}`, ['EMPTYDIR_LOSES_IMAGES', 'EMPTYDIR_REPLICAS']],
  [pvc('ReadWriteOnce'), []],
  [pvc('ReadWriteOnce', '{replicas: 2, rolloutStrategy: RollingUpdate}'), ['PVC_RWO_REPLICAS', 'PVC_RWO_STRATEGY']],
  [pvc('ReadWriteOnce, ReadWriteMany', '{replicas: 2, rolloutStrategy: RollingUpdate}'), []],
  [pvc('ReadOnlyMany'), ['PVC_ACCESS_MODE']],
  [pvc('ReadWriteOncePod'), ['PVC_ACCESS_MODE']],
])('%j', (yaml, expected) => expect([...claims(yaml)].sort()).toEqual(expected));
