/** The pod of every Job we emit: a script from a ConfigMap, run by `oc`'s image with as few rights as a pod can have. */

import { cronJobApi, takesSeccompProfile } from '../../facts/pods';
import type { JobsModel } from '../../model/jobs';
import { type Definition, definePlain } from './definition';
import { k8s } from './k8s';
import { resourcesOf } from './resources';

/** What one Job's pod needs. */
export interface ScriptPod {
  /** Name of the container. */
  readonly name: string;
  readonly serviceAccountName: string;
  /** ConfigMap with the script and its files. */
  readonly configMap: string;
  /** Key of the script in the ConfigMap. */
  readonly script: string;
  readonly env?: Readonly<Record<string, string>>;
  /** After how many seconds Kubernetes gives up. */
  readonly deadlineSeconds: number;
}

/** Where the ConfigMap is mounted. */
export const SCRIPT_FOLDER = '/opt/registry';

/** The spec of a Job; a CronJob's template takes the same. `openshift` decides what the pod may say of its security. */
export function scriptJobSpec(pod: ScriptPod, jobs: JobsModel, openshift: string): k8s.JobSpec {
  const { nodeSelector, tolerations, imagePullSecrets, ttlSecondsAfterFinished } = jobs;
  return {
    backoffLimit: 4,
    activeDeadlineSeconds: pod.deadlineSeconds,
    ...(ttlSecondsAfterFinished === undefined ? {} : { ttlSecondsAfterFinished }),
    template: {
      spec: {
        restartPolicy: 'Never',
        serviceAccountName: pod.serviceAccountName,
        ...(imagePullSecrets.length > 0 ? { imagePullSecrets: imagePullSecrets.map(name => ({ name })) } : {}),
        ...(nodeSelector ? { nodeSelector } : {}),
        ...(tolerations ? { tolerations: [...tolerations] } : {}),
        securityContext: {
          runAsNonRoot: true,
          ...(takesSeccompProfile(openshift) ? { seccompProfile: { type: 'RuntimeDefault' } } : {}),
        },
        containers: [container(pod, jobs)],
        volumes: [
          { name: 'script', configMap: { name: pod.configMap } },
          { name: 'tmp', emptyDir: {} },
        ],
      },
    },
  };
}

function container({ name, script, env = {} }: ScriptPod, { image, resources }: JobsModel): k8s.Container {
  return {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    command: ['/bin/bash', `${SCRIPT_FOLDER}/${script}`],
    // `oc` keeps its cache in the home folder; the rest of the file system is read-only
    env: Object.entries({ HOME: '/tmp', ...env }).map(([variable, value]) => ({ name: variable, value })),
    resources: resourcesOf(resources, k8s.Quantity.fromString, k8s.Quantity.fromString),
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    volumeMounts: [
      { name: 'script', mountPath: SCRIPT_FOLDER, readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

/** Defines a CronJob in the API version that the cluster serves. */
export const defineCronJob = (id: string, props: k8s.KubeCronJobProps, openshift: string): Definition =>
  definePlain(id, { ...k8s.KubeCronJob.manifest(props), apiVersion: cronJobApi(openshift) });

/** Makes Argo CD run a Job on every full sync, again each time. */
export const HOOK_ANNOTATIONS = {
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
} as const;
