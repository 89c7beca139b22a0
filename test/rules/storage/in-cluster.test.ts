import { STORAGE_IN_CLUSTER_RULES } from '../../../src/rules/storage/in-cluster';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(STORAGE_IN_CLUSTER_RULES);

const store = (regionEndpoint: string, registry: object = {}): string =>
  JSON.stringify({
    platform: 'baremetal',
    credentials: { existingSecret: {} },
    registry,
    storage: { s3: { bucket: 'reg-1', region: 'us-east-1', regionEndpoint } },
  });
const FOUND = ['S3_ENDPOINT_IN_CLUSTER'];

test.each<[string, string[]]>([
  ['http://minio', FOUND],
  ['http://minio.:9000', FOUND],
  ['http://minio.minio', FOUND],
  ['http://s3.openshift-storage', FOUND],
  ['http://172.30.0.1', FOUND],
  ['http://172.29.0.1', []],
  ['http://minio.minio.svc', []],
  ['http://minio.minio.svc.cluster.local', []],
  ['http://minio.example.com', []],
  ['http://s3.local', []],
  ['http://s3.xn--p1ai', []],
  ['http://192.168.1.7', []],
  ['http://[fd00::1]', []],
])('%s', (endpoint, expected) => {
  expect(codes(store(endpoint))).toEqual(expected);
  expect(codes(store(endpoint, { disableRedirect: true }))).toEqual([]);
});
