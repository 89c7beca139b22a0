/** Resources of a pod in the form the API server stores them. */

import type { Resources } from '../config/shape/kubernetes';
import { canonicalQuantity } from '../values/quantity';

/** Resources with every quantity in its canonical form. */
export interface CanonicalResources {
  readonly limits?: Readonly<Record<string, string>>;
  readonly requests?: Readonly<Record<string, string>>;
  readonly claims?: readonly { readonly name: string; readonly request?: string }[];
}

/** Resources with canonical quantities and without empty parts; an empty map stays, because it means "no requests". */
export function canonicalResources(resources: Resources | undefined): CanonicalResources | undefined {
  if (resources === undefined) return undefined;
  return {
    ...mapOf('limits', resources.limits),
    ...mapOf('requests', resources.requests),
    ...(resources.claims && resources.claims.length > 0 ? { claims: resources.claims } : {}),
  };
}

function mapOf(key: 'limits' | 'requests', list: Resources['limits']): CanonicalResources {
  const entries = Object.entries(list ?? {}).map(([name, quantity]) => [name, canonicalQuantity(quantity)]);
  return entries.length > 0 ? { [key]: Object.fromEntries(entries) } : {};
}
