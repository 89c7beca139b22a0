/** `image`: settings of the whole cluster. */

import type { Construct } from 'constructs';
import type { ImageModel } from '../../model/image-model';
import type { RegistryModel } from '../../model/model';
import { defineImageConfig } from './image-config';
import { defineMirrors } from './mirrors';

/** Defines the fields of the Image that are ours, and the mirrors. */
export function defineImage(scope: Construct, model: RegistryModel, image: ImageModel): void {
  defineImageConfig(scope, model, image);
  defineMirrors(scope, model, image);
}
