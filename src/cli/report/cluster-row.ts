/** What the table says of one cluster, in the words of the configuration. */

import { valueAt } from '../../config/value-at';
import { BACKENDS } from '../../facts/backends';
import { DEFAULT_ROUTE, REGISTRY_NAMESPACE } from '../../facts/names';
import { bootstrapBackends, PLATFORMS } from '../../facts/platforms';
import type { RegistryModel } from '../../model/model';
import { whereImagesLive } from '../../model/where-images-live';

/** A value, with a detail. */
export interface Cell {
  /** What is compared, counted and filtered. */
  readonly value: string;
  /** Smaller, below it. */
  readonly more: readonly string[];
}

/** One cluster in the table. */
export interface ClusterRow {
  readonly name: string;
  readonly environment: string;
  readonly platform: Cell;
  readonly version: string;
  readonly backend: Cell;
  readonly images: Cell;
  readonly replicas: Cell;
  readonly credentials: Cell;
  readonly exposure: Cell;
}

/** The row of a cluster that could be understood. */
export const clusterRow = (model: RegistryModel): ClusterRow => ({
  name: model.name,
  environment: model.environment,
  platform: cell(model.platform, PLATFORMS[model.platform].title),
  version: model.openshift,
  backend: backendOf(model),
  images: imagesOf(model),
  replicas: replicasOf(model),
  credentials: credentialsOf(model),
  exposure: exposureOf(model),
});

/** The row of a cluster that is too broken to be understood. */
export function unreadableRow(name: string): ClusterRow {
  const unknown = cell('unknown');
  return {
    ...{ name, environment: 'unknown', platform: unknown, version: 'unknown', backend: unknown, images: unknown },
    ...{ replicas: unknown, credentials: unknown, exposure: unknown },
  };
}

const cell = (value: string, ...more: readonly (string | undefined)[]): Cell => ({
  value,
  more: more.filter((text): text is string => Boolean(text) && text !== value),
});

/** Whether the storage is the operator's own choice, with settings of ours or without. */
const isOperators = ({ storage }: RegistryModel): boolean => storage === undefined || storage.operatorMade === true;

function backendOf(model: RegistryModel): Cell {
  const { storage, platform, openshift, config } = model;
  if (storage !== undefined && !isOperators(model)) {
    const [, ...path] = storage.path;
    const odf = path[0] === 'odf' ? ['OpenShift Data Foundation'] : [];
    return cell(path.join('.'), ...odf, BACKENDS[storage.backend].title);
  }
  const choices = bootstrapBackends(platform, openshift);
  if (choices.length === 0) return cell('none');
  const chosen = choices.length > 1 && config.bootstrapStorage ? [config.bootstrapStorage] : choices;
  return cell("operator's own", chosen.join(' or '));
}

/** Names of a place, the most specific one first; whatever else identifies it has its key beside it. */
const NAMES = ['bucket', 'container', 'claim'] as const;

function imagesOf(model: RegistryModel): Cell {
  if (isOperators(model)) {
    const there = bootstrapBackends(model.platform, model.openshift).length > 0;
    return there ? cell('chosen by the operator') : cell('nowhere');
  }
  const { backend: _, ...identity } = whereImagesLive(model);
  const name = NAMES.find(key => identity[key] !== undefined);
  const region = valueAt(model.storage?.fields, ['region']);
  const parts: Readonly<Record<string, string>> = {
    ...identity,
    ...(typeof region === 'string' && identity.endpoint === undefined && !identity.claim ? { region } : {}),
  };
  const more = Object.keys(parts)
    .filter(key => key !== name)
    .sort()
    .map(key => (key === 'existing' ? 'made by someone else' : `${key} ${parts[key]}`));
  return cell((name && identity[name]) || 'the pod itself', name, ...more, sizeOf(model));
}

const sizeOf = ({ storage }: RegistryModel): string | undefined =>
  storage?.claim && !storage.claim.existing
    ? `${storage.claim.size} ${storage.claim.accessModes.join(', ')}`
    : storage?.claim?.accessModes.join(', ');

function replicasOf({ registry }: RegistryModel): Cell {
  if (registry?.managementState === undefined) return cell('not ours');
  const { managementState, replicas, rolloutStrategy, readOnly } = registry;
  if (managementState !== 'Managed') return cell(managementState);
  return cell(String(replicas ?? ''), rolloutStrategy, readOnly ? 'read-only' : undefined);
}

function credentialsOf(model: RegistryModel): Cell {
  const { credentials, bucketKeys, storage, platform } = model;
  if (bucketKeys) return cell(`bucketClaim.${bucketKeys.mode}`, `keys of ${bucketKeys.claim.name}`);
  if (credentials) {
    const { mode } = credentials;
    if (mode !== 'externalSecret') return cell(mode);
    const { store, key } = credentials.source;
    return cell(mode, `${store.kind} ${store.name}`, key);
  }
  const backend = storage?.backend ?? bootstrapBackends(platform, model.openshift)[0];
  const needed = backend !== undefined && BACKENDS[backend].secret !== 'none';
  return needed ? cell("cluster's own", 'cloud credentials') : cell('none needed');
}

function exposureOf({ registry, ingressDomain }: RegistryModel): Cell {
  const custom = registry?.routes ?? [];
  const host = ingressDomain && `${DEFAULT_ROUTE}-${REGISTRY_NAMESPACE}.${ingressDomain}`;
  const hosts = [...(registry?.defaultRoute ? [host || 'default route'] : []), ...custom.map(route => route.hostname)];
  if (hosts.length === 0) return cell('inside only');
  if (custom.length === 0) return cell('default route', ...hosts);
  return cell(registry?.defaultRoute ? 'default and own routes' : 'own routes', ...hosts);
}
