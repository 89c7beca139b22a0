/** `storage.s3`: encryption, and where the bucket stands in the URL. */

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
  title: 'keyID is given without encrypt: true',
  why: 'the registry sends the key without an encryption mode, and the store refuses every push',
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
      what: `keyID is set, and encrypt is ${storage?.s3?.encrypt ?? 'absent'}`,
    })),
};

const virtualHost: Rule = {
  code: 'S3_VIRTUAL_HOST',
  severity: 'error',
  title: 'the bucket cannot be a part of this host name',
  why: 'virtualHostedStyle puts the bucket before the host: an address takes no label, and a Service has no name for it',
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
  if (isAddress(host)) return { what: `virtualHostedStyle is true, and the endpoint is the address ${host}` };
  if (isInsideCluster(regionEndpoint))
    return { what: `virtualHostedStyle is true, and the endpoint is the Service ${host}` };
  if (!bucket?.includes('.') || !/^https:/i.test(regionEndpoint)) return undefined;
  return {
    severity: 'warning',
    what: `virtualHostedStyle is true, and bucket "${bucket}" has a dot`,
    why: 'a wildcard certificate covers one label, so that the name with the bucket before it is mostly not covered',
  };
}

const virtualHostAws: Rule = {
  code: 'S3_VIRTUAL_HOST_AWS',
  severity: 'warning',
  title: 'virtualHostedStyle is set without regionEndpoint',
  why: 'it is meant for endpoints that know no other form; AWS takes both, and a bucket with a dot then fails its certificate',
  fix: 'remove virtualHostedStyle, or add the regionEndpoint it is for',
  source: `${OPERATOR} UpdateEffectiveConfig`,
  bad: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, virtualHostedStyle: true}}`,
  good: AWS,
  check: ({ config: { storage } }) =>
    hitIf(storage?.s3?.virtualHostedStyle === true && !storage.s3.regionEndpoint, () => ({
      path: ['storage', 's3', 'virtualHostedStyle'],
      what: 'virtualHostedStyle is true, and there is no regionEndpoint',
    })),
};

/** In the order they are listed in the documentation. */
export const S3_OPTION_RULES: readonly Rule[] = [keyWithoutEncrypt, virtualHost, virtualHostAws];
