/** Checks emitted manifests against the real CRD of their cluster's OpenShift version. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { findCrd, notEvaluated, validator } from './crd-validator';
import { asApplied, ownCrds, ownErrors } from './own-schema';
import { referenceCrd } from './reference';

/** Kinds of Kubernetes itself that we emit; cdk8s-plus types them, and no CRD describes them. */
const CORE_KINDS: Readonly<Record<string, readonly string[]>> = {
  v1: ['ConfigMap', 'Namespace', 'PersistentVolume', 'PersistentVolumeClaim', 'Secret', 'ServiceAccount'],
  'batch/v1': ['CronJob', 'Job'],
  'networking.k8s.io/v1': ['NetworkPolicy'],
  'rbac.authorization.k8s.io/v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'storage.k8s.io/v1': ['StorageClass'],
};

interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { readonly namespace?: string };
}

export interface Emitted {
  /** File, relative to the output folder, with `/`. */
  readonly file: string;
  readonly object: Manifest;
}

/** Every object of the YAML files below a folder; none when there is no such folder. */
export function readOutput(folder: string): readonly Emitted[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .flatMap(file => readObjects(folder, join(folder, file)));
}

function readObjects(folder: string, path: string): readonly Emitted[] {
  const file = relative(folder, path).split(sep).join('/');
  return parseAllDocuments(readFileSync(path, 'utf8')).map(document => ({ file, object: document.toJS() as Manifest }));
}

/** The part of the output a file belongs to: a cluster's folder, or `argocd`, or `hub`. */
export const sectionOf = (file: string): string => {
  const [top = '', cluster = ''] = file.split('/');
  return top === 'clusters' ? `${top}/${cluster}` : top;
};

/** What the API server of a cluster of that version would refuse or drop, each with its file. */
export function outputErrors(emitted: readonly Emitted[], version: string): readonly string[] {
  return emitted.flatMap(({ file, object }) => objectErrors(object, version).map(error => `${file}: ${error}`));
}

function objectErrors(object: Manifest, version: string): readonly string[] {
  const { apiVersion = '', kind = '' } = object;
  if (CORE_KINDS[apiVersion]?.includes(kind)) return [];
  const reference = referenceCrd(apiVersion, kind, version);
  const crd = reference ?? findCrd(ownCrds(), apiVersion, kind);
  if (crd === undefined) return [`no schema for ${apiVersion} ${kind}`];
  const real = reference === undefined ? [] : validator(reference, apiVersion)(asApplied(object));
  const rules = reference === undefined ? [] : notEvaluated(reference, apiVersion, object);
  const unplaced = crd.namespaced && object.metadata?.namespace === undefined ? ['metadata: has no namespace'] : [];
  return [...real, ...rules.map(rule => `not evaluated: ${rule}`), ...unplaced, ...ownOnly(object, version, real)];
}

/** What only our own schema minds, so that a schema of ours that is too narrow shows up here. */
function ownOnly(object: Manifest, version: string, known: readonly string[]): readonly string[] {
  return ownErrors(object, version)
    .filter(error => !known.includes(error))
    .map(error => `crds/: ${error}`);
}
