/** One cluster's objects as plain data. */

import type { RegistryModel } from '../model/model';
import { defineAccess } from './access/define-access';
import type { Definition } from './common/definition';
import { type Manifest, ofCluster } from './common/manifest';
import { defineRegistry } from './define-registry';
import { takeoverTask } from './takeover/task';

/** Everything the model asks for, in the order that its construct has. */
export const buildManifests = (model: RegistryModel): readonly Manifest[] =>
  unlabelledManifests(model).map(manifest => ofCluster(manifest, model.name));

/** The same without the label that has the name of the cluster: what clusters have in common is one object. */
export function unlabelledManifests(model: RegistryModel): readonly Manifest[] {
  const registry = defineRegistry(model, (takeover, config) => takeoverTask(takeover, specOf(config)));
  const access = model.access ? defineAccess(model, model.access) : [];
  const definitions = [...Object.values(registry).flatMap(definitionsIn), ...access];
  return definitions.map(({ manifest }) => manifest());
}

const definitionsIn = (part: Definition | readonly Definition[] | undefined): readonly Definition[] =>
  part === undefined ? [] : 'id' in part ? [part] : part;

const specOf = (config: Definition): Readonly<Record<string, unknown>> =>
  (config.manifest() as Manifest & { readonly spec: Readonly<Record<string, unknown>> }).spec;
