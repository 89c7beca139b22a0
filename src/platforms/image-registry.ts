/** The registry of one cluster as a construct, for programmers' own cdk8s apps. */

import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { checkProps } from '../check/check-props';
import type { ClusterSettings, PlatformName } from '../config/shape/cluster';
import type { Storage } from '../config/shape/storage';
import type { Finding } from '../findings/finding';
import { formatText } from '../findings/format-text';
import { readInputs } from '../load/read-inputs';
import { defineRegistry } from '../registry/define-registry';

/** What can be said of a registry on any platform: the words of a cluster in `fleet.yaml`. */
export interface ImageRegistryOptions extends Omit<ClusterSettings, 'openshift' | 'storage' | 'hosted'> {
  /**
   * Name of the cluster: a label on every object.
   *
   * @default - the id of the chart, as a DNS label
   */
  readonly name?: string;
  /** Minor version of OpenShift, for example "4.14". */
  readonly openshift: string;
}

/** Exactly one of some storage backends, and whether the operator owns it. */
export type StorageOf<Backend extends keyof Storage> = Pick<Storage, 'managementState'> &
  {
    [Key in Backend]: Required<Pick<Storage, Key>> & { readonly [Other in Exclude<Backend, Key>]?: never };
  }[Backend];

/** Backends that work on every platform. */
export type PortableBackend = 's3' | 'pvc' | 'odf' | 'emptyDir';

/** Properties of `ImageRegistry`. */
export interface ImageRegistryProps extends ImageRegistryOptions {
  /** The infrastructure the cluster runs on. */
  readonly platform: PlatformName;
  /**
   * Where images live: exactly one backend.
   *
   * @default - the operator's own storage, on platforms that have one
   */
  readonly storage?: Storage;
}

/**
 * The image registry of one cluster on any platform.
 *
 * The rules that guard a fleet guard it too: their errors come up as validation errors when the app is synthesized.
 * Files that the properties name, such as `pemFile`, are relative to the working folder.
 */
export class ImageRegistry extends Construct {
  /** Everything the rules have to say, warnings included. */
  public readonly findings: readonly Finding[];

  public constructor(scope: Construct, id: string, props: ImageRegistryProps) {
    super(scope, id);
    const name = props.name ?? asLabel(Chart.of(this).node.id);
    const { findings, model } = checkProps({ ...props, name }, readInputs(), this.node.path);
    this.findings = findings;
    const errors = findings.filter(({ severity }) => severity === 'error');
    this.node.addValidation({ validate: () => errors.map(error => formatText([error])) });
    if (model) defineRegistry(this, model);
  }
}

/** Chart ids may hold anything; a cluster's name is a DNS label. */
const asLabel = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 63) || 'cluster';
