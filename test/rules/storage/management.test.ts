import { STORAGE_MANAGEMENT_RULES } from '../../../src/rules/storage/management';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(STORAGE_MANAGEMENT_RULES);

const s3 = (storage: object): string =>
  JSON.stringify({ platform: 'aws', storage: { s3: { bucket: 'acme', region: 'eu-west-1' }, ...storage } });
const S3 = { s3: { bucket: 'acme', region: 'eu-west-1' } };
const GCS = { gcs: { bucket: 'acme', region: 'europe-west1' } };
const old = (platform: string, openshift: string, storage: object): string =>
  JSON.stringify({ platform, openshift, storage });
const managementState = 'Managed';

test.each<[string, string, string[]]>([
  ['nothing said', s3({}), []],
  ['a bucket of AWS before 4.6', old('aws', '4.5', S3), ['STORAGE_STAYS_MANAGED']],
  ['a bucket of Google Cloud before 4.6', old('gcp', '4.3', GCS), ['STORAGE_STAYS_MANAGED']],
  ['a bucket from 4.6 on', old('aws', '4.6', S3), []],
  ['a store where the operator made none', old('baremetal', '4.5', S3), []],
  ['an account of Azure', old('azure', '4.5', { azure: { accountName: 'acme', container: 'registry' } }), []],
  ['a claim on AWS', old('aws', '4.5', { pvc: { accessModes: ['ReadWriteMany'] } }), []],
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
