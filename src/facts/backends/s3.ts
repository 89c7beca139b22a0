/** S3, and stores that speak its API. */

import type { S3Storage } from '../../config/shape/s3';
import { lineProblem, type ValueProblem } from '../../values/credential';
import { hostOf, uniformEndpoint } from '../../values/endpoint';
import { isAwsHost, isOtherStore, partitionOf } from '../aws-regions';
import { type BackendOf, bootstrap, byHand, type FieldsOf, valueKeys } from './backend';

/** @see openshift/cluster-image-registry-operator pkg/storage/s3/s3.go; openshift/api ImageRegistryConfigStorageS3 */
export const s3: BackendOf<S3Storage, FieldsOf<S3Storage>> = {
  title: 'S3',
  driver: { first: '4.3' },
  platforms: 'any',
  fields: {
    bucket: bootstrap('registry-prod'),
    region: bootstrap('eu-west-1'),
    // a header that AWS takes for what it does anyway; a store without encryption of its own refuses the upload
    encrypt: bootstrap(true, { refilled: 'whenManaged', harms: 'otherStore' }),
    regionEndpoint: bootstrap('https://s3.example.com'),
    virtualHostedStyle: bootstrap(true, { refilled: 'always', since: '4.5' }),
    trustedCA: bootstrap({ configMap: 'ca' }, { refilled: 'always', since: '4.11' }),
    keyID: byHand('arn:aws:kms:eu-west-1:111122223333:key/1'),
    cloudFront: byHand({
      baseURL: 'https://cdn.example.com',
      keypairID: 'KEYPAIR',
      privateKey: { name: 'cloudfront', key: 'private.pem' },
      duration: '20m0s',
    }),
    // 4.16 had it behind a feature gate only
    chunkSizeMiB: byHand(100, '4.17'),
  },
  secret: {
    keys: valueKeys('REGISTRY_STORAGE_S3_ACCESSKEY', 'REGISTRY_STORAGE_S3_SECRETKEY'),
    value: value => lineProblem(value) ?? iniProblem(value),
  },
  // the name of a bucket is unique in all regions of a partition, whichever of its endpoints is called
  identity: {
    bucket: 'bucket',
    endpoint: { field: 'regionEndpoint', form: endpointOfStore },
    partition: { field: 'region', form: otherPartition },
  },
  shared: {
    named: ['bucket'],
    within: ['endpoint', 'partition'],
    unnamed: {
      why: 'the operator creates a bucket with a random name, even where storage is Unmanaged; git never knows it, and a cluster created again starts with another',
      source: 'operator pkg/storage/s3/s3.go CreateStorage',
    },
  },
  immutable: {},
  disableRedirect: { unlessOutside: 'regionEndpoint' },
  ephemeral: false,
  settable: true,
  staysManaged: true,
  copy: { rclone: 's3', path: ['bucket'] },
  example: {
    platform: 'baremetal',
    storage: { bucket: 'registry', region: 'us-east-1', regionEndpoint: 'https://minio.example.com' },
  },
};

/** The operator writes the keys into an INI file, whose readers cut values and strip quotes. */
function iniProblem(value: string): ValueProblem | undefined {
  if (/^["']|["']$/.test(value)) return { what: 'must not begin or end with a quote', fix: 'remove the quotes' };
  const comment = /\s[#;]/.test(value);
  return comment
    ? { what: 'must not contain a space before # or ;', fix: 'create a new key: this one is cut off there' }
    : undefined;
}

/** Endpoints of AWS lead to the buckets that no endpoint leads to; Outposts have buckets of their own. */
function endpointOfStore(endpoint: string): string | undefined {
  const host = hostOf(endpoint) ?? '';
  return isAwsHost(host) && !host.includes('outposts') ? undefined : uniformEndpoint(endpoint);
}

/** The partition of a region of AWS, where it is not the usual one. */
function otherPartition(region: string, fields: Readonly<Record<string, unknown>>): string | undefined {
  const partition = isOtherStore(fields) ? undefined : partitionOf(region);
  return partition === 'aws' ? undefined : partition;
}
