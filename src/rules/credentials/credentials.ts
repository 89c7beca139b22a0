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
  title: 'credentials name more than one mode, or none',
  why: 'two owners of one Secret overwrite each other; with none the Secret never appears',
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
  const list = modes.length === 0 ? 'has no mode' : `has ${modes.length} modes: ${modes.join(', ')}`;
  return hitIf(modes.length !== 1, () => ({ path, what: `${formatPath(path)} ${list}` }));
}

const required: Rule = {
  code: 'CREDENTIALS_REQUIRED',
  severity: 'error',
  title: "the cluster's own cloud credentials do not serve this storage, and no others are given",
  why: 'the operator looks for cluster credentials that do not exist or belong to another cloud, and never reaches the storage',
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
      what: `storage is ${storage.backend}, and ${PLATFORMS[platform].title} has no credentials of its own for it`,
    }));
  },
};

/** A bucket claim has keys, but not where the operator looks for them. */
const noKeysOfClaim = ({ path }: StorageModel): Hit => ({
  path: ['credentials'],
  what: `storage is ${path.slice(1).join('.')}, and nothing gives the operator the keys of its bucket`,
  why: "the claim's own Secret has other key names, and a name of its own: the operator does not read it, and never reaches the bucket",
  fix: 'add credentials: {bucketClaim: {externalSecret: {}}}; job: {} and acm: {} do it without the External Secrets Operator',
});

/** Whether an S3 endpoint is the cloud's own: none is said, or one of AWS itself, such as that of a VPC. */
function isOfTheCloud(endpoint: unknown): boolean {
  return endpoint === undefined || isAwsHost(hostOf(String(endpoint)) ?? '');
}

const unused: Rule = {
  code: 'CREDENTIALS_UNUSED',
  severity: 'warning',
  title: 'credentials are given that no storage uses',
  why: 'a Secret nobody reads is a key that can leak; left behind, it breaks the next backend, which finds the wrong keys in it',
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
