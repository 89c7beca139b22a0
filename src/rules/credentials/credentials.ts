/** Storage credentials: exactly one way for them to get there, and the keys the backend reads. */

import { isAwsHost } from '../../facts/aws-regions';
import { PLATFORMS } from '../../facts/platforms';
import { credentialKeys } from '../../facts/secret-keys';
import { type ConfigPath, formatPath } from '../../findings/finding';
import { namedBucketClaimModes } from '../../model/bucket-keys';
import { namedModes } from '../../model/secret';
import type { StorageModel } from '../../model/storage-model';
import { hostOf } from '../../values/endpoint';
import { type Hit, hitIf, type Rule } from '../rule';

const oneMode: Rule = {
  code: 'CREDENTIALS_MODE',
  severity: 'error',
  acceptable: false,
  title: 'credentials has more than one mode, or none',
  why: 'two owners of one Secret overwrite each other; without a mode the Secret is never created',
  fix: 'keep exactly one of externalSecret, sealedSecret, existingSecret: {}, secret and, on ODF, bucketClaim; write null for a mode that a profile or the defaults set, for example externalSecret: null',
  source: 'src/manifests/secrets',
  bad: `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials: {existingSecret: {}, externalSecret: {store: {name: vault}, key: registry}}`,
  good: `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials: {existingSecret: {}}`,
  check: ({ config }) => {
    const { credentials } = config;
    if (credentials === undefined) return [];
    const { bucketClaim } = credentials;
    const modes = [...namedModes(credentials), ...(bucketClaim === undefined ? [] : ['bucketClaim'])];
    return [
      ...modeHits(['credentials'], modes),
      ...(bucketClaim === undefined
        ? []
        : modeHits(['credentials', 'bucketClaim'], namedBucketClaimModes(bucketClaim)).map(hit => ({
            ...hit,
            fix: 'keep exactly one of externalSecret: {}, job: {} and acm: {} below bucketClaim',
          }))),
    ];
  },
};

function modeHits(path: ConfigPath, modes: readonly string[]): readonly Hit[] {
  const list = modes.length === 0 ? 'has no mode' : `must have one mode, but has ${modes.length}: ${modes.join(', ')}`;
  return hitIf(modes.length !== 1, () => ({ path, what: `${formatPath(path)} ${list}` }));
}

const required: Rule = {
  code: 'CREDENTIALS_REQUIRED',
  severity: 'error',
  title: "the storage needs credentials: the cluster's own do not work for it",
  why: 'the operator looks for cluster credentials that do not exist or belong to another cloud, and cannot access the storage',
  fix: 'add credentials, for example credentials: {externalSecret: {store: {name: vault}, key: registry/cluster}}',
  source: 'operator pkg/storage, GetConfig of each driver',
  bad: `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`,
  good: `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials: {existingSecret: {}}`,
  check: ({ config, model }) => {
    const { storage, platform, openshift } = model;
    if (storage === undefined || config.credentials !== undefined) return [];
    if (credentialKeys(storage.backend, openshift).required.length === 0) return [];
    if (storage.bucketClaim !== undefined) return [noKeysOfClaim(storage)];
    const own = PLATFORMS[platform].ownCredentials === storage.backend && isOfTheCloud(storage.fields.regionEndpoint);
    return hitIf(!own, () => ({
      path: ['credentials'],
      what: `no credentials for ${storage.backend} storage: a cluster on ${PLATFORMS[platform].title} has none of its own`,
    }));
  },
};

/** A bucket claim has keys, but not where the operator looks for them. */
const noKeysOfClaim = ({ path }: StorageModel): Hit => ({
  path: ['credentials'],
  what: `no credentials for the ${path.slice(1).join('.')} bucket: set credentials`,
  why: 'the operator does not read the Secret of the bucket claim, which has another name and other keys, and cannot access the bucket',
  fix: 'add credentials: {bucketClaim: {externalSecret: {}}}, or with job: {} or acm: {} without the External Secrets Operator',
});

/** Whether an S3 endpoint is the cloud's own: none is set, or one of AWS itself, such as that of a VPC. */
function isOfTheCloud(endpoint: unknown): boolean {
  return endpoint === undefined || isAwsHost(hostOf(String(endpoint)) ?? '');
}

const unused: Rule = {
  code: 'CREDENTIALS_UNUSED',
  severity: 'warning',
  title: 'credentials is set for storage that needs no credentials',
  why: 'an unused Secret can leak, and breaks the next backend, which finds the wrong keys in it',
  fix: 'remove credentials',
  source: 'operator pkg/storage',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}
    credentials: {existingSecret: {}}`,
  good: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}`,
  check: ({ config, model }) =>
    hitIf(
      config.credentials !== undefined &&
        config.credentials.bucketClaim === undefined &&
        model.registry !== undefined &&
        (model.storage === undefined || credentialKeys(model.storage.backend, model.openshift).required.length === 0),
      () => ({
        path: ['credentials'],
        what: `${model.storage?.backend ?? "the operator's own storage"} needs no credentials`,
      }),
    ),
};

/** In the order they are listed in the documentation. */
export const CREDENTIAL_RULES: readonly Rule[] = [oneMode, required, unused];
