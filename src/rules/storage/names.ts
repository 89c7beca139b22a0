/** The names of buckets, containers and accounts must not be empty, whatever the backend. */

import { BACKEND_NAMES, BACKENDS, type BackendName, hasDriver, identityField } from '../../facts/backends';
import { FALLBACK_VERSION } from '../../facts/versions';
import { requiredValue } from '../required-value';
import type { Rule } from '../rule';

/** One rule for each name of a backend. */
function namesOf(backend: BackendName): readonly Rule[] {
  const { title, shared, example } = BACKENDS[backend];
  if (shared === 'never') return [];
  return shared.named.flatMap(part =>
    [identityField(backend, part) ?? []].flat().map(field =>
      requiredValue(['storage', backend, field], {
        code: `${backend}_${part}_REQUIRED`.toUpperCase(),
        acceptable: false,
        title: `the name of the ${title} ${part} is empty`,
        ...shared.unnamed,
        fix: `set storage.${backend}.${field}`,
        bad: clusterWith(backend, { ...example.storage, [field]: '' }),
        good: clusterWith(backend, example.storage),
      }),
    ),
  );
}

/** A cluster with this storage, on a version that has a driver for it. */
function clusterWith(backend: BackendName, storage: object): string {
  const { driver, example } = BACKENDS[backend];
  const version = hasDriver(backend, FALLBACK_VERSION) ? '' : `\n    openshift: "${driver.first}"`;
  const settings = Object.entries(storage).map(([key, value]) => `${key}: ${value === '' ? '""' : value}`);
  return `
    platform: ${example.platform}${version}
    storage: {${backend}: {${settings.join(', ')}}}
    credentials: {existingSecret: {}}`;
}

/** In the order they are listed in the documentation. */
export const STORAGE_NAME_RULES: readonly Rule[] = BACKEND_NAMES.flatMap(namesOf);
