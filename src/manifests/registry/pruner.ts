/** The ImagePruner `cluster`. */

import {
  ImagePruner,
  type ImagePrunerSpec,
  ImagePrunerSpecResourcesLimits,
  ImagePrunerSpecResourcesRequests,
} from '../../../imports/imageregistry.operator.openshift.io';
import { SINGLETON } from '../../facts/names';
import type { PrunerSpec } from '../../model/pruner';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import { resourcesOf } from '../common/resources';
import { sharedPart } from '../common/shared-part';

/** Defines the pruner. */
export const definePruner = sharedPart(
  (model, { resources, ...spec }: PrunerSpec): Definition =>
    define(ImagePruner, 'ImagePruner', {
      metadata: objectMetadata(model, { role: 'pruner', name: SINGLETON }),
      spec: {
        ...spec,
        ...(resources && {
          resources: resourcesOf(
            resources,
            ImagePrunerSpecResourcesLimits.fromString,
            ImagePrunerSpecResourcesRequests.fromString,
          ),
        }),
      } as ImagePrunerSpec,
    }),
);
