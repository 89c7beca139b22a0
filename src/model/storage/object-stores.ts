/** The cloud object stores: their settings in the operator's own form, and what identifies them. */

import type { AzureStorage } from '../../config/shape/azure';
import type { GcsStorage } from '../../config/shape/gcs';
import type { IbmCosStorage } from '../../config/shape/ibmcos';
import type { OssStorage } from '../../config/shape/oss';
import type { CloudFront, S3Storage } from '../../config/shape/s3';
import type { SwiftStorage } from '../../config/shape/swift';
import { canonicalDuration } from '../../values/duration';
import { withoutZeros } from '../../values/zero';
import type { ResolveContext } from '../context';
import type { StorageModel } from '../storage-model';
import { resolveTrustedCA } from '../trusted-ca';

type ResolvedBackend = Omit<StorageModel, 'path' | 'managementState'>;

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
    identity: identity({ backend: 's3', bucket: s3.bucket, endpoint: s3.regionEndpoint }),
    trustedCA,
  };
}

function cloudFrontFields({ baseURL, keypairID, privateKey, duration }: CloudFront): object {
  const { name, key } = privateKey;
  return { baseURL, duration: canonicalDuration(duration ?? '0s'), keypairID, privateKey: { key, name } };
}

/** `storage.gcs`. */
export function resolveGcs({ bucket, region, projectID, keyID }: GcsStorage): ResolvedBackend {
  return {
    backend: 'gcs',
    fields: withoutZeros({ bucket, region, projectID, keyID }),
    identity: identity({ backend: 'gcs', bucket }),
  };
}

/** The cloud that is meant when none is named; the operator leaves it out too. */
const PUBLIC_CLOUD = 'AzurePublicCloud';

/** `storage.azure`. */
export function resolveAzure({ accountName, container, cloudName, networkAccess }: AzureStorage): ResolvedBackend {
  const otherCloud = cloudName === PUBLIC_CLOUD ? undefined : cloudName;
  return {
    backend: 'azure',
    fields: withoutZeros({
      accountName,
      container,
      cloudName: otherCloud,
      networkAccess: networkAccess && withoutZeros(networkAccess),
    }),
    identity: identity({ backend: 'azure', account: accountName, container, cloud: otherCloud }),
  };
}

/** `storage.swift`. */
export function resolveSwift(swift: SwiftStorage): ResolvedBackend {
  const { container, authURL, tenant, tenantID, regionName } = swift;
  return {
    backend: 'swift',
    fields: withoutZeros({ ...swift }),
    identity: identity({
      backend: 'swift',
      container,
      endpoint: authURL,
      account: tenantID ?? tenant,
      region: regionName,
    }),
  };
}

/** `storage.ibmcos`. */
export function resolveIbmCos(ibmcos: IbmCosStorage): ResolvedBackend {
  return {
    backend: 'ibmcos',
    fields: withoutZeros({ ...ibmcos }),
    identity: identity({ backend: 'ibmcos', bucket: ibmcos.bucket, account: ibmcos.serviceInstanceCRN }),
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
    identity: identity({ backend: 'oss', bucket, region }),
  };
}

/** The parts of an identity that are said. */
export const identity = (parts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  withoutZeros(parts) as Record<string, string>;
