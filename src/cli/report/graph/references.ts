/** Which object needs which: where an object names another one. One row per place. */

import { isPlainMap } from '../../../config/plain-map';
import { USER_SECRET } from '../../../facts/names';
import type { Manifest } from '../../../manifests/common/manifest';

/** A place of a kind that holds the name of another object; `*` is every item of a list, or every value of a map. */
interface Reference {
  readonly of: readonly string[];
  /** Absent where the name is not written: it is `name`, or the name of the other object. */
  readonly at?: string;
  readonly name?: readonly string[];
  readonly to: readonly string[];
}

const SECRETS = ['Secret', 'ExternalSecret', 'SealedSecret'] as const;
const JOBS = ['Job', 'CronJob'] as const;
const POD = 'spec.template.spec';
const CRON_POD = `spec.jobTemplate.${POD}`;
const pods = (below: string, to: readonly string[]): readonly Reference[] => [
  { of: ['Job'], at: `${POD}.${below}`, to },
  { of: ['CronJob'], at: `${CRON_POD}.${below}`, to },
];

/** What every row says: the first needs the second. */
const REFERENCES: readonly Reference[] = [
  { of: ['Config'], at: 'spec.storage.pvc.claim', to: ['PersistentVolumeClaim'] },
  { of: ['Config'], at: 'spec.storage.s3.trustedCA.name', to: ['ConfigMap'] },
  { of: ['Config'], at: 'spec.routes.*.secretName', to: [...SECRETS, 'Certificate'] },
  { of: ['Config'], at: 'spec.storage.s3.cloudFront.privateKey.name', to: SECRETS },
  { of: ['Config'], name: [USER_SECRET], to: SECRETS },
  { of: ['Config'], to: [...JOBS, 'ObjectBucketClaim', 'ConfigurationPolicy'] },
  { of: ['Image'], at: 'spec.additionalTrustedCA.name', to: ['ConfigMap'] },
  { of: ['PersistentVolumeClaim'], at: 'spec.storageClassName', to: ['StorageClass'] },
  { of: ['PersistentVolumeClaim'], at: 'spec.volumeName', to: ['PersistentVolume'] },
  { of: ['ObjectBucketClaim'], at: 'spec.storageClassName', to: ['StorageClass'] },
  { of: ['ObjectBucketClaim'], at: 'spec.additionalConfig.bucketclass', to: ['BucketClass'] },
  { of: ['StorageClass'], at: 'parameters.bucketclass', to: ['BucketClass'] },
  { of: ['BucketClass'], at: 'spec.placementPolicy.tiers.*.backingStores.*', to: ['BackingStore'] },
  { of: ['ExternalSecret'], at: 'spec.secretStoreRef.name', to: ['SecretStore', 'ClusterSecretStore'] },
  { of: ['ExternalSecret'], at: 'spec.data.*.remoteRef.key', to: ['ObjectBucketClaim'] },
  { of: ['SecretStore'], at: 'spec.provider.kubernetes.auth.serviceAccount.name', to: ['ServiceAccount'] },
  { of: ['RoleBinding', 'ClusterRoleBinding'], at: 'roleRef.name', to: ['Role', 'ClusterRole'] },
  { of: ['RoleBinding', 'ClusterRoleBinding'], at: 'subjects.*.name', to: ['ServiceAccount'] },
  ...pods('serviceAccountName', ['ServiceAccount']),
  ...pods('volumes.*.configMap.name', ['ConfigMap']),
  ...pods('containers.*.env.*.value', ['ObjectBucketClaim']),
  { of: [...JOBS, 'ServiceAccount', 'ConfigMap'], at: 'metadata.namespace', to: ['Namespace'] },
];

/** Pairs of positions: the first object is needed by the second. */
export function referencesIn(manifests: readonly Manifest[]): readonly (readonly [number, number])[] {
  const byKind = new Map<string, number[]>();
  for (const [index, { kind }] of manifests.entries()) byKind.set(kind, [...(byKind.get(kind) ?? []), index]);
  return REFERENCES.flatMap(({ of, at, name, to }) =>
    of
      .flatMap(kind => byKind.get(kind) ?? [])
      .flatMap(from => {
        const names = at === undefined ? name : textsAt(manifests[from], at.split('.'));
        const candidates = to.flatMap(target => byKind.get(target) ?? []);
        const found = candidates.filter(index => names?.includes(manifests[index]?.metadata.name ?? '') ?? true);
        return found.map(index => [index, from] as const);
      }),
  );
}

/** Every text at a path. */
export function textsAt(root: unknown, [key, ...rest]: readonly string[]): readonly string[] {
  if (key === undefined) return typeof root === 'string' ? [root] : [];
  if (key === '*') return listOf(root).flatMap(item => textsAt(item, rest));
  return isPlainMap(root) && Object.hasOwn(root, key) ? textsAt(root[key], rest) : [];
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isPlainMap(value) ? Object.values(value) : [];
}
