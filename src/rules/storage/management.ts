/** `storage.managementState`: storage that a user names is the user's. */

import { BACKENDS } from '../../facts/backends';
import { hitIf, type Rule } from '../rule';

const UNMANAGED = `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1}}`;

const managedOwn: Rule = {
  code: 'STORAGE_MANAGED_OWN',
  severity: 'error',
  acceptable: false,
  title: 'the operator is to manage storage that is named here',
  why: 'it deletes the bucket, container, claim or whole Azure storage account, with all images, when the registry is removed or its object deleted; on S3 it also replaces all tags and lifecycle rules',
  fix: 'remove storage.managementState, which is then Unmanaged; or leave out the backend, and the operator makes storage of its own',
  source: 'operator pkg/resource/generator.go Remove; pkg/storage, RemoveStorage of each driver',
  bad: `${UNMANAGED.replace('storage: {', 'storage: {managementState: Managed, ')}`,
  good: UNMANAGED,
  check: ({ config, model }) =>
    hitIf(
      config.storage?.managementState === 'Managed' &&
        model.storage !== undefined &&
        !BACKENDS[model.storage.backend].ephemeral,
      () => ({
        path: ['storage', 'managementState'],
        what: `storage.managementState is Managed, and the storage is named: ${model.storage?.path.slice(1).join('.')}`,
      }),
    ),
};

const encryptFalse: Rule = {
  code: 'ENCRYPT_FALSE_MANAGED',
  severity: 'error',
  title: 'encrypt: false on storage that the operator manages',
  why: 'the operator sets it to true again at every sync',
  fix: 'remove storage.managementState, or encrypt',
  source: 'operator pkg/storage/s3/s3.go CreateStorage',
  bad: `
    platform: aws
    storage: {managementState: Managed, s3: {bucket: acme-registry, region: eu-west-1, encrypt: false}}`,
  good: `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, encrypt: false}}`,
  check: ({ config: { storage } }) =>
    hitIf(storage?.managementState === 'Managed' && storage.s3?.encrypt === false, () => ({
      path: ['storage', 's3', 'encrypt'],
      what: 'encrypt is false, and storage.managementState is Managed',
    })),
};

/** In the order they are listed in the documentation. */
export const STORAGE_MANAGEMENT_RULES: readonly Rule[] = [managedOwn, encryptFalse];
