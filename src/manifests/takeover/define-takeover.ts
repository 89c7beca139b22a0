/** The Job that takes the registry's Config over from the operator's own choice, in the wave before Argo CD applies it. */

import { SINGLETON } from '../../facts/names';
import type { RegistryModel } from '../../model/model';
import type { TakeoverModel } from '../../model/takeover';
import { type Definition, define } from '../common/definition';
import { HOOK_ANNOTATIONS, scriptJobSpec } from '../common/job';
import { defineJobNamespace } from '../common/job-namespace';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import { defineGrantee } from '../common/permissions';
import { scriptFile } from '../common/script-file';
import { equalPart } from '../common/shared-part';
import type { TakeoverTask } from './task';

/** Name of the Job, and of everything it needs. */
export const TAKEOVER_NAME = 'registry-takeover';

const SCRIPT = 'takeover.sh';

/** The script, for the Job and for a person. */
export const takeoverScript = scriptFile(__dirname, SCRIPT);

/** How long the script tries, and how long it waits between two looks. */
export const PATIENCE = { POLL_SECONDS: '5', TIME_LIMIT: '480' } as const;

/** Longer than the script tries, so that its last words can be read. */
const DEADLINE_SECONDS = 600;

/** Defines the Job and what it needs. */
export function defineTakeover(
  model: RegistryModel,
  takeover: TakeoverModel,
  task: TakeoverTask,
): readonly Definition[] {
  const { namespace } = takeover;
  const { openshift } = model;
  const pod = {
    name: 'takeover',
    serviceAccountName: TAKEOVER_NAME,
    configMap: TAKEOVER_NAME,
    script: SCRIPT,
    env: { ...task, ...PATIENCE },
    deadlineSeconds: DEADLINE_SECONDS,
  };
  const identity = { role: 'takeoverJob', name: TAKEOVER_NAME, namespace, annotations: HOOK_ANNOTATIONS } as const;
  const job = define(k8s.KubeJob, 'TakeoverJob', {
    metadata: objectMetadata(model, identity),
    spec: scriptJobSpec(pod, takeover, openshift),
  });
  return [...defineGround(model, { namespace, openshift }), job];
}

/** Defines where the Job runs, its rights and its script. */
const defineGround = equalPart(
  (model, { namespace, openshift }: { readonly namespace: string; readonly openshift: string }) => {
    const identity = { name: TAKEOVER_NAME, namespace };
    const script = define(k8s.KubeConfigMap, 'TakeoverScript', {
      metadata: objectMetadata(model, { role: 'takeoverScript', ...identity }),
      data: { [SCRIPT]: takeoverScript() },
    });
    return [
      ...defineJobNamespace(model, namespace, openshift),
      ...defineGrantee(model, { ...identity, role: 'takeoverPermission' }, [
        {
          apiGroup: 'imageregistry.operator.openshift.io',
          resource: 'configs',
          names: [SINGLETON],
          verbs: ['get', 'create', 'patch'],
        },
      ]),
      script,
    ];
  },
);
