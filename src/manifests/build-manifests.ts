/** One cluster's objects as plain data: a cdk8s app of its own, built and let go, so that memory does not grow. */

import { ApiObject, App, Chart } from 'cdk8s';
import type { RegistryModel } from '../model/model';
import { defineHub, hasHub } from './bucket-keys/acm';
import { withAnyKeys } from './common/any-keys';
import type { Manifest } from './common/manifest';
import { defineRegistry } from './define-registry';

/** Everything the model asks for, in the order it was defined. */
export function buildManifests(model: RegistryModel): readonly Manifest[] {
  return build(model, defineRegistry);
}

/** What the cluster needs on the hub that manages it; for most clusters nothing. */
export function buildHubManifests(model: RegistryModel): readonly Manifest[] {
  return hasHub(model) ? build(model, (chart, own) => withAnyKeys(chart, own, safe => defineHub(chart, safe))) : [];
}

function build(model: RegistryModel, define: (chart: Chart, model: RegistryModel) => void): readonly Manifest[] {
  const chart = new Chart(new App(), model.name);
  define(chart, model);
  // Chart.toJson looks for dependencies first, to sort by them: a sixth of a large run, and no object of ours has any.
  return chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map(object => object.toJson() as Manifest);
}
