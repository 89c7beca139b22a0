/** Two registries in one chart, or in one file: cdk8s does not report them. */

import { App, Chart, YamlOutputType } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { REGISTRY_TWICE } from '../findings/app-codes';
import { problemOf } from '../findings/catalogue-entry';
import type { Finding } from '../findings/finding';

/** Output types that put objects of several charts into one file. */
const SHARED_BY_CHARTS: readonly YamlOutputType[] = [YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_RESOURCE];

/** Refuses a registry that comes after another in its chart, or in its files. */
export function peersOf(registry: Construct, isRegistry: (other: IConstruct) => boolean): readonly Finding[] {
  const { root } = registry.node;
  const byApp = root instanceof App && SHARED_BY_CHARTS.includes(root.yamlOutputType);
  const chart = Chart.of(registry);
  const isPeer = (other: IConstruct): boolean => isRegistry(other) && (byApp || Chart.of(other) === chart);
  const earlier = (byApp ? root : chart).node.findAll().find(isPeer);
  if (earlier === undefined || earlier === registry) return [];
  const what = `${earlier.node.path} is a registry of the same ${byApp ? 'app, whose charts share files' : 'chart'}`;
  return [{ ...problemOf(REGISTRY_TWICE, [], what), construct: registry.node.path }];
}
