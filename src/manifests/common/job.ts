/** The pod of every Job we emit: a script from a ConfigMap, run by `oc`'s image with as few rights as a pod can have. */

import { k8s } from './k8s';

/** What one Job's pod needs. */
export interface ScriptPod {
  /** Name of the container. */
  readonly name: string;
  readonly image: string;
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

/** The spec of a Job; a CronJob's template takes the same. */
export function scriptJobSpec(pod: ScriptPod): k8s.JobSpec {
  return {
    backoffLimit: 4,
    activeDeadlineSeconds: pod.deadlineSeconds,
    template: {
      spec: {
        restartPolicy: 'Never',
        serviceAccountName: pod.serviceAccountName,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [container(pod)],
        volumes: [
          { name: 'script', configMap: { name: pod.configMap } },
          { name: 'tmp', emptyDir: {} },
        ],
      },
    },
  };
}

function container({ name, image, script, env = {} }: ScriptPod): k8s.Container {
  return {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    command: ['/bin/bash', `${SCRIPT_FOLDER}/${script}`],
    // `oc` keeps its cache in the home folder; the rest of the file system is read-only
    env: Object.entries({ HOME: '/tmp', ...env }).map(([variable, value]) => ({ name: variable, value })),
    resources: {
      requests: { cpu: k8s.Quantity.fromString('10m'), memory: k8s.Quantity.fromString('64Mi') },
    },
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

/** Makes Argo CD run a Job on every full sync, anew each time. */
export const HOOK_ANNOTATIONS = {
  'argocd.argoproj.io/hook': 'Sync',
  'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
} as const;
