/** One cluster's objects as plain data: a cdk8s app of its own, built and let go, so that memory does not grow. */

import { App, Chart } from 'cdk8s';
import type { AccessModel } from '../model/access';
import type { ImageModel } from '../model/image';
import type { RegistryModel } from '../model/model';
import type { PrunerSpec } from '../model/pruner';
import { defineAccess } from './access/define-access';
import { hasOddKeys } from './common/any-keys';
import { type Manifest, manifestsIn } from './common/manifest';
import { sharedPart } from './common/shared-part';
import { defineRegistry } from './define-registry';
import { defineImage } from './image/define-image';
import { definePruner } from './registry/pruner';

/** Everything the model asks for, in the order `defineRegistry` defines it, which has the parts that clusters share last. */
export function buildManifests(model: RegistryModel): readonly Manifest[] {
  if (hasOddKeys(model)) return definedBy(model);
  return [
    ...definedBy({ ...model, pruner: undefined, image: undefined, access: undefined }),
    ...pruner(model, model.pruner),
    ...image(model, model.image),
    ...access(model, model.access),
  ];
}

function definedBy(model: RegistryModel): readonly Manifest[] {
  const chart = new Chart(new App(), 'Cluster');
  defineRegistry(chart, model);
  return manifestsIn(chart);
}

const pruner = sharedPart<PrunerSpec>(definePruner);
const image = sharedPart<ImageModel>(defineImage);
const access = sharedPart<AccessModel>((scope, model, granted) =>
  defineAccess(scope, { ...model, access: granted }, () => granted),
);
