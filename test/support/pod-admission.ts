/** Whether an OpenShift version would take a Job or CronJob of ours: its API, its default constraints, pod security. */

import { defaultScc } from '../../src/facts/pods';
import { atLeast } from '../../src/facts/versions';
import type { AnyManifest } from './fleet';

/**
 * Every field that our Jobs write, and the first OpenShift version that knows it; those of 4.3 (Kubernetes 1.16) come first.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/master/api/openapi-spec/swagger.json, the release branches
 */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ...[
    'backoffLimit',
    'activeDeadlineSeconds',
    'template.spec.restartPolicy',
    'template.spec.serviceAccountName',
    'template.spec.imagePullSecrets.name',
    'template.spec.nodeSelector.*',
    'template.spec.tolerations.key',
    'template.spec.tolerations.operator',
    'template.spec.tolerations.effect',
    'template.spec.securityContext.runAsNonRoot',
    'template.spec.containers.name',
    'template.spec.containers.image',
    'template.spec.containers.imagePullPolicy',
    'template.spec.containers.command',
    'template.spec.containers.env.name',
    'template.spec.containers.env.value',
    'template.spec.containers.resources.limits.*',
    'template.spec.containers.resources.requests.*',
    'template.spec.containers.securityContext.allowPrivilegeEscalation',
    'template.spec.containers.securityContext.capabilities.drop',
    'template.spec.containers.securityContext.readOnlyRootFilesystem',
    'template.spec.containers.volumeMounts.name',
    'template.spec.containers.volumeMounts.mountPath',
    'template.spec.containers.volumeMounts.readOnly',
    'template.spec.volumes.name',
    'template.spec.volumes.configMap.name',
    'template.spec.volumes.emptyDir',
  ].map(field => [field, '4.3'] as const),
  // Kubernetes 1.19
  ['template.spec.securityContext.seccompProfile.type', '4.6'],
  // Kubernetes 1.21: known before, and dropped unless a feature gate is open
  ['ttlSecondsAfterFinished', '4.8'],
]);

/** Maps whose keys people choose. */
const FREE_KEYS = /\.(nodeSelector|limits|requests)$/;

function fieldsOf(value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(item => fieldsOf(item, path));
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Object.entries(value);
  if (entries.length === 0) return [path];
  const keyOf = (key: string): string => (FREE_KEYS.test(path) ? '*' : key);
  return entries.flatMap(([key, item]) => fieldsOf(item, path === '' ? key : `${path}.${keyOf(key)}`));
}

/** API versions of a kind that the OpenShift version serves. */
function servedApis(kind: string, version: string): readonly string[] {
  if (kind !== 'CronJob') return ['batch/v1'];
  return [...(atLeast(version, '4.8') ? ['batch/v1'] : []), ...(atLeast(version, '4.12') ? [] : ['batch/v1beta1'])];
}

/** Everything that stands in the way of the object, or of its pod in a namespace of this pod security level. */
export function refusals(object: AnyManifest, level: string | undefined, version: string): readonly string[] {
  const spec = object.kind === 'CronJob' ? object.spec.jobTemplate.spec : object.spec;
  const unknown = [...new Set(fieldsOf(spec, ''))].filter(field => {
    const first = FIELDS.get(field);
    return first === undefined || !atLeast(version, first);
  });
  return [
    ...(servedApis(object.kind, version).includes(object.apiVersion) ? [] : [`${object.apiVersion} is not served`]),
    ...unknown.map(field => `field ${field} is not known`),
    ...constraintProblems(spec.template.spec, version),
    ...securityProblems(spec.template.spec, level, version),
  ];
}

/** What the default security context constraints refuse. */
function constraintProblems(pod: AnyManifest, version: string): readonly string[] {
  const scc = defaultScc(version);
  const named = [pod, ...pod.containers].flatMap(({ securityContext }) => securityContext?.seccompProfile?.type ?? []);
  const allowed = scc.seccompProfiles.map(profile => (profile === 'runtime/default' ? 'RuntimeDefault' : profile));
  const users = [pod, ...pod.containers].filter(({ securityContext }) => securityContext?.runAsUser !== undefined);
  return [
    ...named.filter(type => !allowed.includes(type)).map(type => `${scc.name}: seccomp ${type} may not be set`),
    ...pod.volumes
      .flatMap((volume: object) => Object.keys(volume).filter(key => key !== 'name'))
      .filter((kind: string) => !scc.volumes.includes(kind))
      .map((kind: string) => `${scc.name}: volumes of ${kind} are not allowed`),
    ...pod.containers.flatMap(({ securityContext }: AnyManifest) => [
      ...(securityContext.privileged ? [`${scc.name}: privileged`] : []),
      ...(securityContext.allowPrivilegeEscalation !== false && !scc.allowPrivilegeEscalation
        ? [`${scc.name}: privilege escalation`]
        : []),
      ...(securityContext.capabilities?.add ?? [])
        .filter((name: string) => !scc.allowedCapabilities.includes(name))
        .map((name: string) => `${scc.name}: capability ${name}`),
    ]),
    ...(users.length > 0 ? [`${scc.name}: the user is chosen from the namespace's range`] : []),
    ...['hostNetwork', 'hostPID', 'hostIPC'].filter(key => pod[key]).map(key => `${scc.name}: ${key}`),
  ];
}

/** Pod security is part of Kubernetes from 1.22 (OpenShift 4.9); earlier the label means nothing. */
function securityProblems(pod: AnyManifest, level: string | undefined, version: string): readonly string[] {
  if (level !== 'restricted' || !atLeast(version, '4.9')) return [];
  const context = pod.securityContext ?? {};
  return [
    ...(context.seccompProfile?.type === 'RuntimeDefault' ? [] : ['restricted: a seccomp profile is needed']),
    ...(context.runAsNonRoot === true ? [] : ['restricted: runAsNonRoot is needed']),
    ...pod.containers.flatMap(({ securityContext }: AnyManifest) => [
      ...(securityContext.capabilities?.drop?.includes('ALL') ? [] : ['restricted: ALL must be dropped']),
      ...(securityContext.allowPrivilegeEscalation === false ? [] : ['restricted: privilege escalation']),
    ]),
  ];
}
