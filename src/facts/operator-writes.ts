/** What may be in the registry's spec that git never wrote: fields by backend, and who puts them there. */

import type { BackendName } from './platforms';

/** One field below a backend's key. */
export interface BackendField {
  readonly name: string;
  /** The operator may have filled it in when it chose this backend by itself. */
  readonly bootstrap: boolean;
  /** When the operator puts it back: then taking it away would only begin a quarrel. */
  readonly refilled: 'never' | 'whenManaged' | 'always';
}

const bootstrap = (name: string, refilled: BackendField['refilled'] = 'never'): BackendField => ({
  name,
  bootstrap: true,
  refilled,
});
const byHand = (name: string): BackendField => ({ name, bootstrap: false, refilled: 'never' });

/**
 * Every field of every backend. A field that names the storage is refilled only where git leaves it out,
 * which the rules refuse; `s3.region` and its like stay away once git names the bucket.
 *
 * @see openshift/cluster-image-registry-operator pkg/storage, UpdateEffectiveConfig and CreateStorage of each driver
 * @see openshift/api imageregistry/v1 ImageRegistryConfigStorage
 */
export const BACKEND_FIELDS: Readonly<Record<BackendName, readonly BackendField[]>> = {
  s3: [
    bootstrap('bucket'),
    bootstrap('region'),
    bootstrap('encrypt', 'whenManaged'),
    bootstrap('regionEndpoint'),
    bootstrap('virtualHostedStyle', 'always'),
    bootstrap('trustedCA', 'always'),
    byHand('keyID'),
    byHand('cloudFront'),
    byHand('chunkSizeMiB'),
  ],
  gcs: [bootstrap('bucket'), bootstrap('region'), bootstrap('projectID'), byHand('keyID')],
  azure: [
    bootstrap('accountName'),
    bootstrap('container'),
    bootstrap('cloudName'),
    // the API server fills it in from 4.15 on
    bootstrap('networkAccess', 'always'),
  ],
  swift: [
    bootstrap('container'),
    ...['authURL', 'authVersion', 'domain', 'domainID', 'tenant', 'tenantID', 'regionName'].map(byHand),
  ],
  ibmcos: ['bucket', 'location', 'resourceGroupName', 'resourceKeyCRN', 'serviceInstanceCRN'].map(name =>
    bootstrap(name, 'always'),
  ),
  oss: [
    bootstrap('bucket'),
    bootstrap('region', 'whenManaged'),
    bootstrap('endpointAccessibility', 'always'),
    bootstrap('encryption', 'always'),
  ],
  pvc: [bootstrap('claim', 'always')],
  emptyDir: [],
};

/** How a field of the spec is taken over. */
export interface SpecField {
  /** Fields below it that can be taken away one by one; without it, the field as a whole. */
  readonly parts?: readonly string[];
  /** Maps whose keys people choose: keys that git does not have are taken away. */
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
