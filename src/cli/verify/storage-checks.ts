/** Checks of where images are, and of what the operator needs to reach them. */

import { CA_BUNDLE_KEY, CONFIG_NAMESPACE, ODF_NAMESPACE, REGISTRY_NAMESPACE, USER_SECRET } from '../../facts/names';
import { bootstrapBackends } from '../../facts/platforms';
import type { RegistryModel } from '../../model/model';
import type { StorageModel } from '../../model/storage-model';
import { quote } from '../../values/shell-word';
import { type Check, present } from './check';
import { SHOW_CONFIG } from './registry-checks';

/** All checks of the storage. */
export function storageChecks(model: RegistryModel): readonly Check[] {
  const { registry, storage, credentials, bucketKeys, takeover } = model;
  if (registry === undefined || registry.managementState !== 'Managed') return [];
  return [
    ...present(
      { where: 'workstation', good: statusOf(storage), commands: [SHOW_CONFIG] },
      takeover?.by === 'job' && jobsIn(takeover.namespace),
      bucketKeys?.mode === 'job' && jobsIn(bucketKeys.namespace),
      (credentials !== undefined || bucketKeys !== undefined) && {
        where: 'workstation',
        good: 'the Secret exists; its keys are those of the backend',
        commands: [`oc get secret ${USER_SECRET} -n ${REGISTRY_NAMESPACE}`],
      },
    ),
    ...(storage ? checksOf(storage) : []),
    ...(isManagedS3(model) ? [MANAGED_S3] : []),
  ];
}

/** What `status.storage` must name. */
function statusOf(storage: StorageModel | undefined): string {
  if (storage === undefined || storage.operatorMade)
    return 'status.storage names what the operator created; spec.storage.managementState is Managed';
  const { backend, fields } = storage;
  const name = fields.bucket ?? fields.container ?? fields.claim;
  const account = fields.accountName === undefined ? '' : ` of account ${fields.accountName}`;
  return `status.storage has only ${backend}${name ? `, and names ${name}${account}` : ''}`;
}

const jobsIn = (namespace: string): Check => ({
  where: 'workstation',
  good: 'COMPLETIONS 1/1',
  commands: [`oc get jobs -n ${quote(namespace)}`],
});

function checksOf({ claim, bucketClaim, trustedCA, backend, fields }: StorageModel): readonly Check[] {
  return present(
    claim && {
      where: 'workstation',
      good: `Bound, ${claim.existing ? '' : `${claim.size}, `}${claim.accessModes.join(' and ')}`,
      commands: [`oc get pvc -n ${REGISTRY_NAMESPACE} ${quote(claim.name)}`],
    },
    bucketClaim && {
      where: 'workstation',
      good: 'Bound; its Secret of the same name has AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
      commands: [
        `oc get obc -n ${quote(bucketClaim.namespace)} ${quote(bucketClaim.name)}`,
        `oc get secret -n ${quote(bucketClaim.namespace)} ${quote(bucketClaim.name)}`,
      ],
    },
    bucketClaim?.store === 'noobaa' && {
      where: 'workstation',
      good: `HOST is the host of the endpoint ${fields.regionEndpoint}, if that is the route`,
      commands: [`oc get route s3 -n ${ODF_NAMESPACE}`],
    },
    trustedCA && {
      where: 'workstation',
      good: `a certificate under the key ${CA_BUNDLE_KEY}; without it the operator is Degraded at once`,
      commands: [`oc get configmap ${quote(trustedCA.configMap)} -n ${CONFIG_NAMESPACE} -o yaml`],
    },
    backend === 's3' &&
      fields.regionEndpoint === undefined &&
      fields.bucket !== undefined &&
      bucketSettings(String(fields.bucket)),
  );
}

/** What the documentation requires of the owner of a bucket. */
const bucketSettings = (bucket: string): Check => ({
  where: 'cloud',
  good: 'all four public access settings true; incomplete uploads aborted after one day',
  commands: [
    `aws s3api get-public-access-block --bucket ${quote(bucket)}`,
    `aws s3api get-bucket-lifecycle-configuration --bucket ${quote(bucket)}`,
  ],
});

const isManagedS3 = ({ storage, platform, openshift }: RegistryModel): boolean =>
  storage === undefined
    ? bootstrapBackends(platform, openshift).includes('s3')
    : storage.backend === 's3' && storage.managementState === 'Managed';

/** What the operator sets on its own bucket. */
const MANAGED_S3: Check = {
  where: 'workstation',
  good: 'StorageEncrypted, StoragePublicAccessBlocked and StorageIncompleteUploadCleanupEnabled are True',
  commands: [
    `oc get configs.imageregistry.operator.openshift.io/cluster -o jsonpath='{range .status.conditions[*]}{.type}={.status}{"\\n"}{end}'`,
  ],
};
