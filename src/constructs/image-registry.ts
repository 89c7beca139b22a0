/** The registry of one cluster as a construct, for programmers' own cdk8s apps. */

import { App, Chart, YamlOutputType } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import type { ClusterSettings, PlatformName } from '../config/shape/cluster';
import type { Storage } from '../config/shape/storage';
import { problemOf } from '../findings/catalogue-entry';
import type { Finding } from '../findings/finding';
import { formatText } from '../findings/format-text';
import { REGISTRY_TWICE } from '../findings/general-codes';
import { checkProps } from '../fleet/check-props';
import { readInputs } from '../load/read-inputs';
import { defineRegistry } from '../manifests/define-registry';

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
    this.node.addValidation({ validate: () => [...errors, ...sharedFiles(this)].map(error => formatText([error])) });
    if (model) defineRegistry(this, model);
  }
}

/** Output types that put objects of several charts into one file. */
const SHARED_BY_CHARTS: readonly YamlOutputType[] = [YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_RESOURCE];

/** Refuses a registry that would meet an earlier one in its chart, or in a file: cdk8s would say nothing. */
function sharedFiles(registry: ImageRegistry): readonly Finding[] {
  const { root } = registry.node;
  const byApp = root instanceof App && SHARED_BY_CHARTS.includes(root.yamlOutputType);
  const chart = Chart.of(registry);
  const isPeer = (other: IConstruct): boolean => other instanceof ImageRegistry && (byApp || Chart.of(other) === chart);
  const earlier = (byApp ? root : chart).node.findAll().find(isPeer);
  if (earlier === undefined || earlier === registry) return [];
  const what = `${earlier.node.path} is a registry of the same ${byApp ? 'app, whose charts share files' : 'chart'}`;
  return [{ ...problemOf(REGISTRY_TWICE, [], what), construct: registry.node.path }];
}

/** Chart ids may hold anything; a cluster's name is a DNS label. */
const asLabel = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 63) || 'cluster';
