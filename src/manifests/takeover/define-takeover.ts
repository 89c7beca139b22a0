/** The Job that takes the registry's Config over from the operator's own choice, in the wave before Argo CD applies it. */

import { type ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { SINGLETON } from '../../facts/names';
import type { RegistryModel } from '../../model/model';
import type { TakeoverModel } from '../../model/takeover';
import { HOOK_ANNOTATIONS, scriptJobSpec } from '../common/job';
import { defineJobNamespace } from '../common/job-namespace';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import { defineGrantee } from '../common/permissions';
import { scriptFile } from '../common/script-file';
import { takeoverTask } from './task';

/** Name of the Job, and of everything it needs. */
export const TAKEOVER_NAME = 'registry-takeover';

const SCRIPT = 'takeover.sh';

/** The script, for the Job and for a person. */
export const takeoverScript = scriptFile(__dirname, SCRIPT);

/** How long the script tries, and how long it waits between two looks. */
export const PATIENCE = { POLL_SECONDS: '5', TIME_LIMIT: '480' } as const;

/** Longer than the script tries, so that its last words can be read. */
const DEADLINE_SECONDS = 600;

/** Defines the Job and its rights. `config` is the Config that Argo CD applies afterwards. */
export function defineTakeover(
  scope: Construct,
  model: RegistryModel,
  takeover: TakeoverModel,
  config: ApiObject,
): void {
  const { namespace } = takeover;
  const identity = { name: TAKEOVER_NAME, namespace };
  defineJobNamespace(scope, model, namespace);
  defineGrantee(scope, model, { ...identity, role: 'takeoverPermission' }, [
    {
      apiGroup: 'imageregistry.operator.openshift.io',
      resource: 'configs',
      names: [SINGLETON],
      verbs: ['get', 'create', 'patch'],
    },
  ]);
  new k8s.KubeConfigMap(scope, 'TakeoverScript', {
    metadata: objectMetadata(model, { role: 'takeoverScript', ...identity }),
    data: { [SCRIPT]: takeoverScript() },
  });
  const pod = {
    name: 'takeover',
    serviceAccountName: TAKEOVER_NAME,
    configMap: TAKEOVER_NAME,
    script: SCRIPT,
    env: { ...taskOf(takeover, config), ...PATIENCE },
    deadlineSeconds: DEADLINE_SECONDS,
  };
  new k8s.KubeJob(scope, 'TakeoverJob', {
    metadata: objectMetadata(model, { role: 'takeoverJob', ...identity, annotations: HOOK_ANNOTATIONS }),
    spec: scriptJobSpec(pod, takeover, model.openshift),
  });
}

/** Made when the chart is, so that whatever is done to the Config until then is in it. */
function taskOf(takeover: TakeoverModel, config: ApiObject): Readonly<Record<string, string>> {
  const produce = (name: string) => () => takeoverTask(takeover, config.toJson().spec)[name];
  const names = Object.keys(takeoverTask(takeover, {}));
  return Object.fromEntries(names.map(name => [name, Lazy.any({ produce: produce(name) })]));
}
