/** The cloud object stores: their settings in the operator's own form. */

import type { PlainMap } from '../../config/plain-map';
import type { AzureStorage } from '../../config/shape/azure';
import type { OssStorage } from '../../config/shape/oss';
import type { CloudFront, S3Storage } from '../../config/shape/s3';
import type { Storage } from '../../config/shape/storage';
import { AZURE_CLOUDS, canonicalCloud } from '../../facts/azure';
import { BACKENDS, type BackendName } from '../../facts/backends';
import { bootstrapBackends } from '../../facts/platforms';
import { canonicalDuration } from '../../values/duration';
import { withoutZeros } from '../../values/zero';
import type { ResolveContext } from '../context';
import type { ResolvedBackend } from '../storage-model';
import { resolveTrustedCA } from '../trusted-ca';

/**
 * `storage.s3`. The two values that the operator's own write adds are always said,
 * so that Argo CD owns them and a later switch to another backend leaves nothing behind.
 */
export function resolveS3(s3: S3Storage, context: ResolveContext): ResolvedBackend {
  const trustedCA = resolveTrustedCA(s3.trustedCA, context);
  return {
    backend: 's3',
    fields: {
      ...withoutZeros({
        bucket: s3.bucket,
        region: s3.region,
        regionEndpoint: s3.regionEndpoint,
        encrypt: s3.encrypt,
        keyID: s3.keyID,
        chunkSizeMiB: s3.chunkSizeMiB,
        cloudFront: s3.cloudFront && cloudFrontFields(s3.cloudFront),
      }),
      ...(context.since('4.5') || s3.virtualHostedStyle ? { virtualHostedStyle: s3.virtualHostedStyle ?? false } : {}),
      ...(context.since('4.11') || trustedCA ? { trustedCA: { name: trustedCA?.configMap ?? '' } } : {}),
    },
    trustedCA,
  };
}

function cloudFrontFields({ baseURL, keypairID, privateKey, duration }: CloudFront): object {
  const { name, key } = privateKey;
  return { baseURL, duration: canonicalDuration(duration ?? '0s'), keypairID, privateKey: { key, name } };
}

/** The cloud that is meant when none is named. */
const PUBLIC_CLOUD = AZURE_CLOUDS[0];

/**
 * `storage.azure`. On Azure the operator names the cloud when it chooses the storage, so the name is always said there:
 * then it is ours, and nothing of the operator's choice is left.
 */
export function resolveAzure(azure: AzureStorage, { cluster, openshift, since }: ResolveContext): ResolvedBackend {
  const { accountName, container, cloudName, networkAccess } = azure;
  const filled = since('4.6') && bootstrapBackends(cluster.platform, openshift).includes('azure');
  return {
    backend: 'azure',
    fields: withoutZeros({
      accountName,
      container,
      cloudName: cloudName ? canonicalCloud(cloudName) : filled ? PUBLIC_CLOUD : undefined,
      networkAccess: networkAccess && withoutZeros(networkAccess),
    }),
  };
}

/** `storage.oss`. The two defaults are the API server's own, said so that they are ours. */
export function resolveOss({ bucket, region, endpointAccessibility, encryption }: OssStorage): ResolvedBackend {
  return {
    backend: 'oss',
    fields: {
      bucket,
      region,
      endpointAccessibility: endpointAccessibility ?? 'Internal',
      encryption: { method: encryption?.method ?? 'AES256', ...(encryption?.kms ? { kms: encryption.kms } : {}) },
    },
  };
}

/** A backend whose settings go to the operator as they are written. */
export function asWritten<Name extends BackendName & keyof Storage>(
  backend: Name,
): (config: NonNullable<Storage[Name]>) => ResolvedBackend {
  const known = new Set(Object.keys(BACKENDS[backend].fields));
  return config => {
    const fields: PlainMap = {};
    for (const key of Object.keys(config)) if (known.has(key)) fields[key] = (config as PlainMap)[key];
    return { backend, fields: withoutZeros(fields) };
  };
}
