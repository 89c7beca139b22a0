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
  const manifests: Manifest[] = [];
  for (const part of Object.values(registry)) {
    if (part !== undefined) for (const { manifest } of isOne(part) ? [part] : part) manifests.push(manifest());
  }
  if (model.access) for (const { manifest } of defineAccess(model, model.access)) manifests.push(manifest());
  return manifests;
}

const isOne = (part: Definition | readonly Definition[]): part is Definition => !Array.isArray(part);

const specOf = (config: Definition): Readonly<Record<string, unknown>> =>
  (config.manifest() as Manifest & { readonly spec: Readonly<Record<string, unknown>> }).spec;
