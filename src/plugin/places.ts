/** From a path in the settings of a cluster to the object and path that it was read from. */

import type { PlainMap } from '../config/plain-map';
import { DEFAULT_CLAIM } from '../facts/names';
import { type ConfigPath, formatPath } from '../findings/finding';
import { textOf } from '../values/text-of';
import { givenCredentials } from './credentials';
import { type Emitted, mapAt, namedObject, settingsOf } from './objects';

/** Where a finding belongs. */
export interface ObjectPlace {
  readonly object: Emitted;
  readonly location: string;
}

/** Undefined if no object has it. */
export function locate(path: ConfigPath, objects: readonly Emitted[], settings: PlainMap): ObjectPlace | undefined {
  const [part, ...rest] = path;
  const config = settingsOf('Config', objects);
  const at = (object: Emitted | undefined, place: ConfigPath): ObjectPlace | undefined =>
    object && { object, location: formatPath(place) };
  switch (part) {
    case 'registry':
      return at(config, ['spec', ...rest]);
    case 'storage':
      return (
        inClaim(rest, objects, settings) ?? at(config, ['spec', 'storage', ...rest.filter(key => key !== 'configMap')])
      );
    case 'routes':
      return at(config, ['spec', ...(rest[0] === 'default' ? ['defaultRoute'] : ofRoute(rest))]);
    case 'pruner':
      return at(settingsOf('ImagePruner', objects), ['spec', ...rest]);
    case 'image':
      return at(settingsOf('Image', objects), ['spec', ...rest]);
    case 'credentials':
      return at(givenCredentials(objects)?.object ?? config, givenCredentials(objects) ? [] : ['spec', 'storage']);
    case 'platform':
    case 'openshift':
    case 'environment':
    case 'topology':
    case 'baseDomain':
    case 'ingressDomain':
      return at(config ?? settingsOf('ImagePruner', objects) ?? settingsOf('Image', objects), ['properties', ...path]);
    default:
      return undefined;
  }
}

const ofRoute = ([, index, ...rest]: ConfigPath): ConfigPath => [
  'routes',
  ...(index === undefined ? [] : [index]),
  ...rest.filter(key => key !== 'tls'),
];

/** The settings in the claim's own object. */
function inClaim(rest: ConfigPath, objects: readonly Emitted[], settings: PlainMap): ObjectPlace | undefined {
  const [backend, key] = rest;
  const places: Readonly<Record<string, string>> = {
    size: 'spec.resources.requests.storage',
    accessModes: 'spec.accessModes',
    storageClassName: 'spec.storageClassName',
    volumeMode: 'spec.volumeMode',
  };
  const location = backend === 'pvc' && typeof key === 'string' ? places[key] : undefined;
  const name = textOf(mapAt(settings, 'storage', 'pvc').claim ?? DEFAULT_CLAIM);
  const object = namedObject(objects, 'PersistentVolumeClaim', name);
  return object && location !== undefined ? { object, location } : undefined;
}
