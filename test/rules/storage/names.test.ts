import { STORAGE_NAME_RULES } from '../../../src/rules/storage/names';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(STORAGE_NAME_RULES);

test.each<[object, string[]]>([
  [{ s3: { bucket: '', region: 'eu-west-1' } }, ['S3_BUCKET_REQUIRED']],
  [{ s3: { bucket: '', region: 'eu', regionEndpoint: 'https://s3.example.com' } }, ['S3_BUCKET_REQUIRED']],
  [{ s3: { bucket: 'acme', region: '' } }, []],
  [{ gcs: { bucket: '', region: 'eu' } }, ['GCS_BUCKET_REQUIRED']],
  [{ azure: { accountName: '', container: 'images' } }, ['AZURE_ACCOUNT_REQUIRED']],
  [{ azure: { accountName: 'acme', container: '' } }, ['AZURE_CONTAINER_REQUIRED']],
  [{ azure: { accountName: 'acme', container: 'images' } }, []],
  [{ swift: { container: '' } }, ['SWIFT_CONTAINER_REQUIRED']],
  [{ ibmcos: { bucket: '' } }, ['IBMCOS_BUCKET_REQUIRED']],
  [{ oss: { bucket: '', region: 'eu-central-1' } }, ['OSS_BUCKET_REQUIRED']],
  [{ pvc: { claim: '', accessModes: ['ReadWriteMany'] } }, []],
  [{ emptyDir: {} }, []],
  [{ odf: { noobaa: { bucketName: '' } } }, []],
])('%j', (storage, expected) => {
  expect(codes(JSON.stringify({ platform: 'aws', storage }))).toEqual(expected);
});
