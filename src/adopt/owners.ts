/** Who set a field of a live object, by its managedFields. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { valueAt } from '../review/compare/paths';
import type { LiveObject } from './live';

/** The operator and OpenShift itself; our own Argo CD; another tool that applies from git; a person. */
export type OwnerKind = 'cluster' | 'argocd' | 'apply' | 'person';

/** A manager of a field. */
export interface Owner {
  readonly manager: string;
  readonly kind: OwnerKind;
}

/** Managers that are part of OpenShift. */
const CLUSTER = /^(cluster-|kube-|openshift-|machine-config|oc-adm|csi-|.*-provisioner$|.*-controller-manager$)/;

/** The field manager of Argo CD's server-side apply. */
const ARGOCD = 'argocd-controller';

/** Whether the dump has managedFields. */
export const knowsOwners = ({ value }: LiveObject): boolean => entriesOf(value).length > 0;

/** Managers of the field at the path, or of anything below it. A map that was set as a whole counts if nobody owns a part. */
export function ownersOf({ value }: LiveObject, path: readonly string[]): readonly Owner[] {
  const found = entriesOf(value).map(entry => ({ owner: ownerOf(entry), reach: reachOf(entry.fieldsV1, path) }));
  const deepest = Math.max(0, ...found.map(({ reach }) => reach));
  return deepest === 0 ? [] : found.filter(({ reach }) => reach === deepest).map(({ owner }) => owner);
}

/** Whether anyone but the cluster and our Argo CD set the field. */
export const isForeign = (object: LiveObject, path: readonly string[]): boolean =>
  ownersOf(object, path).some(({ kind }) => kind === 'person' || kind === 'apply');

/** Whether git or a person set the field, not the cluster itself. */
export const isSet = (object: LiveObject, path: readonly string[]): boolean =>
  ownersOf(object, path).some(({ kind }) => kind !== 'cluster');

/** Whether only the cluster itself set the field. */
export const isClusters = (object: LiveObject, path: readonly string[]): boolean => {
  const owners = ownersOf(object, path);
  return owners.length > 0 && owners.every(({ kind }) => kind === 'cluster');
};

/** Tools other than our Argo CD that apply the object. */
export const appliers = ({ value }: LiveObject): readonly string[] =>
  entriesOf(value)
    .map(ownerOf)
    .filter(({ kind, manager }) => kind === 'apply' && !manager.startsWith('kubectl'))
    .map(({ manager }) => manager);

function entriesOf(value: PlainMap): readonly PlainMap[] {
  const entries = valueAt(value, 'metadata', 'managedFields');
  return Array.isArray(entries) ? entries.filter(isPlainMap).filter(({ subresource = '' }) => subresource === '') : [];
}

function ownerOf({ manager, operation }: PlainMap): Owner {
  const name = typeof manager === 'string' ? manager : '';
  if (CLUSTER.test(name)) return { manager: name, kind: 'cluster' };
  if (operation !== 'Apply') return { manager: name, kind: 'person' };
  return { manager: name, kind: name === ARGOCD ? 'argocd' : 'apply' };
}

/** How much of the path the entry has: all of it, or down to a part that it owns as a whole; 0 if none. */
function reachOf(fields: unknown, path: readonly string[]): number {
  let here = fields;
  for (const [index, key] of path.entries()) {
    if (!isPlainMap(here)) return 0;
    if (Object.keys(here).length === 0) return index;
    const next = Object.hasOwn(here, `f:${key}`) ? here[`f:${key}`] : undefined;
    if (next === undefined) return 0;
    here = next;
  }
  return path.length;
}
