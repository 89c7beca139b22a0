/** One cluster's objects as plain data: a cdk8s app of its own, built and let go, so that memory does not grow. */

import { App, Chart } from 'cdk8s';
import type { RegistryModel } from '../model/model';
import { type Manifest, manifestsIn } from './common/manifest';
import { defineRegistry } from './define-registry';

/** Everything the model asks for, in the order it was defined. */
export function buildManifests(model: RegistryModel): readonly Manifest[] {
  const chart = new Chart(new App(), 'Cluster');
  defineRegistry(chart, model);
  return manifestsIn(chart);
}
