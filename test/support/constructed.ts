/** The objects of a model as cdk8s itself writes those of its constructs. */

import { ApiObject, App, Chart } from 'cdk8s';
import { registryObjects } from '../../src/constructs/registry-objects';
import type { Manifest } from '../../src/manifests/common/manifest';
import type { RegistryModel } from '../../src/model/model';

/** What a chart of a program has for the cluster, in its order. */
export function constructedOf(model: RegistryModel): readonly Manifest[] {
  const chart = new Chart(new App(), 'Cluster');
  registryObjects(chart, model);
  return chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map(object => object.toJson());
}
