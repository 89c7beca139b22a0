/** One cluster's objects as plain data. */

import type { RegistryModel } from '../model/model';
import { defineAccess } from './access/define-access';
import type { Definition } from './common/definition';
import { type Manifest, ofCluster } from './common/manifest';
import { likeLast } from './common/shared-part';
import { registryDefiner } from './define-registry';
import { takeoverTask } from './takeover/task';

/** Everything the model asks for, in the order that its construct has. */
export const buildManifests = (model: RegistryModel): readonly Manifest[] =>
  definitionsOf(model).map(definition => ofCluster(definition.manifest(), model.name));

/** The same before anything is made of it: what clusters have in common is one definition. */
export function definitionsOf(model: RegistryModel): readonly Definition[] {
  const registry = defineLikeLast(model, (takeover, config) => takeoverTask(takeover, specOf(config)));
  const definitions: Definition[] = [];
  for (const part of Object.values(registry)) {
    if (part === undefined) continue;
    if (isOne(part)) definitions.push(part);
    else for (const definition of part) definitions.push(definition);
  }
  if (model.access) for (const definition of defineAccess(model, model.access)) definitions.push(definition);
  return definitions;
}

/** A cluster often has parts in common with the one that was built before it. */
const defineLikeLast = registryDefiner(likeLast);

const isOne = (part: Definition | readonly Definition[]): part is Definition => !Array.isArray(part);

const specOf = (config: Definition): Readonly<Record<string, unknown>> =>
  (config.manifest() as Manifest & { readonly spec: Readonly<Record<string, unknown>> }).spec;
