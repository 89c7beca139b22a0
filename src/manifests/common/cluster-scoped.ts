/** Which kinds have no namespace. */

/** Kinds we emit that have no namespace. */
export const CLUSTER_SCOPED_KINDS: ReadonlySet<string> = new Set([
  'ClusterRole',
  'ClusterRoleBinding',
  'Config',
  'Image',
  'ImageContentSourcePolicy',
  'ImageDigestMirrorSet',
  'ImagePruner',
  'ImageTagMirrorSet',
  'Namespace',
  'PersistentVolume',
  'StorageClass',
]);

/** API groups whose kinds have no namespace, though others of the same name have one. */
const CLUSTER_SCOPED_GROUPS: ReadonlySet<string> = new Set(['s3.aws.upbound.io']);

/** Whether objects of the kind have no namespace. */
export const isClusterScoped = (apiVersion: string, kind: string): boolean =>
  CLUSTER_SCOPED_KINDS.has(kind) || CLUSTER_SCOPED_GROUPS.has(apiVersion.split('/')[0] ?? '');
