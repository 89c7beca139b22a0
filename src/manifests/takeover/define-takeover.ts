/** The Job that takes the registry's Config over from the operator's own choice, in the wave before Argo CD applies it. */

import { type ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { SINGLETON } from '../../facts/names';
import type { TakeoverModel } from '../../model/jobs-model';
import type { RegistryModel } from '../../model/model';
import { HOOK_ANNOTATIONS, scriptJobSpec } from '../common/job';
import { defineJobNamespace } from '../common/job-namespace';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import { defineGrantee } from '../common/permissions';
import { stableJson, takeoverFiles } from './files';
import { TAKEOVER_SCRIPT } from './script';

/** Name of the Job, and of everything it needs. */
export const TAKEOVER_NAME = 'registry-takeover';

const SCRIPT = 'takeover.sh';

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
  defineGrantee(scope, model, identity, [
    {
      apiGroup: 'imageregistry.operator.openshift.io',
      resource: 'configs',
      names: [SINGLETON],
      verbs: ['get', 'create', 'patch'],
    },
  ]);
  new k8s.KubeConfigMap(scope, 'TakeoverScript', {
    metadata: objectMetadata(model, { role: 'script', ...identity }),
    data: {
      [SCRIPT]: TAKEOVER_SCRIPT,
      // resolved when the chart is, so that whatever is done to the Config until then is in it
      'config.json': Lazy.any({ produce: () => stableJson(withoutNamespace(config.toJson())) }),
      ...takeoverFiles(takeover),
    },
  });
  new k8s.KubeJob(scope, 'TakeoverJob', {
    metadata: objectMetadata(model, { role: 'takeoverJob', ...identity, annotations: HOOK_ANNOTATIONS }),
    spec: scriptJobSpec(
      {
        name: 'takeover',
        serviceAccountName: TAKEOVER_NAME,
        configMap: TAKEOVER_NAME,
        script: SCRIPT,
        env: { SETTLE_SECONDS: '10' },
        deadlineSeconds: 600,
      },
      takeover,
      model.openshift,
    ),
  });
}

/** A chart may have stamped its own on it. */
function withoutNamespace(object: { readonly metadata: object }): object {
  const { namespace: _, ...metadata } = object.metadata as { readonly namespace?: string };
  return { ...object, metadata };
}
