/** Image settings of the whole cluster, everything decided. */

import type { ImageConfig, Mirror } from '../config/shape/image';

/**
 * The fields of the cluster's Image that are ours; others stay whoever's they are.
 *
 * @see openshift/api config/v1 ImageSpec
 */
export type ImageSpecModel = Pick<
  ImageConfig,
  'registrySources' | 'allowedRegistriesForImport' | 'externalRegistryHostnames' | 'imageStreamImportMode'
> & { readonly additionalTrustedCA?: { readonly name: string } };

/** Mirrors of one source, without doubles. */
export type MirrorModel = Mirror & Required<Pick<Mirror, 'mirrors'>>;

/** Image settings of the whole cluster. */
export interface ImageModel {
  /** Empty where no field is ours. */
  readonly spec: ImageSpecModel;
  /** PEM text by key of the ConfigMap. */
  readonly trustedCAs: Readonly<Record<string, string>>;
  /** The objects this OpenShift version reads mirrors from. */
  readonly mirrorKind: 'mirrorSets' | 'contentSourcePolicy';
  readonly digestMirrors: readonly MirrorModel[];
  readonly tagMirrors: readonly MirrorModel[];
}
