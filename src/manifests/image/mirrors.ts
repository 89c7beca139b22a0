/** Mirrors of image repositories, in the objects that the cluster's OpenShift version reads. */

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
import type { RegistryModel } from '../../model/model';
import { objectMetadata } from '../common/metadata';

/** Defines one object for digests and one for tags, each where there is something in it. */
export function defineMirrors(scope: Construct, model: RegistryModel, image: ImageModel): void {
  if (image.mirrorKind === 'contentSourcePolicy') {
    if (image.digestMirrors.length > 0) definePolicy(scope, model, image);
    return;
  }
  if (image.digestMirrors.length > 0) {
    new ImageDigestMirrorSet(scope, 'DigestMirrors', {
      metadata: objectMetadata(model, { role: 'mirrorSet', name: DIGEST_MIRRORS }),
      spec: { imageDigestMirrors: image.digestMirrors as ImageDigestMirrorSetSpecImageDigestMirrors[] },
    });
  }
  if (image.tagMirrors.length > 0) {
    new ImageTagMirrorSet(scope, 'TagMirrors', {
      metadata: objectMetadata(model, { role: 'mirrorSet', name: TAG_MIRRORS }),
      spec: { imageTagMirrors: image.tagMirrors as ImageTagMirrorSetSpecImageTagMirrors[] },
    });
  }
}

/** Before mirror sets there was one kind, for digests alone; it always tries the source last. */
function definePolicy(scope: Construct, model: RegistryModel, { digestMirrors }: ImageModel): void {
  new ImageContentSourcePolicy(scope, 'DigestMirrors', {
    metadata: objectMetadata(model, { role: 'mirrorSet', name: DIGEST_MIRRORS }),
    spec: { repositoryDigestMirrors: digestMirrors.map(({ source, mirrors }) => ({ source, mirrors: [...mirrors] })) },
  });
}
