import { hostOf, isInsideCluster } from '../../src/values/endpoint';

test.each([
  ['https://S3.Example.com:9000/x', 's3.example.com'],
  ['http://s3.openshift-storage.svc', 's3.openshift-storage.svc'],
  ['s3.example.com', undefined],
  ['', undefined],
  ['https://', undefined],
])('the host of %j is %j', (url, host) => expect(hostOf(url)).toBe(host));

test.each([
  ['https://s3.openshift-storage.svc', true],
  ['https://s3.openshift-storage.svc:443', true],
  ['https://s3.openshift-storage.svc.', true],
  ['https://s3.openshift-storage.svc.cluster.local', true],
  ['https://S3.openshift-storage.SVC', true],
  ['https://svc.example.com', false],
  ['https://my-svc.example.com', false],
  ['https://s3.apps.example.com', false],
  ['not a url', false],
])('%j is inside the cluster: %j', (url, inside) => expect(isInsideCluster(url)).toBe(inside));
