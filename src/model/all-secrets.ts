/** Every Secret of a cluster, for code that treats them all alike. */

import { onceFor } from '../values/once-for';
import type { RegistryModel } from './model';
import type { SecretModel } from './secret';

/** The Secrets beside the storage credentials. */
export const otherSecrets = (model: RegistryModel): readonly SecretModel[] => [
  ...(model.cloudFrontKey ? [model.cloudFrontKey] : []),
  ...(model.routeSecrets ?? []),
  ...(model.pullSecrets ?? []),
  ...(model.pullSecret ? [model.pullSecret] : []),
];

/** All Secrets, those that someone else makes included. */
export const allSecrets = (model: RegistryModel): readonly SecretModel[] => [
  ...(model.credentials ? [model.credentials] : []),
  ...otherSecrets(model),
];

/** The same, one for each place in the configuration: pull credentials go to several namespaces. */
export const secretsByPlace = onceFor((model: RegistryModel): readonly SecretModel[] => {
  const seen = new Set<string>();
  return allSecrets(model).filter(({ path }) => {
    const key = JSON.stringify(path);
    return !seen.has(key) && seen.add(key);
  });
});
