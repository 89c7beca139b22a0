/** What all our Jobs have in common: where they run, with which image, and how much they may use. */

import type { Cluster } from '../config/shape/cluster';
import type { Toleration } from '../config/shape/kubernetes';
import { cliImage } from '../facts/cli-image';
import { deletesFinishedJobs } from '../facts/pods';
import type { ResolveContext } from './context';
import { type CanonicalResources, canonicalResources } from './resources';

/** Where our own Jobs run, with which image, and what they may use. */
export interface JobsModel {
  readonly namespace: string;
  readonly image: string;
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly tolerations?: readonly Toleration[];
  /** Names of Secrets in the namespace. */
  readonly imagePullSecrets: readonly string[];
  readonly resources: CanonicalResources;
  /** Absent where a finished Job stays, and on versions that delete none. */
  readonly ttlSecondsAfterFinished?: number;
}

/** Namespace of our Jobs; the registry's own is closed to them. They share it, so that it is made once. */
export const DEFAULT_JOB_NAMESPACE = 'registry-bootstrap';

/** `oc` needs some 60 MiB. Quotas and policies often ask for limits. */
const DEFAULT_RESOURCES: CanonicalResources = {
  limits: { cpu: '500m', memory: '256Mi' },
  requests: { cpu: '10m', memory: '64Mi' },
};

/** Namespace and image of `credentials.bucketClaim.job` hold for every Job. */
export function resolveJobs({ cluster, openshift }: ResolveContext): JobsModel {
  const { nodeSelector, tolerations, imagePullSecrets, resources, ttlSecondsAfterFinished } = cluster.jobs ?? {};
  const job = cluster.credentials?.bucketClaim?.job;
  return {
    namespace: job?.namespace || DEFAULT_JOB_NAMESPACE,
    image: job?.image || namedImage(cluster, openshift) || cliImage(openshift),
    nodeSelector,
    tolerations,
    imagePullSecrets: (imagePullSecrets ?? []).map(({ name }) => name),
    resources: canonicalResources(resources) ?? DEFAULT_RESOURCES,
    ...(deletesFinishedJobs(openshift) ? { ttlSecondsAfterFinished } : {}),
  };
}

/** The image that the configuration names for every Job of a cluster of this version. */
export const namedImage = ({ cliImage, cliImages }: Cluster, openshift: string): string | undefined =>
  cliImage || (Object.hasOwn(cliImages ?? {}, openshift) ? cliImages?.[openshift] : undefined);

/** Namespaces that OpenShift or Kubernetes made; they are never ours to define. */
export const isPlatformNamespace = (name: string): boolean => name === 'default' || /^(openshift|kube)(-|$)/.test(name);
