/** The objects in the manifests of others, and which of them belong to one cluster. */

import { dirname } from 'node:path';
import { isPlainMap, type PlainMap } from '../config/plain-map';
import { REGISTRY_NAMESPACE, SINGLETON } from '../facts/names';
import { textOf } from '../values/text-of';
import type { ValidationContext } from './plugin';

/** One object and its file. */
export interface Emitted {
  readonly object: PlainMap;
  readonly kind: string;
  /** API group, empty for the core one. */
  readonly group: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly file: string;
}

/** Every object of the synthesized files, those in lists too. */
export const readObjects = (context: ValidationContext): readonly Emitted[] =>
  context.manifests.flatMap(file => {
    const parsed = context.parseManifest(file);
    return (Array.isArray(parsed) ? parsed : [parsed]).flatMap(value => emitted(value, file));
  });

function emitted(value: unknown, file: string): readonly Emitted[] {
  if (!isPlainMap(value)) return [];
  if (value.kind === 'List' && Array.isArray(value.items)) return value.items.flatMap(item => emitted(item, file));
  const { name, namespace } = mapAt(value, 'metadata');
  const version = textOf(value.apiVersion ?? '');
  return [
    {
      object: value,
      kind: textOf(value.kind ?? ''),
      group: version.includes('/') ? (version.split('/')[0] ?? '') : '',
      name: textOf(name ?? ''),
      namespace: typeof namespace === 'string' ? namespace : undefined,
      file,
    },
  ];
}

/** The map under these keys, or an empty one. */
export function mapAt(value: unknown, ...path: readonly string[]): PlainMap {
  let here = value;
  for (const key of path) here = isPlainMap(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return isPlainMap(here) ? here : {};
}

/** Whether it is one of the operator's own three kinds. */
export const isSettings = (kind: 'Config' | 'ImagePruner' | 'Image', { group, kind: other }: Emitted): boolean =>
  kind === other && group === (kind === 'Image' ? 'config.openshift.io' : 'imageregistry.operator.openshift.io');

/** The object of that kind. */
export const settingsOf = (
  kind: 'Config' | 'ImagePruner' | 'Image',
  objects: readonly Emitted[],
): Emitted | undefined => objects.find(one => isSettings(kind, one) && one.name === SINGLETON);

/** The first object of the kind with that name in the namespace, by default the registry's. */
export const namedObject = (
  objects: readonly Emitted[],
  kind: string,
  name: string,
  namespace = REGISTRY_NAMESPACE,
): Emitted | undefined => objects.find(one => one.kind === kind && one.name === name && one.namespace === namespace);

/** The objects of each cluster: all together if there is one Config, otherwise by folder. */
export function byCluster(objects: readonly Emitted[]): readonly (readonly Emitted[])[] {
  const configs = objects.filter(one => isSettings('Config', one) && one.name === SINGLETON);
  if (configs.length < 2) return [objects];
  const folders = new Map<string, Emitted[]>();
  for (const one of objects) {
    const folder = dirname(one.file);
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  return [...folders.values()];
}
