/** Labels and annotations of the user, on a cluster that was synced from a fleet before. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { textAt, valueAt } from '../../review/compare/paths';
import type { LiveObject } from '../live';
import { type Part, unlessEmpty } from './part';

const OURS = 'cdk8s-openshift-registry';

/** Keys that the generator, Argo CD or kubectl write. */
const NOT_THE_USERS =
  /^(app\.kubernetes\.io\/(name|part-of|managed-by)|registry-gitops\/|argocd\.argoproj\.io\/|kubectl\.kubernetes\.io\/)/;

/** What our Config has besides our own keys; labels on a Config of others stay there. */
export function metadataPart({ value }: LiveObject): Part {
  if (textAt(value, 'metadata', 'labels', 'app.kubernetes.io/managed-by') !== OURS) return {};
  const settings = { ...keysOf('labels', value), ...keysOf('annotations', value) };
  return { entry: unlessEmpty('metadata', settings) };
}

function keysOf(what: 'labels' | 'annotations', value: PlainMap): PlainMap {
  const map = valueAt(value, 'metadata', what);
  const own = Object.entries(isPlainMap(map) ? map : {}).filter(([key]) => !NOT_THE_USERS.test(key));
  return unlessEmpty(what, Object.fromEntries(own));
}
