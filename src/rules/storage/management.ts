/** `storage.managementState`: named storage belongs to the user. */

import { BACKENDS } from '../../facts/backends';
import { bootstrapBackends } from '../../facts/platforms';
import { atLeast } from '../../facts/versions';
import { describeIdentity } from '../../model/storage-change';
import { hitIf, type Rule } from '../rule';

const UNMANAGED = `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1}}`;

const managedOwn: Rule = {
  code: 'STORAGE_MANAGED_OWN',
  severity: 'error',
  acceptable: 'inPrograms',
  title: 'the operator would manage, and could delete, named storage',
  why: 'when the registry is Removed or the Config is deleted, the operator deletes the bucket, container, claim or whole Azure storage account with all images; on S3 it also replaces all tags and lifecycle rules',
  fix: 'remove storage.managementState, which is then Unmanaged; or leave out the name, so that the operator creates storage of its own',
  source: 'operator pkg/resource/generator.go Remove; pkg/storage, RemoveStorage of each driver',
  bad: `${UNMANAGED.replace('storage: {', 'storage: {managementState: Managed, ')}`,
  good: UNMANAGED,
  check: ({ config, model }) =>
    hitIf(
      config.storage?.managementState === 'Managed' &&
        model.storage !== undefined &&
        !model.storage.operatorMade &&
        !BACKENDS[model.storage.backend].ephemeral,
      () => ({
        path: ['storage', 'managementState'],
        what: `storage.managementState must not be Managed for named storage: ${model.storage?.path.slice(1).join('.')}`,
        acknowledge: `lets the operator delete ${describeIdentity(model.storage?.identity ?? {})}`,
      }),
    ),
};

const staysManaged: Rule = {
  code: 'STORAGE_STAYS_MANAGED',
  severity: 'warning',
  title: 'before 4.6 the operator keeps managing named storage',
  why: 'if the operator created the first bucket on S3 or Google Cloud, it treats the next one as its own too: it replaces tags, lifecycle rules and encryption, and deletes the bucket when the registry is Removed',
  fix: 'upgrade to 4.6 or later, where named storage is Unmanaged; until then use a bucket only for the registry, and set nothing on it by hand',
  source: 'operator release-4.5 pkg/storage/s3/s3.go and pkg/storage/gcs/gcs.go CreateStorage, status.storageManaged',
  bad: `${UNMANAGED}
    openshift: "4.5"`,
  good: `${UNMANAGED}
    openshift: "4.6"`,
  check: ({ model }) => {
    const { storage, openshift, platform, registry } = model;
    const made = bootstrapBackends(platform, openshift).length > 0 && registry?.managementState === 'Managed';
    const sticks = storage !== undefined && BACKENDS[storage.backend].staysManaged && !atLeast(openshift, '4.6');
    return hitIf(made && sticks, () => ({
      path: storage?.path ?? [],
      what: `the operator would manage the ${storage?.backend} storage: OpenShift ${openshift} has no storage.managementState`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const STORAGE_MANAGEMENT_RULES: readonly Rule[] = [managedOwn, staysManaged];
