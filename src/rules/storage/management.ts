/** `storage.managementState`: storage that a user names is the user's. */

import { BACKENDS } from '../../facts/backends';
import { describeIdentity } from '../../model/storage-change';
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
        acknowledge: `lets the operator delete ${describeIdentity(model.storage?.identity ?? {})}`,
      }),
    ),
};

/** In the order they are listed in the documentation. */
export const STORAGE_MANAGEMENT_RULES: readonly Rule[] = [managedOwn];
