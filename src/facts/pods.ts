/** What the pods of our Jobs may say on each OpenShift version: the default security context constraints, and the APIs. */

import { atLeast } from './versions';

/** The constraints that every service account may use. */
export interface DefaultScc {
  /** First OpenShift version with them as the default. */
  readonly since: string;
  readonly name: string;
  /** Capabilities that a container has to give up; those it does not drop itself are dropped for it. */
  readonly requiredDrop: readonly string[];
  /** Capabilities that a container may add. */
  readonly allowedCapabilities: readonly string[];
  readonly allowPrivilegeEscalation: boolean;
  /** Profiles that a pod may name. If the list is empty, a pod that names any is refused. */
  readonly seccompProfiles: readonly string[];
  /** Kinds of volumes that a pod may mount. */
  readonly volumes: readonly string[];
}

const VOLUMES = ['configMap', 'downwardAPI', 'emptyDir', 'persistentVolumeClaim', 'projected', 'secret'] as const;

/**
 * The newest first. Later releases allow `csi` and `ephemeral` volumes too, and bring `restricted-v3` beside the default.
 *
 * @see openshift/cluster-kube-apiserver-operator bindata/bootkube/scc-manifests, its release branches
 * @see openshift/apiserver-library-go pkg/securitycontextconstraints/seccomp/strategy.go
 */
export const DEFAULT_SCCS: readonly DefaultScc[] = [
  {
    since: '4.11',
    name: 'restricted-v2',
    requiredDrop: ['ALL'],
    allowedCapabilities: ['NET_BIND_SERVICE'],
    allowPrivilegeEscalation: false,
    seccompProfiles: ['runtime/default'],
    volumes: VOLUMES,
  },
  {
    since: '4.3',
    name: 'restricted',
    requiredDrop: ['KILL', 'MKNOD', 'SETUID', 'SETGID'],
    allowedCapabilities: [],
    allowPrivilegeEscalation: true,
    seccompProfiles: [],
    volumes: VOLUMES,
  },
];

/** The default constraints of a version. */
export const defaultScc = (openshift: string): DefaultScc =>
  DEFAULT_SCCS.find(({ since }) => atLeast(openshift, since)) ?? (DEFAULT_SCCS.at(-1) as DefaultScc);

/** Whether a pod may, and from then on must, name a seccomp profile. */
export const takesSeccompProfile = (openshift: string): boolean => defaultScc(openshift).seccompProfiles.length > 0;

/**
 * The pod security level that our Jobs' namespace asks for: before seccomp profiles are allowed, no pod can be `restricted`.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export const podSecurityLevel = (openshift: string): 'restricted' | 'baseline' =>
  takesSeccompProfile(openshift) ? 'restricted' : 'baseline';

/** First version that serves CronJob of `batch/v1` (Kubernetes 1.21), and deletes finished Jobs after a time. */
const BATCH_V1 = '4.8';

/**
 * The API of a CronJob. `batch/v1beta1` is served up to 4.11.
 *
 * @see https://kubernetes.io/docs/reference/using-api/deprecation-guide/#cronjob-v125
 */
export const cronJobApi = (openshift: string): 'batch/v1' | 'batch/v1beta1' =>
  atLeast(openshift, BATCH_V1) ? 'batch/v1' : 'batch/v1beta1';

/**
 * Whether the cluster deletes finished Jobs by itself; an older one drops the field.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/
 */
export const deletesFinishedJobs = (openshift: string): boolean => atLeast(openshift, BATCH_V1);
