/** The sync policy as people read it: a table for the documentation, made from the facts. */

import { SYNC_POLICY, type SyncPolicy } from '../facts/sync-policy';

/** What each role is called in the documentation. */
const TITLES: Readonly<Record<keyof typeof SYNC_POLICY, string>> = {
  namespace: 'Namespace of our Jobs',
  permission: 'ServiceAccount, Role and binding of a Job',
  script: 'ConfigMap with the script of a Job',
  takeoverPermission: 'ServiceAccount, ClusterRole and binding of the takeover Job',
  takeoverScript: 'ConfigMap with the script of the takeover Job',
  provisionedBucket: 'Bucket or container made by a cloud operator',
  storageClass: 'StorageClass',
  backingStore: 'NooBaa BackingStore, BucketClass',
  bucketClaim: 'ObjectBucketClaim',
  volume: 'PersistentVolume',
  clusterSetBinding: 'ManagedClusterSetBinding, on the hub',
  trustBundle: 'ConfigMap with the CA of the storage',
  registryCAs: 'ConfigMap with the CAs of other registries',
  secretStore: 'SecretStore for the keys of a bucket claim',
  externalSecret: 'ExternalSecret',
  sealedSecret: 'SealedSecret',
  secret: 'Secret',
  bucketKeysJob: 'Job and CronJob for the keys of a bucket claim',
  policy: 'ACM Policy for the keys of a bucket claim, on the hub',
  claimBesideTakeover: 'PersistentVolumeClaim beside a takeover Job',
  takeoverJob: 'Takeover Job',
  claim: 'PersistentVolumeClaim',
  registry: 'Config `cluster`',
  certificate: 'Certificate of a route',
  pruner: 'ImagePruner `cluster`',
  image: 'Image `cluster`',
  mirrorSet: 'Mirror sets',
  access: 'Role bindings of users',
  imageStream: 'ImageStream',
  pullCredentials: 'Pull credentials of a project',
  monitor: 'ServiceMonitor',
};

/** A Markdown table, in the order of the waves. */
export function syncPolicyTable(): string {
  const rows = (Object.keys(TITLES) as (keyof typeof TITLES)[])
    .map(role => ({ title: TITLES[role], policy: SYNC_POLICY[role] as SyncPolicy }))
    .sort((a, b) => a.policy.wave - b.policy.wave);
  return [
    '| wave | object | stays when it leaves git | sync options | why |',
    '| ---: | --- | --- | --- | --- |',
    ...rows.map(
      ({ title, policy }) =>
        `| ${policy.wave} | ${title} | ${isKept(policy) ? 'yes' : 'no'} | ${optionsOf(policy)} | ${policy.reason} |`,
    ),
  ].join('\n');
}

const isKept = ({ options }: SyncPolicy): boolean => options.includes('Prune=false');

/** Those that are not in another column. */
const optionsOf = (policy: SyncPolicy): string =>
  policy.options
    .filter(option => !isKept(policy) || (option !== 'Prune=false' && option !== 'Delete=false'))
    .map(option => `\`${option}\``)
    .join(', ');
