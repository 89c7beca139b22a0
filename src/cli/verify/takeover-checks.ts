/** The takeover as a person does it: what is there before, the commands, what is there afterwards. */

import { buildManifests } from '../../manifests/build-manifests';
import { PATIENCE, TAKEOVER_NAME, takeoverScript } from '../../manifests/takeover/define-takeover';
import { takeoverTask } from '../../manifests/takeover/task';
import { isPlatformNamespace } from '../../model/jobs';
import type { RegistryModel } from '../../model/model';
import type { TakeoverModel } from '../../model/takeover';
import { quote } from '../../values/shell-word';
import { type Check, present } from './check';
import { SHOW_CONFIG } from './registry-checks';

/** Commands where they are asked for; where it is done, how to take away what our Job has left. */
export function takeoverChecks(model: RegistryModel): readonly Check[] {
  const { takeover, storage } = model;
  if (takeover?.by === 'none') return [leftOver(model, takeover)];
  if (takeover?.by !== 'hand') return [];
  const backend = storage?.backend ?? 'no backend';
  return present(
    {
      where: 'takeover',
      good: `what is there now, and who wrote it. With ${backend} alone below storage, and no manager but argocd-controller with an f:storage of its own, there is nothing left to do`,
      commands: [SHOW_STORAGE, `${SHOW_CONFIG} --show-managed-fields`],
    },
    {
      where: 'takeover',
      good: "ends with: the registry's Config is as git has it. It can be run again at any time, and then changes nothing",
      commands: [script(model, takeover)],
    },
    { where: 'takeover', good: afterwards(takeover, backend), commands: [SHOW_STORAGE, SHOW_OWNERS] },
  );
}

const CONFIG = 'oc get configs.imageregistry.operator.openshift.io/cluster';

const SHOW_STORAGE = `${CONFIG} -o jsonpath='{.spec.storage}{"\\n"}'`;

/** One line for each manager: its name, how it writes, and what it owns below storage. */
const SHOW_OWNERS = `${CONFIG} -o jsonpath='{range .metadata.managedFields[*]}{.manager}{" "}{.operation}{" "}{.fieldsV1.f:spec.f:storage}{"\\n"}{end}'`;

const afterwards = ({ fields }: TakeoverModel, backend: string): string =>
  fields.includes('storage')
    ? `${backend} alone, and nobody but argocd-controller owns anything of it. Now let Argo CD sync, and set takeOver: {by: none}`
    : 'the fields as git has them. Now let Argo CD sync, and set takeOver: {by: none}';

/** The very script of the Job, with what it is told before it. */
function script(model: RegistryModel, takeover: TakeoverModel): string {
  const config = buildManifests(model).find(({ kind }) => kind === 'Config') as { readonly spec?: object } | undefined;
  const task = takeoverTask(takeover, { ...config?.spec });
  const variables = Object.entries({ ...task, ...PATIENCE }).map(([name, value]) => `${name}=${quote(value)}`);
  return [`${variables.join(' \\\n')} \\\nbash <<'TAKEOVER'`, `${takeoverScript()}TAKEOVER`].join('\n');
}

/** The namespace may hold another Job of ours. */
function leftOver({ bucketKeys }: RegistryModel, { namespace }: TakeoverModel): Check {
  const shared = bucketKeys?.mode === 'job' || isPlatformNamespace(namespace);
  const account = `oc delete serviceaccount,configmap ${TAKEOVER_NAME} -n ${quote(namespace)} --ignore-not-found`;
  return {
    where: 'workstation',
    good: 'what a takeover Job of before has left is deleted; without it, nothing is found',
    commands: [
      `oc delete clusterrolebinding,clusterrole ${TAKEOVER_NAME} --ignore-not-found`,
      shared ? account : `oc delete namespace ${quote(namespace)} --ignore-not-found`,
    ],
  };
}
