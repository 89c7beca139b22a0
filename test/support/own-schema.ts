/** Our own API schemas (crds/), cut down to what one OpenShift version knows. */

import { join } from 'node:path';
import { firstVersionOf, requiredFields, VALIDATION_SINCE, type VersionedKind } from '../../src/facts/api-fields';
import { atLeast } from '../../src/facts/versions';
import { type Crd, findCrd, loadCrds, validator } from './crd-validator';
import type { Schema } from './structural-schema';

/** The kinds whose schema depends on the OpenShift version, by apiVersion and kind. */
const VERSIONED: Readonly<Record<string, VersionedKind>> = {
  'imageregistry.operator.openshift.io/Config': 'Config',
  'imageregistry.operator.openshift.io/ImagePruner': 'ImagePruner',
  'config.openshift.io/Image': 'Image',
};

let loaded: readonly Crd[] | undefined;

/** The CRDs of crds/, read once. */
export function ownCrds(): readonly Crd[] {
  loaded ??= loadCrds(join(__dirname, '..', '..', 'crds'));
  return loaded;
}

/** `spec.storage` of the registry's Config, as the newest version has it. */
export function configStorageSchema(): Schema {
  const crd = ownCrds().find(candidate => versionedKind(candidate) === 'Config');
  const [schema] = [...(crd?.versions.values() ?? [])];
  const storage = schema?.properties?.spec?.properties?.storage;
  if (storage === undefined) throw new Error('crds/ has no spec.storage of Config');
  return storage;
}

/** The kind's name in src/facts/api-fields.ts, when its schema depends on the OpenShift version. */
export const versionedKind = (crd: Crd): VersionedKind | undefined => VERSIONED[`${crd.group}/${crd.kind}`];

/**
 * The object as the API server judges it: fields of ours in a Config that others own are applied onto theirs, which has
 * what is required.
 */
export function asApplied(object: unknown): unknown {
  const { kind, spec } = object as { readonly kind?: string; readonly spec?: object };
  if (kind !== 'Config' || spec === undefined || 'managementState' in spec) return object;
  return { ...(object as object), spec: { managementState: 'Managed', replicas: 2, logging: 2, ...spec } };
}

/** What is wrong with an object on a cluster of that version; empty for core kinds, which crds/ does not describe. */
export function ownErrors(object: unknown, openshiftVersion: string): readonly string[] {
  const { apiVersion = '', kind = '' } = object as { readonly apiVersion?: string; readonly kind?: string };
  const crd = findCrd(ownCrds(), apiVersion, kind);
  if (crd !== undefined) return crdErrors(crd, apiVersion, object, openshiftVersion);
  const group = apiVersion.split('/')[0];
  return ownCrds().some(other => other.group === group) ? [`crds/${group}.yaml has no ${apiVersion} ${kind}`] : [];
}

function crdErrors(crd: Crd, apiVersion: string, object: unknown, version: string): readonly string[] {
  const kind = versionedKind(crd);
  const first = kind === undefined ? undefined : firstVersionOf(kind, []);
  if (first !== undefined && !atLeast(version, first)) return [`${crd.kind} exists from OpenShift ${first} on`];
  return validator(ownCrdFor(crd, version), apiVersion)(asApplied(object));
}

const restricted = new Map<string, Crd>();

/** Our CRD as that OpenShift version would have it. */
export function ownCrdFor(crd: Crd, version: string): Crd {
  const kind = versionedKind(crd);
  if (kind === undefined) return crd;
  const key = `${kind} ${version}`;
  const known = restricted.get(key) ?? restrict(crd, kind, version);
  restricted.set(key, known);
  return known;
}

/** Leaves out newer fields and newer validation, and puts back what the version requires. */
export function restrict(crd: Crd, kind: VersionedKind, version: string): Crd {
  const versions = [...crd.versions].map(([name, schema]) => [name, cut(schema, [], kind, version)] as const);
  return { ...crd, versions: new Map(versions) };
}

function cut(schema: Schema, path: readonly string[], kind: VersionedKind, version: string): Schema {
  const { items, additionalProperties: others } = schema;
  const fields = Object.entries(schema.properties ?? {})
    .filter(([name]) => atLeast(version, firstVersionOf(kind, [...path, name]) ?? version))
    .map(([name, child]) => [name, cut(child, [...path, name], kind, version)] as const);
  return {
    ...withoutNewerKeywords(schema, path, kind, version),
    ...(schema.properties && { properties: Object.fromEntries(fields) }),
    ...(items && { items: cut(items, [...path, '[]'], kind, version) }),
    ...(typeof others === 'object' && { additionalProperties: cut(others, [...path, '{}'], kind, version) }),
    ...requiredAt(schema, path, kind, version),
  };
}

function withoutNewerKeywords(schema: Schema, path: readonly string[], kind: VersionedKind, version: string): Schema {
  const here = path.join('.').replace(/\.(\[\]|\{\})/g, '$1');
  const newer = VALIDATION_SINCE[kind].filter(change => change.path === here && !atLeast(version, change.since));
  const keywords = new Set(newer.flatMap(change => change.keywords));
  const kept = Object.entries(schema).filter(([keyword]) => !keywords.has(keyword));
  return Object.assign(Object.fromEntries(kept), ...newer.map(change => change.before ?? {}));
}

function requiredAt(schema: Schema, path: readonly string[], kind: VersionedKind, version: string): Schema {
  if (path.join() !== 'spec') return {};
  return { required: [...new Set([...(schema.required ?? []), ...requiredFields(kind, version)])] };
}
