/** The objects in a file, and the cluster each belongs to. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { parseYaml } from '../../load/yaml/parse-yaml';
import type { ReviewObject } from '../change';
import { textAt } from '../compare/paths';
import { ReviewError } from '../review-error';

const CLUSTER_LABEL = 'registry-gitops/cluster';

/** The cluster that a file of an output folder belongs to; null if shared, undefined if its path does not tell. */
export function clusterOfPath(path: string): string | null | undefined {
  const own = /^(?:clusters|rights)\/([^/]+)\/./.exec(path)?.[1];
  if (own !== undefined) return own;
  return /^(argocd|hub|rights)\/./.test(path) ? null : undefined;
}

/**
 * Every object in a text: documents, and the items of lists.
 *
 * @throws ReviewError if it is not YAML, or contains something that is not a Kubernetes object.
 */
export function objectsIn(label: string, path: string, text: string): readonly ReviewObject[] {
  const folder = clusterOfPath(path);
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const { values, problems } = parseYaml(plain);
  const where = path === '' ? label : `${path} of ${label}`;
  const [problem] = problems;
  if (problem) throw new ReviewError(`${where} cannot be read as YAML: ${problem.what}`);
  return values.flatMap(value => unpack(value, where)).map(value => asObject(value, folder));
}

function unpack(value: unknown, where: string): readonly PlainMap[] {
  if (value === null) return [];
  if (!isPlainMap(value)) throw new ReviewError(`${where} contains something that is not a Kubernetes object`);
  if (typeof value.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items)) {
    return value.items.flatMap(item => unpack(item, where));
  }
  const named = typeof value.kind === 'string' && typeof value.apiVersion === 'string';
  if (!named || textAt(value, 'metadata', 'name') === undefined) {
    throw new ReviewError(
      `${where} contains something that is not a Kubernetes object: apiVersion, kind and metadata.name are required`,
    );
  }
  return [value];
}

function asObject(value: PlainMap, folder: string | null | undefined): ReviewObject {
  const apiVersion = String(value.apiVersion);
  const label = textAt(value, 'metadata', 'labels', CLUSTER_LABEL);
  return {
    cluster: folder === null ? undefined : (folder ?? label),
    group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '',
    kind: String(value.kind),
    namespace: textAt(value, 'metadata', 'namespace'),
    name: textAt(value, 'metadata', 'name') ?? '',
    value,
  };
}

/** Objects of the fleet rather than of a cluster have our label, but not the label of a cluster. */
export const isShared = ({ cluster, value }: ReviewObject): boolean =>
  cluster === undefined && textAt(value, 'metadata', 'labels', 'app.kubernetes.io/managed-by') === OURS;
const OURS = 'cdk8s-openshift-registry';

/** Whether an API server wrote the object. */
export const isLive = ({ value }: ReviewObject): boolean =>
  ['uid', 'resourceVersion', 'managedFields'].some(
    key => isPlainMap(value.metadata) && Object.hasOwn(value.metadata, key),
  );
