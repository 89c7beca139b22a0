/** One cluster's objects as plain data. */

import type { AccessModel } from '../model/access';
import type { ImageModel } from '../model/image';
import type { RegistryModel } from '../model/model';
import type { PrunerSpec } from '../model/pruner';
import type { TakeoverModel } from '../model/takeover';
import { defineAccess } from './access/define-access';
import type { Definition } from './common/definition';
import { type Manifest, ofCluster } from './common/manifest';
import { sharedPart } from './common/shared-part';
import { defineRegistry, type RegistryDefinitions } from './define-registry';
import { defineImage } from './image/define-image';
import { definePruner } from './registry/pruner';
import { type TakeoverTask, takeoverTask } from './takeover/task';

/** Everything the model asks for, in the order that its construct has. */
export function buildManifests(model: RegistryModel): readonly Manifest[] {
  const own = definitionsIn(defineRegistry(model, taskOf));
  const manifests = [
    ...own.map(({ manifest }) => manifest()),
    ...pruner(model, model.pruner),
    ...image(model, model.image),
    ...access(model, model.access),
  ];
  return manifests.map(manifest => ofCluster(manifest, model.name));
}

const definitionsIn = (parts: RegistryDefinitions): readonly Definition[] =>
  Object.values(parts).flatMap((part: Definition | readonly Definition[] | undefined) => part ?? []);

const taskOf = (takeover: TakeoverModel, config: Definition): TakeoverTask =>
  takeoverTask(takeover, (config.manifest() as Manifest & { readonly spec: object }).spec as never);

const pruner = sharedPart<PrunerSpec>((model, spec) => [definePruner(model, spec)]);
const image = sharedPart<ImageModel>((model, settings) =>
  Object.values(defineImage(model, settings)).flatMap(object => object ?? []),
);
const access = sharedPart<AccessModel>(defineAccess);
