/** The manual takeover: the state before, the commands, the state afterwards. */

import { buildManifests } from '../../manifests/build-manifests';
import { PATIENCE, TAKEOVER_NAME, takeoverScript } from '../../manifests/takeover/define-takeover';
import { takeoverTask } from '../../manifests/takeover/task';
import { isPlatformNamespace } from '../../model/jobs';
import type { RegistryModel } from '../../model/model';
import type { TakeoverModel } from '../../model/takeover';
import { quote } from '../../values/shell-word';
import { type Check, present } from './check';
import { SHOW_CONFIG } from './registry-checks';

/** The commands of a manual takeover; if it is done, how to remove what the Job has left. */
export function takeoverChecks(model: RegistryModel): readonly Check[] {
  const { takeover, storage } = model;
  if (takeover?.by === 'none') return [leftOver(model, takeover)];
  if (takeover?.by !== 'hand') return [];
  const backend = storage?.backend ?? 'no backend';
  return present(
    {
      where: 'takeover',
      good: `the current storage, and who wrote it. If storage has only ${backend}, and only argocd-controller has f:storage, there is nothing to do`,
      commands: [SHOW_STORAGE, `${SHOW_CONFIG} --show-managed-fields`],
    },
    {
      where: 'takeover',
      good: "ends with: the registry's Config matches git. You can run it again at any time: it then changes nothing",
      commands: [script(model, takeover)],
    },
    { where: 'takeover', good: afterwards(takeover, backend), commands: [SHOW_STORAGE, SHOW_OWNERS] },
  );
}

const CONFIG = 'oc get configs.imageregistry.operator.openshift.io/cluster';

const SHOW_STORAGE = `${CONFIG} -o jsonpath='{.spec.storage}{"\\n"}'`;

/** One line for each manager: its name, its operation, and what it owns below storage. */
const SHOW_OWNERS = `${CONFIG} -o jsonpath='{range .metadata.managedFields[*]}{.manager}{" "}{.operation}{" "}{.fieldsV1.f:spec.f:storage}{"\\n"}{end}'`;

const afterwards = ({ fields }: TakeoverModel, backend: string): string =>
  fields.includes('storage')
    ? `only ${backend}, and only argocd-controller owns it. Now let Argo CD sync, and set takeOver: {by: none}`
    : 'the fields as git has them. Now let Argo CD sync, and set takeOver: {by: none}';

/** The script of the Job, with its environment before it. */
function script(model: RegistryModel, takeover: TakeoverModel): string {
  const config = buildManifests(model).find(({ kind }) => kind === 'Config') as { readonly spec?: object } | undefined;
  const task = takeoverTask(takeover, { ...config?.spec });
  const variables = Object.entries({ ...task, ...PATIENCE }).map(([name, value]) => `${name}=${quote(value)}`);
  return [`${variables.join(' \\\n')} \\\nbash <<'TAKEOVER'`, `${takeoverScript()}TAKEOVER`].join('\n');
}

/** The namespace may have another emitted Job. */
function leftOver({ bucketKeys }: RegistryModel, { namespace }: TakeoverModel): Check {
  const shared = bucketKeys?.mode === 'job' || isPlatformNamespace(namespace);
  const account = `oc delete serviceaccount,configmap ${TAKEOVER_NAME} -n ${quote(namespace)} --ignore-not-found`;
  return {
    where: 'workstation',
    good: 'objects of an earlier takeover Job are deleted; otherwise nothing is found',
    commands: [
      `oc delete clusterrolebinding,clusterrole ${TAKEOVER_NAME} --ignore-not-found`,
      shared ? account : `oc delete namespace ${quote(namespace)} --ignore-not-found`,
    ],
  };
}
