/** One cluster's objects as constructs. */

import { type ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { defineMetrics } from '../manifests/access/define-access';
import type { Definition } from '../manifests/common/definition';
import { defineRegistry, type RegistryDefinitions } from '../manifests/define-registry';
import { type TakeoverTask, takeoverTask } from '../manifests/takeover/task';
import type { AccessModel } from '../model/access';
import type { RegistryModel } from '../model/model';
import type { TakeoverModel } from '../model/takeover';
import { withAnyKeys } from './any-keys';
import { keepClusterScoped } from './cluster-scoped';
import { constructOf } from './construct-of';
import { RoleBindings } from './role-bindings';

/** The same parts, as constructs. */
type Constructs<Parts> = {
  readonly [Name in keyof Parts]: Parts[Name] extends readonly Definition[] ? readonly ApiObject[] : ApiObject;
};

/** What was defined, for programs that change it; absent is what the cluster does not need, or what others make. */
export type RegistryObjects = Constructs<RegistryDefinitions> & { readonly bindings: RoleBindings };

/** What there is of a configuration that cannot be understood. */
export const noObjects = (bindings: RoleBindings): RegistryObjects => ({
  ...{ bucketKeys: [], secrets: [], certificates: [], imageStreams: [], takeover: [] },
  bindings,
});

/** Makes everything the model asks for below `scope`; `access` tells what is granted when the objects are written. */
export const registryObjects = (
  scope: Construct,
  model: RegistryModel,
  access: () => AccessModel | undefined = () => model.access,
): RegistryObjects => withAnyKeys(scope, model, safe => objectsOf(scope, safe, access));

function objectsOf(scope: Construct, model: RegistryModel, access: () => AccessModel | undefined): RegistryObjects {
  const { name } = model;
  const definitions = defineRegistry(model, takeover => lateTask(takeover, () => objects.config));
  const objects = constructsOf(definitions, definition => constructOf(definition, scope, name));
  const bindings = new RoleBindings(scope, model, () => access()?.bindings ?? []);
  if (model.access) for (const metrics of defineMetrics(model, model.access)) constructOf(metrics, scope, name);
  keepClusterScoped(scope);
  return { ...objects, bindings };
}

/** Made when the chart is written, so that whatever is done to the Config until then is in it. */
function lateTask(takeover: TakeoverModel, config: () => ApiObject | undefined): TakeoverTask {
  const produce = (name: string) => () => takeoverTask(takeover, config()?.toJson().spec)[name];
  const names = Object.keys(takeoverTask(takeover, {}));
  return Object.fromEntries(names.map(name => [name, Lazy.any({ produce: produce(name) })]));
}

function constructsOf<Parts extends object>(parts: Parts, make: (part: Definition) => ApiObject): Constructs<Parts> {
  const made = Object.entries(parts).map(([name, part]: [string, Definition | readonly Definition[] | undefined]) => [
    name,
    Array.isArray(part) ? part.map(make) : part && make(part as Definition),
  ]);
  return Object.fromEntries(made);
}
