/** OpenShift Data Foundation, on any platform that runs it. */

import { Construct } from 'constructs';
import type { PlatformName } from '../config/shape/cluster';
import type { Odf } from '../config/shape/odf';
import { ImageRegistry, type ImageRegistryOptions } from './image-registry';

/** Exactly one kind of ODF storage. */
export type OdfStorage = {
  [Kind in keyof Odf]-?: Required<Pick<Odf, Kind>> & { readonly [Other in Exclude<keyof Odf, Kind>]?: never };
}[keyof Odf];

/** Properties of `OdfImageRegistry`. */
export interface OdfImageRegistryProps extends ImageRegistryOptions {
  /** The infrastructure the cluster runs on; AWS, Google Cloud, Azure and IBM Cloud have no RADOS gateway. */
  readonly platform: PlatformName;
  /** Ceph RADOS gateway, Multicloud Object Gateway or a shared file volume. */
  readonly odf: OdfStorage;
}

/** The registry of a cluster whose images live in OpenShift Data Foundation. */
export class OdfImageRegistry extends Construct {
  /** The registry and its findings. */
  public readonly registry: ImageRegistry;

  public constructor(scope: Construct, id: string, { odf, ...props }: OdfImageRegistryProps) {
    super(scope, id);
    this.registry = new ImageRegistry(this, 'Registry', { ...props, storage: { odf } });
  }
}
