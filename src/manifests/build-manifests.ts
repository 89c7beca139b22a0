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
  unlabelledManifests(model).map(manifest => ofCluster(manifest, model.name));

/** The same without the label that has the name of the cluster: what clusters have in common is one object. */
export function unlabelledManifests(model: RegistryModel): readonly Manifest[] {
  const registry = defineLikeLast(model, (takeover, config) => takeoverTask(takeover, specOf(config)));
  const manifests: Manifest[] = [];
  for (const part of Object.values(registry)) {
    if (part === undefined) continue;
    if (isOne(part)) manifests.push(part.manifest());
    else for (const { manifest } of part) manifests.push(manifest());
  }
  if (model.access) for (const { manifest } of defineAccess(model, model.access)) manifests.push(manifest());
  return manifests;
}

/** A cluster often has parts in common with the one that was built before it. */
const defineLikeLast = registryDefiner(likeLast);

const isOne = (part: Definition | readonly Definition[]): part is Definition => !Array.isArray(part);

const specOf = (config: Definition): Readonly<Record<string, unknown>> =>
  (config.manifest() as Manifest & { readonly spec: Readonly<Record<string, unknown>> }).spec;
