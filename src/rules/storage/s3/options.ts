/** `storage.s3`: encryption, and where the bucket is in the URL. */

import type { S3Storage } from '../../../config/shape/s3';
import { hostOf, isInsideCluster } from '../../../values/endpoint';
import { isAddress } from '../../../values/url';
import { type Hit, hitIf, type Rule } from '../../rule';

const AWS = `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1}}`;

const STORE = `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials: {existingSecret: {}}`;

const OPERATOR = 'operator pkg/storage/s3/s3.go';

const keyWithoutEncrypt: Rule = {
  code: 'S3_KEYID_WITHOUT_ENCRYPT',
  severity: 'error',
  title: 'keyID is set without encrypt: true',
  why: 'the registry sends the key without an encryption mode, and S3 refuses every push',
  fix: 'add encrypt: true, or remove keyID',
  source: 'docker-distribution registry/storage/driver/s3-aws getSSEKMSKeyID',
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, keyID: "arn:aws:kms:eu-west-1:111122223333:key/k"}}`,
  good: `
    platform: aws
    storage:
      s3: {bucket: acme-registry, region: eu-west-1, encrypt: true, keyID: "arn:aws:kms:eu-west-1:111122223333:key/k"}`,
  check: ({ config: { storage } }) =>
    hitIf(Boolean(storage?.s3?.keyID) && storage?.s3?.encrypt !== true, () => ({
      path: ['storage', 's3', 'keyID'],
      what: `keyID needs encrypt: true, but encrypt is ${storage?.s3?.encrypt ?? 'not set'}`,
    })),
};

const virtualHost: Rule = {
  code: 'S3_VIRTUAL_HOST',
  severity: 'error',
  title: 'virtualHostedStyle does not work with this endpoint',
  why: 'virtualHostedStyle puts the bucket name before the host: an IP address cannot have such a label, and the cluster DNS has no such name for a Service',
  fix: 'remove virtualHostedStyle',
  source: `${OPERATOR}; aws-sdk-go service/s3 host_style_bucket.go`,
  bad: `
    platform: baremetal
    storage:
      s3:
        bucket: registry
        region: us-east-1
        regionEndpoint: https://192.0.2.7:9000
        virtualHostedStyle: true
    credentials: {existingSecret: {}}`,
  good: STORE,
  check: ({ config: { storage } }) => {
    const { s3 } = storage ?? {};
    const problem = s3 === undefined ? undefined : virtualHostProblem(s3);
    return problem === undefined ? [] : [{ path: ['storage', 's3', 'virtualHostedStyle'], ...problem }];
  },
};

function virtualHostProblem({ bucket, regionEndpoint, virtualHostedStyle }: S3Storage): Omit<Hit, 'path'> | undefined {
  if (virtualHostedStyle !== true || !regionEndpoint) return undefined;
  const host = hostOf(regionEndpoint) ?? '';
  if (isAddress(host)) return { what: `virtualHostedStyle cannot work with an IP address as endpoint: ${host}` };
  if (isInsideCluster(regionEndpoint))
    return { what: `virtualHostedStyle cannot work with a Service as endpoint: ${host}` };
  if (!bucket?.includes('.') || !/^https:/i.test(regionEndpoint)) return undefined;
  return {
    severity: 'warning',
    what: `bucket "${bucket}" has a dot in its name, which breaks TLS with virtualHostedStyle`,
    why: 'the bucket name is put before the host, and a wildcard certificate covers only one label there',
  };
}

const virtualHostAws: Rule = {
  code: 'S3_VIRTUAL_HOST_AWS',
  severity: 'warning',
  title: 'virtualHostedStyle is set without regionEndpoint',
  why: 'it is for S3-compatible stores that accept no other form; AWS accepts both, and with it TLS fails for a bucket with a dot in its name',
  fix: 'remove virtualHostedStyle, or add the regionEndpoint it is for',
  source: `${OPERATOR} UpdateEffectiveConfig`,
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, virtualHostedStyle: true}}`,
  good: AWS,
  check: ({ config: { storage } }) =>
    hitIf(storage?.s3?.virtualHostedStyle === true && !storage.s3.regionEndpoint, () => ({
      path: ['storage', 's3', 'virtualHostedStyle'],
      what: 'virtualHostedStyle is true, but regionEndpoint is not set',
    })),
};

/** In the order they are listed in the documentation. */
export const S3_OPTION_RULES: readonly Rule[] = [keyWithoutEncrypt, virtualHost, virtualHostAws];
