/** `image`: the cluster's Image with our fields alone, the ConfigMap of registries' certificates it names, and mirrors. */

import { Image, type ImageSpec } from '../../../imports/config.openshift.io';
import { CONFIG_NAMESPACE, SINGLETON, TRUSTED_CAS_CONFIG_MAP } from '../../facts/names';
import type { ImageModel } from '../../model/image';
import { certificatesOf } from '../../values/pem';
import { type Definition, define } from '../common/definition';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import { sharedPart, type WithMetadata } from '../common/shared-part';
import { defineMirrors, type MirrorObjects } from './mirrors';

/** The objects of `image`. */
export interface ImageObjects extends MirrorObjects {
  /** Certificates of registries. */
  readonly trustedCAs?: Definition;
  readonly image?: Definition;
}

/** Defines the fields of the Image that are ours, and the mirrors. */
export const defineImage = sharedPart(
  (model, image: ImageModel): ImageObjects => ({
    trustedCAs: defineTrustedCAs(model, image),
    image: defineImageConfig(model, image),
    ...defineMirrors(model, image),
  }),
);

function defineTrustedCAs(model: WithMetadata, { trustedCAs }: ImageModel): Definition | undefined {
  if (Object.keys(trustedCAs).length === 0) return undefined;
  return define(k8s.KubeConfigMap, 'TrustedCAs', {
    metadata: objectMetadata(model, {
      role: 'registryCAs',
      name: TRUSTED_CAS_CONFIG_MAP,
      namespace: CONFIG_NAMESPACE,
    }),
    data: Object.fromEntries(Object.entries(trustedCAs).map(([host, pem]) => [host, certificatesOf(pem)])),
  });
}

/** Absent where only mirrors are set. */
function defineImageConfig(model: WithMetadata, { spec }: ImageModel): Definition | undefined {
  if (Object.keys(spec).length === 0) return undefined;
  const { additionalTrustedCA, ...same } = spec;
  return define(Image, 'Image', {
    metadata: objectMetadata(model, { role: 'image', name: SINGLETON }),
    spec: { ...same, additionalTrustedCa: additionalTrustedCA } as ImageSpec,
  });
}
