/** Where our own Jobs run, and with which image. They share a namespace, so that it is made once. */

import { cliImage } from '../facts/cli-image';
import type { ResolveContext } from './context';
import type { JobsModel } from './jobs-model';

/** Namespace of our Jobs; the registry's own is closed to them. */
export const DEFAULT_JOB_NAMESPACE = 'registry-bootstrap';

/** What the job bridge says of namespace and image holds for every Job. */
export function resolveJobs({ cluster, openshift }: ResolveContext): JobsModel {
  const { rgw, noobaa } = cluster.storage?.odf ?? {};
  const job = (rgw ?? noobaa)?.bridge?.job;
  return {
    namespace: job?.namespace || DEFAULT_JOB_NAMESPACE,
    image: job?.image || cluster.cliImage || cliImage(openshift),
  };
}

/** Namespaces that OpenShift or Kubernetes made; they are never ours to define. */
export const isPlatformNamespace = (name: string): boolean => name === 'default' || /^(openshift|kube)(-|$)/.test(name);
