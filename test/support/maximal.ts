/** Everything a cluster can say, part by part, in canonical values; and the same as one OpenShift version knows it. */

import { firstVersionOf, hasField, type VersionedKind } from '../../src/facts/api-fields';
import { BACKEND_NAMES, BACKENDS, type BackendName } from '../../src/facts/backends';
import { atLeast } from '../../src/facts/versions';
import type { Fields } from './leaves';

const EXPRESSIONS = {
  matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }],
};
const SELECTOR = { matchLabels: { app: 'registry' }, ...EXPRESSIONS };
const POD_TERM = {
  labelSelector: SELECTOR,
  topologyKey: 'kubernetes.io/hostname',
  namespaces: ['openshift-image-registry'],
  namespaceSelector: SELECTOR,
  matchLabelKeys: ['pod-template-hash'],
  mismatchLabelKeys: ['revision'],
};
const POD_AFFINITY = {
  requiredDuringSchedulingIgnoredDuringExecution: [POD_TERM],
  preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 10, podAffinityTerm: POD_TERM }],
};
const NODE_TERM = {
  ...EXPRESSIONS,
  matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker-0'] }],
};

/** Where pods run and what they may use; the same words for the registry and the pruner. */
const PODS: Fields = {
  resources: {
    limits: { cpu: '1', memory: '1Gi' },
    requests: { cpu: '100m', memory: '256Mi' },
    claims: [{ name: 'device', request: 'one' }],
  },
  nodeSelector: { 'node-role.kubernetes.io/infra': '' },
  tolerations: [{ key: 'infra', operator: 'Equal', value: 'reserved', effect: 'NoExecute', tolerationSeconds: 60 }],
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [NODE_TERM] },
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 5, preference: NODE_TERM }],
    },
    podAffinity: POD_AFFINITY,
    podAntiAffinity: POD_AFFINITY,
  },
};

const LIMITS = { maxRunning: 10, maxInQueue: 20, maxWaitInQueue: '1m30s' };

/** `registry`; `logging` only where there is no level yet. */
export const REGISTRY: Fields = {
  ...PODS,
  managementState: 'Managed',
  replicas: 3,
  rolloutStrategy: 'RollingUpdate',
  logLevel: 'Debug',
  operatorLogLevel: 'Trace',
  logging: 3,
  readOnly: true,
  disableRedirect: true,
  proxy: { http: 'http://proxy.example.com', https: 'https://proxy.example.com', noProxy: '.example.com' },
  requests: { read: LIMITS, write: LIMITS },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: SELECTOR,
      matchLabelKeys: ['pod-template-hash'],
      minDomains: 2,
      nodeAffinityPolicy: 'Honor',
      nodeTaintsPolicy: 'Ignore',
    },
  ],
};

/** `pruner`. */
export const PRUNER: Fields = {
  ...PODS,
  schedule: '0 2 * * *',
  suspend: true,
  keepTagRevisions: 5,
  keepYoungerThanDuration: '168h0m0s',
  ignoreInvalidImageReferences: false,
  successfulJobsHistoryLimit: 4,
  failedJobsHistoryLimit: 5,
  logLevel: 'Debug',
};

/** `image`, but mirrors and certificates; which registries are allowed and blocked exclude each other. */
export const IMAGES: Readonly<Record<string, Fields>> = {
  allowed: {
    registrySources: {
      allowedRegistries: ['quay.io', 'registry.redhat.io'],
      insecureRegistries: ['insecure.example.com'],
      containerRuntimeSearchRegistries: ['registry.example.com'],
    },
    allowedRegistriesForImport: [{ domainName: 'quay.io' }, { domainName: 'insecure.example.com', insecure: true }],
    externalRegistryHostnames: ['registry.example.com'],
    imageStreamImportMode: 'PreserveOriginal',
  },
  blocked: { registrySources: { blockedRegistries: ['untrusted.example.com'] } },
};

/** Backends whose settings are the API's own; a claim is an object of its own, and emptyDir has no settings. */
export const OBJECT_STORES = BACKEND_NAMES.filter(name => BACKENDS[name].secret !== 'none');

/** Every setting of a backend, but what becomes other objects. */
export const samplesOf = (backend: BackendName): Fields =>
  Object.fromEntries(Object.entries(BACKENDS[backend].fields).map(([name, { sample }]) => [name, sample]));

/** The same as the registry's spec has it: a CA is named by its ConfigMap. */
export const asEmitted = (settings: Fields): Fields =>
  settings.trustedCA === undefined
    ? settings
    : { ...settings, trustedCA: { name: (settings.trustedCA as { readonly configMap: string }).configMap } };

/** The fields of a part that the version knows. */
export function known(kind: VersionedKind, value: Fields, target: readonly string[], version: string): Fields {
  return cut(kind, value, target, version) as Fields;
}

function cut(kind: VersionedKind, value: unknown, target: readonly string[], version: string): unknown {
  if (Array.isArray(value)) return value.map(item => cut(kind, item, target, version));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([key]) => hasField(kind, [...target, key], version));
  return Object.fromEntries(fields.map(([key, item]) => [key, cut(kind, item, [...target, key], version)]));
}

/** Whether the version has the kind at all. */
export const hasKind = (kind: VersionedKind, version: string): boolean =>
  atLeast(version, firstVersionOf(kind, []) ?? '4.3');
