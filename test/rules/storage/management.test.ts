import { STORAGE_MANAGEMENT_RULES } from '../../../src/rules/storage/management';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(STORAGE_MANAGEMENT_RULES);

const s3 = (storage: object): string =>
  JSON.stringify({ platform: 'aws', storage: { s3: { bucket: 'acme', region: 'eu-west-1' }, ...storage } });
const managementState = 'Managed';

test.each<[string, string, string[]]>([
  ['nothing said', s3({}), []],
  ['Unmanaged', s3({ managementState: 'Unmanaged' }), []],
  ['Managed', s3({ managementState }), ['STORAGE_MANAGED_OWN']],
  [
    'a managed claim',
    JSON.stringify({ platform: 'vsphere', storage: { managementState, pvc: { accessModes: ['ReadWriteMany'] } } }),
    ['STORAGE_MANAGED_OWN'],
  ],
  [
    'managed throw-away storage loses nothing',
    JSON.stringify({ platform: 'none', environment: 'non-production', storage: { managementState, emptyDir: {} } }),
    [],
  ],
])('%s', (_name, yaml, expected) => expect([...codes(yaml)].sort()).toEqual([...expected].sort()));
