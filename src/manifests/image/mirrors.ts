/** Mirrors of image repositories, in the objects that the cluster's OpenShift version reads. */

import {
  ImageDigestMirrorSet,
  type ImageDigestMirrorSetSpecImageDigestMirrors,
  ImageTagMirrorSet,
  type ImageTagMirrorSetSpecImageTagMirrors,
} from '../../../imports/config.openshift.io';
import { ImageContentSourcePolicy } from '../../../imports/operator.openshift.io';
import { DIGEST_MIRRORS, TAG_MIRRORS } from '../../facts/names';
import type { ImageModel } from '../../model/image';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';

/** The mirrors of images named by digest, and by tag. */
export interface MirrorObjects {
  readonly digestMirrors?: Definition;
  readonly tagMirrors?: Definition;
}

/** Defines one object for digests and one for tags, each where there is something in it. */
export function defineMirrors(model: WithMetadata, image: ImageModel): MirrorObjects {
  const hasDigests = image.digestMirrors.length > 0;
  if (image.mirrorKind === 'contentSourcePolicy') {
    return hasDigests ? { digestMirrors: definePolicy(model, image) } : {};
  }
  return {
    digestMirrors: hasDigests ? defineDigestMirrors(model, image) : undefined,
    tagMirrors: image.tagMirrors.length > 0 ? defineTagMirrors(model, image) : undefined,
  };
}

const defineDigestMirrors = (model: WithMetadata, { digestMirrors }: ImageModel): Definition =>
  define(ImageDigestMirrorSet, 'DigestMirrors', {
    metadata: objectMetadata(model, { role: 'mirrorSet', name: DIGEST_MIRRORS }),
    spec: { imageDigestMirrors: digestMirrors as ImageDigestMirrorSetSpecImageDigestMirrors[] },
  });

const defineTagMirrors = (model: WithMetadata, { tagMirrors }: ImageModel): Definition =>
  define(ImageTagMirrorSet, 'TagMirrors', {
    metadata: objectMetadata(model, { role: 'mirrorSet', name: TAG_MIRRORS }),
    spec: { imageTagMirrors: tagMirrors as ImageTagMirrorSetSpecImageTagMirrors[] },
  });

/** Before mirror sets there was one kind, for digests alone; it always tries the source last. */
function definePolicy(model: WithMetadata, { digestMirrors }: ImageModel): Definition {
  return define(ImageContentSourcePolicy, 'DigestMirrors', {
    metadata: objectMetadata(model, { role: 'mirrorSet', name: DIGEST_MIRRORS }),
    spec: { repositoryDigestMirrors: digestMirrors.map(({ source, mirrors }) => ({ source, mirrors: [...mirrors] })) },
  });
}
