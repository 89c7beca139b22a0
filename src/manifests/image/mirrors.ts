/** Mirrors of image repositories, in the objects that the cluster's OpenShift version reads. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import {
  ImageDigestMirrorSet,
  type ImageDigestMirrorSetSpecImageDigestMirrors,
  ImageTagMirrorSet,
  type ImageTagMirrorSetSpecImageTagMirrors,
} from '../../../imports/config.openshift.io';
import { ImageContentSourcePolicy } from '../../../imports/operator.openshift.io';
import { DIGEST_MIRRORS, TAG_MIRRORS } from '../../facts/names';
import type { ImageModel } from '../../model/image';
import { objectMetadata } from '../common/metadata';
import type { Named } from '../common/shared-part';

/** The mirrors of images named by digest, and by tag. */
export interface MirrorObjects {
  readonly digestMirrors?: ApiObject;
  readonly tagMirrors?: ApiObject;
}

/** Defines one object for digests and one for tags, each where there is something in it. */
export function defineMirrors(scope: Construct, model: Named, image: ImageModel): MirrorObjects {
  const hasDigests = image.digestMirrors.length > 0;
  if (image.mirrorKind === 'contentSourcePolicy') {
    return hasDigests ? { digestMirrors: definePolicy(scope, model, image) } : {};
  }
  return {
    digestMirrors: hasDigests ? defineDigestMirrors(scope, model, image) : undefined,
    tagMirrors: image.tagMirrors.length > 0 ? defineTagMirrors(scope, model, image) : undefined,
  };
}

const defineDigestMirrors = (scope: Construct, model: Named, { digestMirrors }: ImageModel): ApiObject =>
  new ImageDigestMirrorSet(scope, 'DigestMirrors', {
    metadata: objectMetadata(model, { role: 'mirrorSet', name: DIGEST_MIRRORS }),
    spec: { imageDigestMirrors: digestMirrors as ImageDigestMirrorSetSpecImageDigestMirrors[] },
  });

const defineTagMirrors = (scope: Construct, model: Named, { tagMirrors }: ImageModel): ApiObject =>
  new ImageTagMirrorSet(scope, 'TagMirrors', {
    metadata: objectMetadata(model, { role: 'mirrorSet', name: TAG_MIRRORS }),
    spec: { imageTagMirrors: tagMirrors as ImageTagMirrorSetSpecImageTagMirrors[] },
  });

/** Before mirror sets there was one kind, for digests alone; it always tries the source last. */
function definePolicy(scope: Construct, model: Named, { digestMirrors }: ImageModel): ApiObject {
  return new ImageContentSourcePolicy(scope, 'DigestMirrors', {
    metadata: objectMetadata(model, { role: 'mirrorSet', name: DIGEST_MIRRORS }),
    spec: { repositoryDigestMirrors: digestMirrors.map(({ source, mirrors }) => ({ source, mirrors: [...mirrors] })) },
  });
}
