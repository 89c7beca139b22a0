/** From objects back to the settings of a cluster that would emit them, as far as possible. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { CA_BUNDLE_KEY, CONFIG_NAMESPACE, DEFAULT_CLAIM } from '../facts/names';
import { isInsideCluster } from '../values/endpoint';
import { textOf } from '../values/text-of';
import { givenCredentials } from './credentials';
import { type Emitted, mapAt, namedObject, settingsOf } from './objects';

/** Settings of a cluster as far as they are in the objects. */
export function toCluster(objects: readonly Emitted[]): PlainMap {
  const config = settingsOf('Config', objects);
  const pruner = settingsOf('ImagePruner', objects);
  const image = settingsOf('Image', objects);
  return {
    ...(config && ofConfig(config, objects)),
    ...(pruner && { pruner: ofPruner(mapAt(pruner.object, 'spec')) }),
    ...(image && { image: ofImage(mapAt(image.object, 'spec'), objects) }),
  };
}

function ofConfig({ object }: Emitted, objects: readonly Emitted[]): PlainMap {
  const { storage, routes, defaultRoute, ...registry } = mapAt(object, 'spec');
  const named = isPlainMap(storage) && Object.keys(storage).length > 0;
  const credentials = givenCredentials(objects);
  const endpoint = textOf(mapAt(storage, 's3').regionEndpoint ?? '');
  // What our own manifests derive is not derived in those of others: an absent field must not look like ours.
  const redirects = isInsideCluster(endpoint) && registry.disableRedirect !== true;
  const settings = { ...registry, ...(redirects ? { disableRedirect: false } : {}) };
  return {
    ...(Object.keys(settings).length > 0 ? { registry: settings } : {}),
    storage: named ? ofStorage(storage, objects) : undefined,
    credentials: credentials?.settings,
    routes: defaultRoute === undefined && routes === undefined ? undefined : ofRoutes(defaultRoute, routes),
  };
}

const ofStorage = (storage: PlainMap, objects: readonly Emitted[]): PlainMap =>
  Object.fromEntries(
    Object.entries(storage)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => {
        if (key === 'pvc' && isPlainMap(value)) return [key, ofClaim(value, objects)];
        if (key === 's3' && isPlainMap(value)) return [key, ofS3(value, objects)];
        return [key, value];
      }),
  );

/** A claim of someone else counts as a shared one. */
function ofClaim({ claim, ...rest }: PlainMap, objects: readonly Emitted[]): PlainMap {
  const name = typeof claim === 'string' && claim !== '' ? claim : DEFAULT_CLAIM;
  const object = namedObject(objects, 'PersistentVolumeClaim', name)?.object;
  if (object === undefined) return { ...rest, claim: name, existing: true, accessModes: ['ReadWriteMany'] };
  const { accessModes, storageClassName, volumeMode } = mapAt(object, 'spec');
  const { storage: size } = mapAt(object, 'spec', 'resources', 'requests');
  return {
    ...rest,
    claim: name,
    accessModes,
    storageClassName,
    volumeMode,
    size,
  };
}

function ofS3({ trustedCA, ...s3 }: PlainMap, objects: readonly Emitted[]): PlainMap {
  const { name } = mapAt(trustedCA);
  if (typeof name !== 'string' || name === '') return s3;
  const map = namedObject(objects, 'ConfigMap', name, CONFIG_NAMESPACE);
  const pem = mapAt(map?.object, 'data')[CA_BUNDLE_KEY];
  return { ...s3, trustedCA: typeof pem === 'string' ? { pem } : { configMap: name } };
}

function ofRoutes(defaultRoute: unknown, routes: unknown): PlainMap {
  const custom = (Array.isArray(routes) ? routes : []).filter(isPlainMap).map(route => {
    const { name, hostname = '', secretName } = route;
    return { name, hostname, tls: secretName ? { secretName } : undefined };
  });
  return { default: defaultRoute === true || undefined, custom: custom.length > 0 ? custom : undefined };
}

/** The old age in nanoseconds counts if the new field is not set. */
function ofPruner({ keepYoungerThan, ...spec }: PlainMap): PlainMap {
  if (typeof keepYoungerThan !== 'number' || spec.keepYoungerThanDuration !== undefined) return spec;
  return { ...spec, keepYoungerThanDuration: `${keepYoungerThan}ns` };
}

function ofImage({ additionalTrustedCA, ...spec }: PlainMap, objects: readonly Emitted[]): PlainMap {
  const { name } = mapAt(additionalTrustedCA);
  const map = typeof name === 'string' ? namedObject(objects, 'ConfigMap', name, CONFIG_NAMESPACE) : undefined;
  if (map === undefined) return spec;
  const certificates = Object.entries(mapAt(map.object, 'data'))
    .filter(([host]) => host !== 'updateservice-registry')
    .map(([host, pem]) => [host.replace(/\.\.(\d+)$/, ':$1'), { pem }]);
  return { ...spec, additionalTrustedCA: Object.fromEntries(certificates) };
}
