/** `image`: the cluster's Image with our fields alone, the ConfigMap of registries' certificates it names, and mirrors. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { Image, type ImageSpec } from '../../../imports/config.openshift.io';
import { CONFIG_NAMESPACE, SINGLETON, TRUSTED_CAS_CONFIG_MAP } from '../../facts/names';
import type { ImageModel } from '../../model/image';
import { certificatesOf } from '../../values/pem';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import type { Named } from '../common/shared-part';
import { defineMirrors, type MirrorObjects } from './mirrors';

/** The objects of `image`. */
export interface ImageObjects extends MirrorObjects {
  readonly image?: ApiObject;
}

/** Defines the fields of the Image that are ours, and the mirrors. */
export function defineImage(scope: Construct, model: Named, image: ImageModel): ImageObjects {
  return { image: defineImageConfig(scope, model, image), ...defineMirrors(scope, model, image) };
}

/** Defines what is ours, and returns the Image; there is none where only mirrors are set. */
function defineImageConfig(scope: Construct, model: Named, { spec, trustedCAs }: ImageModel): ApiObject | undefined {
  if (Object.keys(trustedCAs).length > 0) {
    new k8s.KubeConfigMap(scope, 'TrustedCAs', {
      metadata: objectMetadata(model, {
        role: 'registryCAs',
        name: TRUSTED_CAS_CONFIG_MAP,
        namespace: CONFIG_NAMESPACE,
      }),
      data: Object.fromEntries(Object.entries(trustedCAs).map(([host, pem]) => [host, certificatesOf(pem)])),
    });
  }
  if (Object.keys(spec).length === 0) return undefined;
  const { additionalTrustedCA, ...same } = spec;
  return new Image(scope, 'Image', {
    metadata: objectMetadata(model, { role: 'image', name: SINGLETON }),
    spec: { ...same, additionalTrustedCa: additionalTrustedCA } as ImageSpec,
  });
}
