/** Names and hosts that programs need beside the objects: known before anything is on the cluster. */

import { DEFAULT_ROUTE, REGISTRY_NAMESPACE, USER_SECRET } from '../facts/names';
import type { RegistryModel } from '../model/model';

/** Hosts of the default route and of custom routes. */
export function externalHostnames(model: RegistryModel | undefined): readonly string[] {
  const { registry, ingressDomain } = model ?? {};
  const byDefault = registry?.defaultRoute && ingressDomain !== undefined;
  return [
    ...(byDefault ? [`${DEFAULT_ROUTE}-${REGISTRY_NAMESPACE}.${ingressDomain}`] : []),
    ...(registry?.routes ?? []).map(({ hostname }) => hostname),
  ];
}

/** The Secret with storage credentials, if it is not the cluster's own. */
export function secretNameOf(model: RegistryModel | undefined): string | undefined {
  return model?.credentials?.name ?? (model?.bucketKeys && USER_SECRET);
}
