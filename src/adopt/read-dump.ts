/** Reads dumps: `---` streams, lists, and lists of names in comments. Values of Secrets are dropped before anything else. */

import { isDeepStrictEqual } from 'node:util';
import { isPlainMap, type PlainMap } from '../config/plain-map';
import { REGISTRY_NAMESPACE } from '../facts/names';
import type { ConfigPath, Finding } from '../findings/finding';
import type { Files } from '../load/files';
import type { Source } from '../load/source';
import { openYaml } from '../load/yaml/open-yaml';
import { textAt } from '../review/compare/paths';
import { type Dump, findingAt, type LiveObject } from './live';

/** What could be read of a dump. */
export interface ReadDump {
  readonly dump: Dump;
  readonly findings: readonly Finding[];
}

/** Reads every file; problems become findings. */
export function readDump(paths: readonly string[], files: Files): ReadDump {
  const findings: Finding[] = [];
  const objects: LiveObject[] = [];
  const names = new Set<string>();
  for (const path of paths) {
    const opened = openYaml(
      path,
      findings,
      undefined,
      keeping(files, text => namesIn(text, names)),
    );
    opened?.values.forEach((value, document) => {
      objects.push(...unpack(value, { source: opened.source, document, path: [] }, findings));
    });
  }
  for (const { kind, namespace, name } of objects) {
    if (kind === 'Secret' && namespace === REGISTRY_NAMESPACE) names.add(name);
  }
  const once = withoutDoubles(objects, findings);
  return { dump: { files: paths, objects: once, secrets: names.size > 0 ? names : undefined }, findings };
}

const keeping = (files: Files, see: (text: string) => void): Files => ({
  ...files,
  text: path => {
    const text = files.text(path);
    see(text);
    return text;
  },
});

/** `oc get secrets -o name` as comments: a dump has names of Secrets, never values. */
function namesIn(text: string, names: Set<string>): void {
  for (const [, name = ''] of text.matchAll(/^# secret\/([a-z0-9.-]{1,253})\r?$/gm)) names.add(name);
}

type Where = Pick<LiveObject, 'source' | 'document' | 'path'>;

function unpack(value: unknown, where: Where, findings: Finding[]): readonly LiveObject[] {
  if (value === null) return [];
  if (
    isPlainMap(value) &&
    typeof value.kind === 'string' &&
    value.kind.endsWith('List') &&
    Array.isArray(value.items)
  ) {
    return value.items.flatMap((item, index) =>
      unpack(item, { ...where, path: [...where.path, 'items', index] }, findings),
    );
  }
  const object = isPlainMap(value) ? asObject(value, where) : undefined;
  if (object !== undefined) return [object];
  const nothing = { group: '', kind: '', namespace: undefined, name: '', value: {}, ...where };
  findings.push(findingAt('ADOPT_NOT_OBJECTS', nothing, [], `this is not a Kubernetes object: ${missing(value)}`));
  return [];
}

const missing = (value: unknown): string => {
  if (!isPlainMap(value)) return Array.isArray(value) ? 'it is a list' : 'it is a single value';
  const absent = ['apiVersion', 'kind', 'metadata.name'].filter(key => textAt(value, ...key.split('.')) === undefined);
  return `it has no ${absent.join(' and no ')}`;
};

function asObject(
  value: PlainMap,
  where: { source: Source; document: number; path: ConfigPath },
): LiveObject | undefined {
  const { apiVersion, kind } = value;
  const name = textAt(value, 'metadata', 'name');
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || name === undefined) return undefined;
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return {
    group,
    kind,
    namespace: textAt(value, 'metadata', 'namespace'),
    name,
    value: withoutSecrets(value),
    ...where,
  };
}

/** What must never be in git, in a comment or in a message. */
function withoutSecrets({ data, stringData, binaryData, ...value }: PlainMap): PlainMap {
  const { annotations, ...metadata } = isPlainMap(value.metadata) ? value.metadata : {};
  const kept = isPlainMap(annotations) && value.kind !== 'Secret' ? { annotations: withoutCopy(annotations) } : {};
  const { httpSecret: _, ...spec } = isPlainMap(value.spec) ? value.spec : {};
  return { ...value, metadata: { ...metadata, ...kept }, ...(isPlainMap(value.spec) ? { spec } : {}) };
}

const withoutCopy = (annotations: PlainMap): PlainMap =>
  Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== LAST_APPLIED));
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** The same object in two files counts once; if they differ, they are from two clusters or two times. */
function withoutDoubles(objects: readonly LiveObject[], findings: Finding[]): readonly LiveObject[] {
  const known = new Map<string, LiveObject>();
  for (const object of objects) {
    const key = JSON.stringify([object.group, object.kind, object.namespace, object.name]);
    const before = known.get(key);
    if (before === undefined) known.set(key, object);
    else if (!isDeepStrictEqual(before.value, object.value)) {
      const what = `${object.kind} ${object.name} is in the dumps twice with different content`;
      findings.push(findingAt('ADOPT_MANY_CLUSTERS', object, [], what));
    }
  }
  return [...known.values()];
}
