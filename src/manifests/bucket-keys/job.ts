/** Keys by Job: one when Argo CD syncs, and a CronJob for keys and CAs that change later. */

import { CONFIG_NAMESPACE, REGISTRY_NAMESPACE, SINGLETON, STORAGE_CA_CONFIG_MAP, USER_SECRET } from '../../facts/names';
import type { BucketKeysModel } from '../../model/bucket-keys';
import { type Definition, define } from '../common/definition';
import { defineCronJob, HOOK_ANNOTATIONS, type ScriptPod, scriptJobSpec } from '../common/job';
import { defineJobNamespace } from '../common/job-namespace';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import { defineGrantee, type Grant } from '../common/permissions';
import { scriptFile } from '../common/script-file';
import type { WithMetadata } from '../common/shared-part';

/** Name of the Job, and of everything it needs. */
export const BUCKET_KEYS_NAME = 'registry-bucket-keys';

const SCRIPT = 'bucket-keys.sh';
const scriptText = scriptFile(__dirname, SCRIPT);

/** Longer than the script waits. */
const DEADLINE_SECONDS = 1200;

type ByJob = Extract<BucketKeysModel, { readonly mode: 'job' }>;

/** Defines the Job, the CronJob and their rights. */
export function defineKeysByJob(model: WithMetadata, keys: ByJob, openshift: string): readonly Definition[] {
  const identity = { name: BUCKET_KEYS_NAME, namespace: keys.namespace };
  const pod: ScriptPod = {
    name: 'bucket-keys',
    serviceAccountName: BUCKET_KEYS_NAME,
    configMap: BUCKET_KEYS_NAME,
    script: SCRIPT,
    env: {
      CLAIM_NAMESPACE: keys.claim.namespace,
      CLAIM: keys.claim.name,
      CA: keys.fetchesCA ?? '',
      BUCKET_NAME: keys.fetchesBucketName ? 'claim' : '',
      WAIT_SECONDS: '900',
      POLL_SECONDS: '10',
    },
    deadlineSeconds: DEADLINE_SECONDS,
  };
  const spec = scriptJobSpec(pod, keys, openshift);
  const cronJob: k8s.KubeCronJobProps = {
    metadata: objectMetadata(model, { role: 'bucketKeysJob', ...identity }),
    spec: {
      schedule: keys.schedule,
      concurrencyPolicy: 'Forbid',
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 2,
      jobTemplate: { spec },
    },
  };
  return [
    ...defineJobNamespace(model, keys.namespace, openshift),
    ...defineGrantee(model, identity, grants(keys)),
    define(k8s.KubeConfigMap, 'BucketKeysScript', {
      metadata: objectMetadata(model, { role: 'script', ...identity }),
      data: { [SCRIPT]: scriptText() },
    }),
    define(k8s.KubeJob, 'BucketKeysJob', {
      metadata: objectMetadata(model, { role: 'bucketKeysJob', ...identity, annotations: HOOK_ANNOTATIONS }),
      spec,
    }),
    defineCronJob('BucketKeysCronJob', cronJob, openshift),
  ];
}

/** With server-side apply the API server knows the name of what is created, so `create` can be limited to it. */
const APPLY = ['create', 'patch'];

function grants({ claim, fetchesCA, fetchesBucketName }: ByJob): readonly Grant[] {
  const core = (namespace: string, resource: string, name: string, verbs: readonly string[]): Grant => ({
    namespace,
    apiGroup: '',
    resource,
    names: [name],
    verbs,
  });
  return [
    core(claim.namespace, 'secrets', claim.name, ['get']),
    ...(fetchesBucketName ? [core(claim.namespace, 'configmaps', claim.name, ['get'])] : []),
    core(REGISTRY_NAMESPACE, 'secrets', USER_SECRET, APPLY),
    ...(fetchesCA ? [core(CONFIG_NAMESPACE, 'configmaps', STORAGE_CA_CONFIG_MAP, APPLY)] : []),
    ...(fetchesCA === 'ingressCA'
      ? [core('openshift-config-managed', 'configmaps', 'default-ingress-cert', ['get'])]
      : []),
    ...(fetchesBucketName
      ? [
          {
            apiGroup: 'imageregistry.operator.openshift.io',
            resource: 'configs',
            names: [SINGLETON],
            verbs: ['get', 'patch'],
          },
        ]
      : []),
  ];
}
