/** Whether a cluster's storage needs credentials. */

import { errorsOf } from '../../support/example-secrets';

test.each([
  ['aws', 'https://bucket.vpce-0a1b2c3d-4e5f.s3.us-east-1.vpce.amazonaws.com', []],
  ['aws', 'https://s3-fips.us-gov-west-1.amazonaws.com', []],
  ['aws', 'https://minio.example.com', ['CREDENTIALS_REQUIRED']],
  ['aws', 'https://amazonaws.com.example.com', ['CREDENTIALS_REQUIRED']],
  ['baremetal', 'https://s3.us-east-1.amazonaws.com', ['CREDENTIALS_REQUIRED']],
])("on %s the cluster's own credentials serve, or do not serve, %s", (platform, regionEndpoint, expected) => {
  const region = regionEndpoint.includes('us-gov-west-1') ? 'us-gov-west-1' : 'us-east-1';
  const errors = errorsOf(JSON.stringify({ platform, storage: { s3: { bucket: 'acme', region, regionEndpoint } } }));
  expect(errors.map(({ code }) => code)).toEqual(expected);
});
