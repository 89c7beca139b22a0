/** Image streams that follow images of external registries. */

import {
  ImageStream,
  type ImageStreamSpecTags,
  type ImageStreamSpecTagsFromKind,
  type ImageStreamSpecTagsReferencePolicyType,
} from '../../../imports/image.openshift.io';
import type { ImageStreamModel, ImageStreamTagModel } from '../../model/third-party';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';

/** Defines an image stream. */
export function defineImageStream(model: WithMetadata, stream: ImageStreamModel): Definition {
  const { name, namespace, tags } = stream;
  return define(ImageStream, `ImageStream-${namespace}-${name}`, {
    metadata: objectMetadata(model, { role: 'imageStream', name, namespace }),
    spec: { tags: tags.map(tagOf) },
  });
}

/** `importPolicy` holds only what is true: the API server drops the rest. */
function tagOf({ name, from, scheduled, insecure, referencePolicy }: ImageStreamTagModel): ImageStreamSpecTags {
  const importPolicy = { ...(insecure ? { insecure } : {}), ...(scheduled ? { scheduled } : {}) };
  return {
    name,
    from: { kind: 'DockerImage' as ImageStreamSpecTagsFromKind, name: from },
    ...(Object.keys(importPolicy).length > 0 ? { importPolicy } : {}),
    referencePolicy: { type: referencePolicy as ImageStreamSpecTagsReferencePolicyType },
  };
}
