/** What may be in the registry's spec that git never wrote: fields by backend, and who puts them there. */

import { remembered } from '../values/remembered';
import { BACKENDS, type BackendName } from './backends';
import type { FieldFacts } from './backends/backend';

/** One field below a backend's key. */
export interface BackendField extends Pick<FieldFacts, 'bootstrap' | 'refilled' | 'harms'> {
  readonly name: string;
}

/**
 * Every field of a backend. A field that names the storage is refilled only where git leaves it out,
 * which the rules refuse; `s3.region` and its like stay away once git names the bucket.
 *
 * @see openshift/cluster-image-registry-operator pkg/storage, UpdateEffectiveConfig and CreateStorage of each driver
 */
export const backendFields = remembered((backend: BackendName): readonly BackendField[] =>
  Object.entries(BACKENDS[backend].fields).map(([name, { bootstrap, refilled, harms }]) => ({
    name,
    bootstrap,
    refilled,
    harms,
  })),
);

/** How a field of the spec is taken over. */
export interface SpecField {
  /** Fields below it that can be removed one by one; without it, the field as a whole. */
  readonly parts?: readonly string[];
  /** Maps whose keys people choose: keys that git does not have are removed. */
  readonly maps?: readonly string[];
}

/**
 * Fields of the registry's spec that `takeOver` may name, besides `storage`. Not here is what the operator or the
 * API server puts back, and single values that git states anyway: server-side apply takes those over by itself.
 *
 * @see openshift/api imageregistry/v1 ImageRegistrySpec
 */
export const SPEC_FIELDS: Readonly<Record<string, SpecField>> = {
  affinity: { parts: ['nodeAffinity', 'podAffinity', 'podAntiAffinity'] },
  defaultRoute: {},
  disableRedirect: {},
  nodeSelector: { maps: [''] },
  proxy: { parts: ['http', 'https', 'noProxy'] },
  readOnly: {},
  requests: { parts: ['read.maxRunning', 'read.maxInQueue', 'write.maxRunning', 'write.maxInQueue'] },
  resources: { parts: ['claims'], maps: ['limits', 'requests'] },
  routes: {},
  tolerations: {},
  topologySpreadConstraints: {},
};

/** Names that `takeOver.fields` may hold. */
export const TAKEOVER_FIELDS: readonly string[] = [...Object.keys(SPEC_FIELDS), 'storage'];
