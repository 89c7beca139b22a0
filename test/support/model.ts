/** The model of one cluster that a test writes as YAML, and the objects that are made of it. */

import { parse } from 'yaml';
import type { Cluster } from '../../src/config/shape/cluster';
import { buildManifests } from '../../src/manifests/build-manifests';
import type { Manifest } from '../../src/manifests/common/manifest';
import type { RegistryModel } from '../../src/model/model';
import { resolve } from '../../src/model/resolve';
import { runCluster, testInputs } from './fleet';

/** The model; errors fail the test with their text. */
export function modelOf(cluster: string): RegistryModel {
  const config = { name: 'example', openshift: '4.14', ...parse(cluster) } as Cluster;
  const errors = runCluster(JSON.stringify(config)).findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, what }) => `${code}: ${what}`)).toEqual([]);
  return resolve(config, testInputs());
}

/** The same, and its objects. */
export function builtOf(cluster: string): { readonly model: RegistryModel; readonly manifests: readonly Manifest[] } {
  const model = modelOf(cluster);
  return { model, manifests: buildManifests(model) };
}
