/** Storage credentials: exactly one way for them to get there, and the keys the backend reads. */

import { isAwsHost } from '../../facts/aws-regions';
import { PLATFORMS } from '../../facts/platforms';
import { credentialKeys } from '../../facts/secret-keys';
import { namedModes } from '../../model/secret';
import { hostOf } from '../../values/endpoint';
import { hitIf, type Rule } from '../rule';

const oneMode: Rule = {
  code: 'CREDENTIALS_MODE',
  severity: 'error',
  acceptable: false,
  title: 'credentials name more than one mode, or none',
  why: 'two owners of one Secret overwrite each other; with none the Secret never appears',
  fix: 'keep exactly one of externalSecret, sealedSecret, existingSecret: {} and secret',
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
    if (config.credentials === undefined) return [];
    const modes = namedModes(config.credentials);
    if (modes.length === 1) return [];
    const what =
      modes.length === 0 ? 'credentials name no mode' : `credentials name ${modes.length} modes: ${modes.join(', ')}`;
    return [{ path: ['credentials'], what }];
  },
};

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
    if (storage === undefined || config.credentials !== undefined || storage.bucketClaim !== undefined) return [];
    if (credentialKeys(storage.backend, openshift).required.length === 0) return [];
    const own = PLATFORMS[platform].ownCredentials === storage.backend && isOfTheCloud(storage.fields.regionEndpoint);
    return hitIf(!own, () => ({
      path: ['credentials'],
      what: `storage is ${storage.backend}, and ${PLATFORMS[platform].title} has no credentials of its own for it`,
    }));
  },
};

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
